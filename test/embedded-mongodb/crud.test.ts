import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { failure, useEmbedded } from "./support";

const given = useEmbedded();

interface Row {
  _id: number;
  n?: number;
  tags?: string[];
}

const rows = () => given.db.collection<Row>("rows");
const seed = () => rows().insertMany([1, 2, 3, 4].map((n) => ({ _id: n, n: n * 10 })));

describe("the driver", () => {
  it("inserts with _id first, in order, and up to the first error of an ordered batch", async () => {
    await given.db.collection("c").insertOne({ b: 1, a: 2 });
    expect(Object.keys((await given.db.collection("c").findOne()) ?? {})).toEqual(["_id", "b", "a"]);
    await seed();
    const batch = [{ _id: 5 }, { _id: 1 }, { _id: 6 }];
    expect(await failure(rows().insertMany(batch))).toMatchObject({ code: 11000, result: { insertedCount: 1 } });
    expect((await rows().find().toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3, 4, 5]);
  });

  it("updates, replaces and upserts", async () => {
    await seed();
    expect(await rows().updateMany({ n: { $gt: 10 } }, { $inc: { n: 1 } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 3,
    });
    expect(await rows().updateOne({ _id: 1 }, { $set: { n: 10 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await rows().replaceOne({ _id: 2 }, { tags: ["x"] })).toMatchObject({ modifiedCount: 1 });
    expect(await rows().updateOne({ _id: 9, n: 5 }, { $push: { tags: "y" } }, { upsert: true })).toMatchObject({
      upsertedId: 9,
    });
    expect(await rows().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 10 },
      { _id: 2, tags: ["x"] },
      { _id: 3, n: 31 },
      { _id: 4, n: 41 },
      { _id: 9, n: 5, tags: ["y"] },
    ]);
    expect((await failure(rows().updateOne({ _id: 1 }, { $set: { _id: 2 } } as never))).code).toBe(66);
  });

  it("finds and modifies: before, after, removed, sorted, upserted, nothing", async () => {
    await seed();
    const modify = rows().findOneAndUpdate.bind(rows());
    expect(await modify({ n: { $lt: 25 } }, { $inc: { n: 1 } }, { sort: { n: -1 } })).toEqual({ _id: 2, n: 20 });
    expect(await modify({ _id: 2 }, { $inc: { n: 1 } }, { returnDocument: "after", projection: { _id: 0 } })).toEqual({
      n: 22,
    });
    expect(await rows().findOneAndDelete({}, { sort: { _id: 1 } })).toEqual({ _id: 1, n: 10 });
    expect(await modify({ _id: 8 }, { $set: { n: 1 } }, { upsert: true, returnDocument: "after" })).toEqual({
      _id: 8,
      n: 1,
    });
    expect(await modify({ _id: 99 }, { $set: { n: 1 } })).toBeNull();
  });

  it("deletes, counts and lists distinct values", async () => {
    await seed();
    await rows().insertOne({ _id: 7, n: 20, tags: ["a", "b"] });
    expect(await rows().distinct("n")).toEqual([10, 20, 30, 40]);
    expect(await rows().distinct("tags")).toEqual(["a", "b"]);
    expect(await rows().deleteOne({ n: 20 })).toEqual({ acknowledged: true, deletedCount: 1 });
    expect(await rows().countDocuments({ n: { $gte: 20 } }, { skip: 1 })).toBe(2);
    expect(await rows().estimatedDocumentCount()).toBe(4);
    expect(await rows().deleteMany({ n: { $gt: 10 } })).toMatchObject({ deletedCount: 3 });
    expect(await given.db.command({ count: "rows", limit: 1, skip: 1 })).toMatchObject({ n: 0 });
  });

  it("lists and drops collections and databases", async () => {
    await given.db.createCollection("empty");
    await given.db.createCollection("empty");
    await seed();
    expect((await given.db.listCollections().toArray()).map(({ name, type }) => [name, type])).toEqual([
      ["empty", "collection"],
      ["rows", "collection"],
    ]);
    expect(await given.db.listCollections({ name: "rows" }, { nameOnly: true }).toArray()).toEqual([
      { name: "rows", type: "collection" },
    ]);
    expect((await given.client.db().admin().listDatabases()).databases.map(({ name }) => name)).toContain(
      given.db.databaseName,
    );
    expect(await rows().drop()).toBe(true);
    expect(await rows().find().toArray()).toEqual([]);
    await given.db.dropDatabase();
    expect(await given.db.listCollections().toArray()).toEqual([]);
  });
});

describe("mongoose", () => {
  it("creates, saves with versions, populates, runs bulk writes and cursors", async () => {
    const connection = await mongoose
      .createConnection(given.database.uri, { dbName: given.db.databaseName })
      .asPromise();
    const Owner = connection.model(
      "Owner",
      new mongoose.Schema({ name: { type: String, unique: true } }, { timestamps: true }),
    );
    const Boat = connection.model(
      "Boat",
      new mongoose.Schema({
        owner: { type: mongoose.Types.ObjectId, ref: "Owner" },
        crew: [{ name: String, age: Number }],
      }),
    );
    await Promise.all([Owner.init(), Boat.init()]);
    const owner = await Owner.create({ name: "มาลี" });
    const boat = await Boat.create({
      owner: owner._id,
      crew: [
        { name: "ก", age: 1 },
        { name: "ข", age: 2 },
      ],
    });
    boat.crew.push({ name: "ค", age: 3 });
    await boat.save();
    await Boat.updateOne(
      { _id: boat._id },
      { $set: { "crew.$[old].age": 9 } },
      { arrayFilters: [{ "old.age": { $gte: 2 } }] },
    );
    const found = await Boat.findOne({ "crew.name": "ค" }).populate<{ owner: { name: string } }>("owner").orFail();
    expect([found.owner.name, found.crew.map(({ age }) => age), found.__v]).toEqual(["มาลี", [1, 9, 9], 1]);
    const operations = [1, 2, 3].map((n) => ({
      updateOne: { filter: { name: `${n}` }, update: { $set: { name: `${n}!` } }, upsert: true },
    }));
    expect(await Owner.bulkWrite(operations)).toMatchObject({ upsertedCount: 3 });
    const names: (string | null | undefined)[] = [];
    for await (const { name } of Owner.find().sort({ name: -1 }).cursor({ batchSize: 2 })) names.push(name);
    expect(names).toEqual(["มาลี", "3!", "2!", "1!"]);
    const [sum] = await Boat.aggregate<{ total: number }>([
      { $unwind: "$crew" },
      { $group: { _id: null, total: { $sum: "$crew.age" } } },
    ]);
    expect(sum?.total).toBe(19);
    await connection.close();
  });
});
