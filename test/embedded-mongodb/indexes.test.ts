import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { failure, useEmbedded } from "./support";

const given = useEmbedded({ sweepMs: 100 });

interface Person {
  name?: string | null;
  email?: string;
  tags?: (string | string[])[];
  at?: Date | Date[] | string;
  n?: number;
}

const people = () => given.db.collection<Person>("people");

describe("unique indexes", () => {
  it("refuse a second document and name key and value", async () => {
    await people().createIndex({ name: 1, n: -1 }, { unique: true });
    await people().insertOne({ name: "ก", n: 1 });
    await people().insertOne({ name: "ก", n: 2 });
    const refused = await failure(people().insertOne({ name: "ก", n: 1 }));
    expect(refused).toMatchObject({ code: 11000, keyPattern: { name: 1, n: -1 }, keyValue: { name: "ก", n: 1 } });
    expect(refused.message).toContain('index: name_1_n_-1 dup key: { name: "ก", n: 1 }');
    expect((await failure(people().updateOne({ n: 2 }, { $set: { n: 1 } }))).code).toBe(11000);
    const many = await failure(people().insertMany([{ n: 7 }, { name: "ก", n: 1 }, { n: 8 }], { ordered: false }));
    expect(many).toMatchObject({ code: 11000, result: { insertedCount: 2 }, writeErrors: [{ index: 1 }] });
  });

  it("take a missing field as null, once; sparse and partial ones take several", async () => {
    await people().createIndex({ email: 1 }, { unique: true });
    await people().insertOne({ name: "a" });
    expect((await failure(people().insertOne({ name: "b" }))).code).toBe(11000);
    await people().dropIndex("email_1");
    await people().createIndex({ email: 1 }, { unique: true, sparse: true });
    await people().insertMany([{ name: "b" }, { name: "c", email: "x" }]);
    expect((await failure(people().insertOne({ email: "x" }))).code).toBe(11000);
    const partialFilterExpression = { n: { $gt: 5 } };
    await people().createIndex({ name: 1 }, { unique: true, partialFilterExpression });
    await people().insertMany([{ name: "c" }, { name: "c", n: 6 }]);
    expect((await failure(people().insertOne({ name: "c", n: 7 }))).code).toBe(11000);
    expect((await failure(people().updateMany({ name: "c" }, { $set: { n: 8 } }))).code).toBe(11000);
  });

  it("look at each element of an array, but not twice in one document", async () => {
    await people().createIndex({ tags: 1 }, { unique: true });
    await people().insertOne({ tags: ["a", "a", "b"] });
    expect((await failure(people().insertOne({ tags: ["c", "b"] }))).keyValue).toEqual({ tags: "b" });
    await people().insertOne({ tags: [] });
    expect((await failure(people().insertOne({ tags: [] }))).code).toBe(11000);
  });

  it("cannot be built over duplicates, and then nothing has changed", async () => {
    await people().insertMany([{ name: "a" }, { name: "a" }]);
    expect((await failure(people().createIndex({ name: 1 }, { unique: true }))).code).toBe(11000);
    expect(await people().indexes()).toHaveLength(1);
    await people().insertOne({ name: "a" });
  });

  it("refuse parallel arrays", async () => {
    await people().createIndex({ tags: 1, at: 1 });
    expect((await failure(people().insertOne({ tags: ["a"], at: [new Date()] }))).code).toBe(171);
  });
});

describe("creating indexes", () => {
  it("again is nothing; with other options or another name it is MongoDB's conflict 85 or 86", async () => {
    const create = (index: object) => given.db.command({ createIndexes: "people", indexes: [index] });
    await create({ key: { a: 1 }, name: "a_1" });
    expect(await create({ key: { a: 1 }, name: "a_1" })).toMatchObject({ numIndexesBefore: 2, numIndexesAfter: 2 });
    const conflicts: [object, number][] = [
      [{ key: { a: 1 }, name: "other" }, 85],
      [{ key: { a: 1 }, name: "a_1", expireAfterSeconds: 5 }, 85],
      [{ key: { a: 1 }, name: "other", expireAfterSeconds: 5 }, 85],
      [{ key: { a: 1 }, name: "a_1", unique: true }, 86],
      [{ key: { a: -1 }, name: "a_1" }, 86],
      [{ key: { a: 1 }, name: "a_1", partialFilterExpression: { b: 1 } }, 86],
    ];
    for (const [index, code] of conflicts) expect((await failure(create(index))).code).toBe(code);
    await create({ key: { a: 1 }, name: "unique too", unique: true });
  });

  it("refuses kinds of index and options that are not supported", async () => {
    given.expectedRefusals.push("index", "the query operator $type");
    const kinds: [mongoose.mongo.IndexSpecification, object][] = [
      [{ a: "text" }, {}],
      [{ a: "2dsphere" }, {}],
      [{ a: "hashed" }, {}],
      [{ "$**": 1 }, {}],
      [{ a: 1 }, { collation: { locale: "th" } }],
      [{ a: 1 }, { hidden: true }],
      [{ a: 1 }, { partialFilterExpression: { a: { $type: "string" } } }],
    ];
    for (const [key, options] of kinds) expect((await failure(people().createIndex(key, options))).code).toBe(238);
  });

  it("takes the partial filters that MongoDB takes", async () => {
    const create = (partialFilterExpression: object) => people().createIndex({ a: 1 }, { partialFilterExpression });
    const wrong = [{ a: { $ne: 1 } }, { a: { $exists: false } }, { $nor: [{ a: 1 }] }, { $or: [{ a: { $nin: [1] } }] }];
    for (const filter of wrong) expect((await failure(create(filter))).code).toBe(67);
    expect((await failure(create({ a: 1, $and: {} }))).code).toBe(2);
    await create({ $or: [{ a: { $exists: true } }, { $and: [{ a: { $gt: 1, $in: [2, 3] } }] }], b: 1 });
  });

  it("lists and drops by name and all at once", async () => {
    await people().createIndexes([{ key: { a: 1 } }, { key: { c: 1 } }, { key: { d: 1 } }]);
    await people().dropIndex("a_1");
    given.expectedRefusals.push("dropIndexes other than by name");
    expect((await failure(given.db.command({ dropIndexes: "people", index: { c: 1 } }))).code).toBe(238);
    expect((await people().indexes()).map(({ name }) => name)).toEqual(["_id_", "c_1", "d_1"]);
    expect((await failure(people().dropIndex("a_1"))).code).toBe(27);
    expect((await failure(people().dropIndex("_id_"))).code).toBe(72);
    await people().dropIndexes();
    expect(await people().indexes()).toHaveLength(1);
    expect((await failure(given.db.command({ listIndexes: "none" }))).code).toBe(26);
  });

  it("is what mongoose's index sync needs", async () => {
    const connection = await mongoose
      .createConnection(given.database.uri, { dbName: given.db.databaseName })
      .asPromise();
    const before = new mongoose.Schema({ name: String, at: Date, n: Number }, { autoIndex: false });
    before.index({ name: 1 }, { unique: true }).index({ at: 1 }, { expireAfterSeconds: 60 }).index({ n: 1 });
    const First = connection.model("Thing", before);
    await First.createCollection();
    await First.syncIndexes();
    expect(await First.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
    const after = new mongoose.Schema({ name: String, at: Date, n: Number }, { autoIndex: false });
    after.index({ name: 1 }).index({ at: 1 }, { expireAfterSeconds: 90 });
    after.index({ n: 1 }, { partialFilterExpression: { n: { $gt: 0 } } });
    connection.deleteModel("Thing");
    const Second = connection.model("Thing", after);
    const difference = await Second.diffIndexes();
    expect(difference.toDrop.sort()).toEqual(["at_1", "n_1", "name_1"]);
    expect((await Second.syncIndexes()).sort()).toEqual(["at_1", "n_1", "name_1"]);
    expect(await Second.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
    expect((await Second.collection.indexes()).find(({ name }) => name === "at_1")).toMatchObject({
      expireAfterSeconds: 90,
    });
    await connection.close();
  });
});

describe("a TTL index", () => {
  it("deletes what has expired by a date or the earliest of several, and nothing else", async () => {
    const old = new Date(Date.now() - 3_600_000);
    const young = new Date(Date.now() + 3_600_000);
    await people().insertMany([
      { name: "old", at: old },
      { name: "old too", at: [young, old] },
      { name: "young", at: young },
      { name: "text", at: "2020-01-01" },
      { name: "none" },
    ]);
    await people().createIndex({ at: 1 }, { expireAfterSeconds: 1800 });
    for (let tries = 0; tries < 40 && (await people().countDocuments()) > 3; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await people().distinct("name")).sort()).toEqual(["none", "text", "young"]);
  });
});
