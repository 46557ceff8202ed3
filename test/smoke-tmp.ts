import mongoose from "mongoose";
import { startEmbedded } from "../src/embedded-mongodb/launch";
async function main() {
  console.time("start");
  const db = await startEmbedded({ mode: "memory", listen: process.argv[2] === "tcp" ? "tcp" : "socket", testCommands: true });
  console.timeEnd("start");
  console.log(db.uri);
  console.time("connect");
  await mongoose.connect(db.uri, { dbName: "t" });
  console.timeEnd("connect");
  const A = mongoose.model("A", new mongoose.Schema({ name: { type: String, unique: true }, n: Number, tags: [String] }, { timestamps: true }));
  await A.init();
  const B = mongoose.model("B", new mongoose.Schema({ k: Number, when: Date }));
  B.schema.index({ k: 1, when: -1 });
  console.log(await B.syncIndexes(), await B.diffIndexes(), await A.diffIndexes());
  await A.create({ name: "x", n: 1 });
  await A.insertMany([{ name: "y", n: 2 }, { name: "z", n: 3, tags: ["a", "b"] }]);
  try { await A.create({ name: "x" }); } catch (e) { console.log("dup", (e as any).code, (e as any).keyValue, (e as any).message); }
  console.log(await A.find({ n: { $gte: 2 } }).sort({ n: -1 }).lean());
  console.log(await A.updateOne({ name: "x" }, { $inc: { n: 5 } }), (await A.findOne({ name: "x" }))?.n);
  console.log(await A.findOneAndUpdate({ name: "x" }, { $set: { n: 9 } }, { new: true }).lean());
  console.log(await A.updateOne({ name: "new" }, { $set: { n: 9 } }, { upsert: true }));
  console.log(await A.countDocuments({}), await A.distinct("name"), await A.estimatedDocumentCount());
  await mongoose.connection.transaction(async (s) => {
    await A.create([{ name: "t1" }, { name: "t2" }], { session: s, ordered: true });
    console.log("in tx", await A.countDocuments({}).session(s), "out", await A.countDocuments({}));
  });
  console.log("after", await A.countDocuments({}));
  try { await mongoose.connection.transaction(async (s) => { await A.deleteMany({}, { session: s }); throw new Error("no"); }); } catch (e) { console.log((e as Error).message); }
  console.log("after abort", await A.countDocuments({}));
  await Promise.all(Array.from({ length: 20 }, () => mongoose.connection.transaction(async (s) => {
    const d = await A.findOne({ name: "x" }).session(s); d!.n = d!.n! + 1; await d!.save({ session: s });
  })));
  console.log("n", (await A.findOne({ name: "x" }))?.n);
  console.log(await A.aggregate([{ $match: { n: { $gt: 0 } } }, { $group: { _id: null, s: { $sum: "$n" } } }]));
  console.log(await A.deleteOne({ name: "y" }), await A.deleteMany({ name: /^t/ }));
  try { await A.find({ $where: "1" } as any); } catch (e) { console.log((e as Error).message); }
  let n = 0; for await (const d of A.find().cursor({ batchSize: 1 })) n += 1; console.log("cursor", n);
  console.log(await db.refusals());
  const c = A.collection; 
  let t = process.hrtime.bigint(); for (let i = 0; i < 2000; i++) await c.insertOne({ name: "p" + i, n: i } as any); console.log("insert us", Number(process.hrtime.bigint() - t) / 2000 / 1000);
  t = process.hrtime.bigint(); for (let i = 0; i < 2000; i++) await c.findOne({ name: "p" + i }); console.log("find us", Number(process.hrtime.bigint() - t) / 2000 / 1000);
  t = process.hrtime.bigint(); for (let i = 0; i < 2000; i++) await c.updateOne({ name: "p" + i }, { $inc: { n: 1 } }); console.log("update us", Number(process.hrtime.bigint() - t) / 2000 / 1000);
  await mongoose.disconnect();
  await db.stop();
}
void main();
