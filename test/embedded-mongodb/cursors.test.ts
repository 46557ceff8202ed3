import { describe, expect, it } from "@jest/globals";
import { failure, useEmbedded } from "./support";

const given = useEmbedded();

async function numbers(count: number): Promise<void> {
  await given.db.collection("c").insertMany(Array.from({ length: count }, (_, n) => ({ n })));
}

describe("cursors", () => {
  it("give everything once whatever the batch size", async () => {
    await numbers(250);
    for (const batchSize of [1, 7, 100, 249, 250, 251]) {
      const found = await given.db
        .collection("c")
        .find({}, { batchSize, projection: { _id: 0 } })
        .toArray();
      expect(found.map(({ n }) => n as number)).toEqual(Array.from({ length: 250 }, (_, n) => n));
    }
  });

  it("stay open when a batch is filled exactly, and then come back empty", async () => {
    await numbers(4);
    const first = await given.db.command({ find: "c", batchSize: 4 });
    expect(first.cursor.firstBatch).toHaveLength(4);
    expect(first.cursor.id.toString()).not.toBe("0");
    const second = await given.db.command({ getMore: first.cursor.id, collection: "c" });
    expect(second.cursor).toMatchObject({ nextBatch: [], ns: `${given.db.databaseName}.c` });
    expect(second.cursor.id.toString()).toBe("0");
  });

  it("are closed at once when a limit is reached, after a sort, and for a single batch", async () => {
    await numbers(4);
    for (const options of [{ limit: 4 }, { sort: { n: -1 } }, { singleBatch: true, batchSize: 2 }]) {
      const reply = await given.db.command({ find: "c", batchSize: 4, ...options });
      expect(reply.cursor.id.toString()).toBe("0");
    }
  });

  it("keep showing the moment of their query", async () => {
    await numbers(3);
    const cursor = given.db.collection("c").find({}, { batchSize: 1 });
    await cursor.next();
    await given.db.collection("c").updateMany({}, { $set: { n: 100 } });
    expect([await cursor.next(), await cursor.next()]).toMatchObject([{ n: 1 }, { n: 2 }]);
  });

  it("end with their collection, when they are killed, and for other sessions", async () => {
    await numbers(3);
    const open = async () => (await given.db.command({ find: "c", batchSize: 1 })).cursor.id;
    const killed = await open();
    expect(await given.db.command({ killCursors: "c", cursors: [killed] })).toMatchObject({ cursorsKilled: [killed] });
    expect((await failure(given.db.command({ getMore: killed, collection: "c" }))).code).toBe(43);
    const dropped = await open();
    await given.client.withSession(async (session) => {
      const own = (await given.db.command({ find: "c", batchSize: 1 }, { session })).cursor.id;
      expect((await failure(given.db.command({ getMore: own, collection: "c" }))).code).toBe(13);
    });
    await given.db.collection("c").drop();
    expect((await failure(given.db.command({ getMore: dropped, collection: "c" }))).code).toBe(175);
  });

  it("fill a batch up to 16 MB", async () => {
    const text = "x".repeat(6_000_000);
    for (const n of [1, 2, 3]) await given.db.collection("big").insertOne({ n, text });
    const reply = await given.db.command({ find: "big" });
    expect(reply.cursor.firstBatch).toHaveLength(2);
    const more = await given.db.command({ getMore: reply.cursor.id, collection: "big" });
    expect(more.cursor.nextBatch).toHaveLength(1);
  });
});
