/** Ends the run's database; a request that it refused fails the run, even when the code swallowed the error. */
export default async function teardown(): Promise<void> {
  const embedded = globalThis.embeddedForTests;
  if (!embedded) return;
  const refusals = await embedded.refusals();
  await embedded.stop();
  if (refusals.length > 0) throw new Error(`the database refused what Sajja asked:\n${refusals.join("\n")}`);
}
