import { describe, expect, it } from "@jest/globals";
import type { mongo } from "mongoose";
import { failure, useEmbedded } from "./support";

const given = useEmbedded({ transactionLifetimeMs: 1500 });

interface Row {
  _id: string;
  n: number;
}

const rows = () => given.db.collection<Row>("rows");

/** Sessions with an open transaction each; what is left open is rolled back. */
async function inSessions(count: number, run: (...sessions: mongo.ClientSession[]) => Promise<void>): Promise<void> {
  const sessions = Array.from({ length: count }, () => given.client.startSession());
  try {
    for (const session of sessions) session.startTransaction();
    await run(...sessions);
  } finally {
    for (const session of sessions) await session.endSession();
  }
}

describe("isolation", () => {
  it("prevents dirty reads: what is not committed is seen by its transaction only", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      await rows().updateOne({ _id: "a" }, { $set: { n: 2 } }, { session });
      await rows().insertOne({ _id: "b", n: 1 }, { session });
      expect(await rows().findOne({ _id: "a" }, { session })).toMatchObject({ n: 2 });
      expect(await rows().find({}, { session }).toArray()).toHaveLength(2);
      expect(await rows().find().toArray()).toEqual([{ _id: "a", n: 1 }]);
      expect(
        await rows()
          .find({ n: { $gte: 1 } })
          .toArray(),
      ).toHaveLength(1);
      await session.abortTransaction();
    });
    expect(await rows().find().toArray()).toEqual([{ _id: "a", n: 1 }]);
  });

  it("prevents lost updates: the second writer is told to try again", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(2, async (one, two) => {
      for (const session of [one, two]) await rows().findOne({ _id: "a" }, { session });
      await rows().updateOne({ _id: "a" }, { $inc: { n: 1 } }, { session: one });
      const refused = await failure(rows().updateOne({ _id: "a" }, { $inc: { n: 1 } }, { session: two }));
      expect(refused.code).toBe(112);
      expect(refused.errorLabels).toEqual(["TransientTransactionError"]);
      await one.commitTransaction();
    });
    await inSessions(1, async (late) => {
      await rows().findOne({}, { session: late });
      await rows().updateOne({ _id: "a" }, { $inc: { n: 1 } });
      expect((await failure(rows().deleteOne({ _id: "a" }, { session: late }))).code).toBe(112);
    });
    expect(await rows().findOne({ _id: "a" })).toMatchObject({ n: 3 });
  });

  it("prevents read skew and phantoms: reads stay with the moment of the first one", async () => {
    await rows().insertMany([
      { _id: "a", n: 50 },
      { _id: "b", n: 50 },
    ]);
    await rows().createIndex({ n: 1 });
    await inSessions(1, async (session) => {
      const read = () =>
        rows()
          .find({ n: { $gt: 0 } }, { session, sort: { n: 1 } })
          .toArray();
      const before = await read();
      await rows().updateMany({}, { $inc: { n: 10 } });
      await rows().insertOne({ _id: "c", n: 55 });
      await rows().deleteOne({ _id: "b" });
      expect(await read()).toEqual(before);
      expect(await rows().findOne({ _id: "b" }, { session })).toEqual({ _id: "b", n: 50 });
      expect(await rows().findOne({ n: 60 }, { session })).toBeNull();
      await session.commitTransaction();
    });
    expect(
      await rows()
        .find({ n: { $gt: 0 } })
        .sort({ n: 1 })
        .toArray(),
    ).toEqual([
      { _id: "c", n: 55 },
      { _id: "a", n: 60 },
    ]);
  });

  it("allows write skew, as MongoDB does", async () => {
    await rows().insertMany([
      { _id: "a", n: 1 },
      { _id: "b", n: 1 },
    ]);
    await inSessions(2, async (one, two) => {
      for (const session of [one, two]) await rows().find({}, { session }).toArray();
      await rows().updateOne({ _id: "a" }, { $set: { n: 0 } }, { session: one });
      await rows().updateOne({ _id: "b" }, { $set: { n: 0 } }, { session: two });
      await one.commitTransaction();
      await two.commitTransaction();
    });
    expect(await rows().countDocuments({ n: 0 })).toBe(2);
  });

  it("adds up: parallel read-modify-write transactions through withTransaction lose nothing", async () => {
    await rows().insertOne({ _id: "a", n: 0 });
    const add = () =>
      given.client.withSession((session) =>
        session.withTransaction(async () => {
          const row = await rows().findOne({ _id: "a" }, { session });
          await rows().updateOne({ _id: "a" }, { $set: { n: (row?.n ?? 0) + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 12 }, add));
    expect(await rows().findOne({ _id: "a" })).toEqual({ _id: "a", n: 12 });
  });
});

describe("a write outside of transactions", () => {
  it("waits for the transaction that holds the document, and then looks at its filter again", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      await rows().updateOne({ _id: "a" }, { $inc: { n: 1 } }, { session });
      let done = false;
      const outside = rows()
        .updateOne({ n: 1 }, { $set: { n: 100 } })
        .finally(() => (done = true));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(done).toBe(false);
      await session.commitTransaction();
      expect(await outside).toMatchObject({ matchedCount: 0 });
    });
    expect(await rows().findOne({})).toEqual({ _id: "a", n: 2 });
  });

  it("stops waiting after maxTimeMS", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      await rows().deleteOne({ _id: "a" }, { session });
      expect((await failure(rows().updateOne({}, { $set: { n: 5 } }, { maxTimeMS: 50 }))).code).toBe(50);
    });
  });

  it("that forgot its session is freed when the transaction's lifetime ends, and both are named", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      await rows().updateOne({ _id: "a" }, { $inc: { n: 1 } }, { session });
      await rows().updateOne({ _id: "a" }, { $inc: { n: 10 } });
      const ended = await failure(session.commitTransaction());
      expect(ended).toMatchObject({ code: 251, errorLabels: ["TransientTransactionError"] });
      expect(ended.message).toMatch(/begun by "update rows".*1\.5 s.*"update rows" was waiting/);
    });
    expect(await rows().findOne({})).toEqual({ _id: "a", n: 11 });
  });
});

describe("unique keys across transactions", () => {
  it("taken by an open transaction: a conflict inside, a wait outside; taken for good: a duplicate", async () => {
    await given.db.collection("u").createIndex({ key: 1 }, { unique: true });
    const unique = given.db.collection<{ key: string }>("u");
    await inSessions(2, async (one, two) => {
      await unique.findOne({}, { session: two });
      await unique.insertOne({ key: "x" }, { session: one });
      expect((await failure(unique.insertOne({ key: "x" }, { session: two }))).code).toBe(112);
      const outside = failure(unique.insertOne({ key: "x" }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await one.commitTransaction();
      expect((await outside).code).toBe(11000);
    });
    await inSessions(1, async (session) => {
      await unique.findOne({}, { session });
      await unique.insertOne({ key: "later" });
      expect((await failure(unique.insertOne({ key: "later" }, { session }))).code).toBe(112);
    });
    await inSessions(1, async (session) => {
      const refused = await failure(unique.insertOne({ key: "x" }, { session }));
      expect(refused).toMatchObject({ code: 11000, keyPattern: { key: 1 }, keyValue: { key: "x" } });
      expect(refused.errorLabels ?? []).toEqual([]);
      expect((await failure(unique.findOne({}, { session }))).code).toBe(251);
    });
  });

  it("freed and taken again inside one transaction, and free again after it was rolled back", async () => {
    const unique = given.db.collection<{ key: string; n: number }>("u");
    await unique.createIndex({ key: 1 }, { unique: true });
    await unique.insertOne({ key: "x", n: 1 });
    await inSessions(1, async (session) => {
      await unique.deleteOne({ key: "x" }, { session });
      await unique.insertOne({ key: "x", n: 2 }, { session });
      await unique.updateOne({ n: 2 }, { $set: { key: "y" } }, { session });
      await unique.insertOne({ key: "x", n: 3 }, { session });
      await session.commitTransaction();
    });
    expect((await unique.find().sort({ n: 1 }).toArray()).map(({ key, n }) => [key, n])).toEqual([
      ["y", 2],
      ["x", 3],
    ]);
    await inSessions(1, async (session) => {
      await unique.insertOne({ key: "z", n: 4 }, { session });
      await session.abortTransaction();
    });
    await unique.insertOne({ key: "z", n: 5 });
  });
});

describe("a transaction", () => {
  it("may be committed again, not continued, and not committed after it was rolled back", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      await rows().insertOne({ _id: "b", n: 1 }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
      expect(await rows().countDocuments()).toBe(2);
      session.startTransaction();
      await rows().insertOne({ _id: "c", n: 1 }, { session });
      await given.db.admin().command({ killSessions: [session.id] });
      expect((await failure(session.commitTransaction())).code).toBe(251);
    });
    expect(await rows().countDocuments()).toBe(2);
  });

  it("is rolled back by any error in it, also in an unordered batch", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      const batch = [
        { _id: "b", n: 1 },
        { _id: "a", n: 1 },
        { _id: "c", n: 1 },
      ];
      expect((await failure(rows().insertMany(batch, { session, ordered: false }))).code).toBe(11000);
      expect((await failure(session.commitTransaction())).code).toBe(251);
    });
    expect(await rows().countDocuments()).toBe(1);
  });

  it("keeps collections and indexes that it creates to itself until it is committed", async () => {
    const names = async () => (await given.db.listCollections().toArray()).map(({ name }) => name);
    await inSessions(2, async (one, two) => {
      await given.db.collection("made").insertOne({ n: 1 }, { session: one });
      await given.db.createIndex("made", { n: 1 }, { unique: true, session: one });
      expect((await failure(given.db.collection("made").insertOne({ n: 1 }, { session: one }))).code).toBe(11000);
      expect(await names()).toEqual([]);
      await given.db.collection("made").insertOne({ n: 1 }, { session: two });
      expect(await names()).toEqual([]);
      await two.commitTransaction();
    });
    expect(await names()).toEqual(["made"]);
    expect(await given.db.collection("made").indexes()).toHaveLength(1);
  });

  it("refuses what may not run in it", async () => {
    await inSessions(1, async (session) => {
      expect((await failure(given.db.command({ count: "rows" }, { session }))).code).toBe(263);
    });
  });

  it("holds changes of the catalog up until it has ended", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    await inSessions(1, async (session) => {
      await rows().updateOne({ _id: "a" }, { $set: { n: 2 } }, { session });
      let dropped = false;
      const drop = rows()
        .drop()
        .then(() => (dropped = true));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(dropped).toBe(false);
      await session.commitTransaction();
      await drop;
    });
    expect(await rows().countDocuments()).toBe(0);
  });
});
