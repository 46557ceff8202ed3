import { mongo } from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";

/** Program of the test of a failing sync: prints each number whose insert was acknowledged, until the database's write 12 fails. */
async function main(dataDir: string): Promise<void> {
  const database = await startEmbedded({ mode: "durable", dataDir, failWrite: 12 });
  const client = await new mongo.MongoClient(database.uri, { retryWrites: false }).connect();
  // The main thread is never free for long: the end must come from the database's own thread.
  for (let n = 0; n < 100; n += 1) {
    await client.db("d").collection("c").insertOne({ n });
    process.stdout.write(`${n}\n`);
  }
}

void main(process.argv[2] ?? "");
