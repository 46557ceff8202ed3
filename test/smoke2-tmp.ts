import mongoose from "mongoose";
import { startEmbedded } from "../src/embedded-mongodb/launch";
async function main() {
  const dir = process.argv[2]!;
  console.time("start");
  const db = await startEmbedded({ mode: "durable", dataDir: dir, testCommands: true });
  console.timeEnd("start");
  console.log(db.uri, db.attached);
  const conn = await mongoose.createConnection(db.uri, { dbName: "t", maxPoolSize: 60 }).asPromise();
  const c = conn.collection<{ n: number; k?: string }>("c");
  await c.createIndex({ k: 1 }, { unique: true });
  console.log("count", await c.countDocuments({}));
  for (const w of [1, 10, 50]) {
    const before = (await conn.db!.command({ serverStatus: 1 })).embedded.syncedBatches;
    const t = Date.now(); const N = 3000;
    await Promise.all(Array.from({ length: w }, async (_, i) => { for (let j = 0; j < N / w; j++) await c.insertOne({ n: j, k: `${t}-${w}-${i}-${j}` }); }));
    const ms = Date.now() - t;
    const after = (await conn.db!.command({ serverStatus: 1 })).embedded.syncedBatches;
    console.log(w, "writers", Math.round(N / ms * 1000), "/s syncs", after - before);
  }
  console.time("many"); await c.insertMany(Array.from({ length: 20000 }, (_, i) => ({ n: i, k: `m-${Date.now()}-${i}`, pad: "x".repeat(250) })) as any); console.timeEnd("many");
  const d2 = await startEmbedded({ mode: "durable", dataDir: dir }); console.log("second", d2.attached, d2.uri === db.uri);
  await conn.close();
  await db.stop();
}
void main();
