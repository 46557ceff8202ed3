import { startEmbedded, type Embedded } from "../../src/embedded-mongodb/launch";

declare global {
  // The setup and the teardown share one process; there is no other door between them.
  var embeddedForTests: Embedded | undefined;
}

/** Starts one replica set for the whole run, unless MONGODB_URI names one. ROUGH=<seed> shuffles, conflicts and drops connections. */
export default async function setup(): Promise<void> {
  if (process.env["MONGODB_URI"]) {
    process.env["TEST_MONGODB_URI"] = process.env["MONGODB_URI"];
    return;
  }
  const seed = process.env["ROUGH"];
  const embedded = await startEmbedded({
    mode: "memory",
    ...(seed ? { rough: { seed: Number(seed) } } : {}),
    maxBytes: 1_000_000_000,
  });
  globalThis.embeddedForTests = embedded;
  process.env["TEST_MONGODB_URI"] = embedded.uri;
}
