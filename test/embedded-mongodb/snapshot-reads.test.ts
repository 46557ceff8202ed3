import { describe, expect, it } from "@jest/globals";
import { failure, useEmbedded } from "./support";

const given = useEmbedded();

interface Row {
  _id: string;
  n: number;
}

const rows = () => given.db.collection<Row>("rows");

describe("snapshot reads in a session without a transaction", () => {
  it("are refused at a time whose versions are gone", async () => {
    await rows().insertOne({ _id: "a", n: 1 });
    const before = (await given.db.command({ ping: 1 })).operationTime;
    await rows().updateMany({}, { $inc: { n: 1 } });
    const read = { find: "rows", readConcern: { level: "snapshot", atClusterTime: before } };
    expect((await failure(given.db.command(read))).code).toBe(239);
  });

  it("all see the moment of the first one", async () => {
    await rows().insertMany([
      { _id: "a", n: 1 },
      { _id: "b", n: 1 },
    ]);
    const session = given.client.startSession({ snapshot: true });
    expect(await rows().find({}, { session }).toArray()).toHaveLength(2);
    await rows().updateMany({}, { $inc: { n: 1 } });
    await rows().insertOne({ _id: "c", n: 1 });
    await rows().deleteOne({ _id: "a" });
    expect(await rows().find({}, { session, batchSize: 1 }).toArray()).toEqual([
      { _id: "a", n: 1 },
      { _id: "b", n: 1 },
    ]);
    expect(await rows().distinct("_id", {}, { session })).toEqual(["a", "b"]);
    await session.endSession();
    expect(await rows().countDocuments()).toBe(2);
  });
});
