import { once } from "node:events";
import { openDatabase } from "../../scripts/open-database";

/** A process of its own that opens the database of a folder as `command` or `server`, and holds it until its input ends: `<folder> <keeper>`. */
async function main([dataDir = "", keeper]: string[]): Promise<void> {
  const database = await openDatabase({ mongodbUri: null, dataDir }, keeper === "command" ? "command" : "server");
  process.stdout.write(`${database.uri}\n`);
  process.stdin.resume();
  await once(process.stdin, "end");
  await database.stop();
}

void main(process.argv.slice(2));
