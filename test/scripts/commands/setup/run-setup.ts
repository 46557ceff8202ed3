import { setup } from "../../../../scripts/commands/setup";
import { connectDatabase, disconnectDatabase } from "../../../../src/storage/connection";

/** A process of its own for a test that kills it: `<uri> <folder>`. */
async function main([uri = "", folder = ""]: string[]): Promise<void> {
  await connectDatabase(uri);
  const code = await setup([folder], { json: true, now: new Date(), out: console.log, err: console.error });
  await disconnectDatabase();
  process.exitCode = code;
}

void main(process.argv.slice(2));
