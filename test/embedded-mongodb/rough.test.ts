import { describe, expect, it } from "@jest/globals";
import { useEmbedded } from "./support";

const seed = 20_261_125;
const given = useEmbedded({ rough: { seed } });

describe(`rough mode with seed ${seed}`, () => {
  it("gives unsorted results in another order, and sorted ones in theirs", async () => {
    await given.db.collection("c").insertMany(Array.from({ length: 50 }, (_, n) => ({ n })));
    const numbers = async (sort: Record<string, 1>) =>
      (await given.db.collection("c").find({}, { sort }).toArray()).map(({ n }) => n as number);
    const inserted = Array.from({ length: 50 }, (_, n) => n);
    const unsorted = await numbers({});
    expect(unsorted).not.toEqual(inserted);
    expect([...unsorted].sort((a, b) => a - b)).toEqual(inserted);
    expect(await numbers({ n: 1 })).toEqual(inserted);
  });

  it("conflicts, drops connections and delays, and careful code still comes out right", async () => {
    const rows = given.db.collection<{ _id: string; n: number }>("rows");
    await rows.insertMany([
      { _id: "a", n: 0 },
      { _id: "b", n: 0 },
    ]);
    let tries = 0;
    const move = () =>
      given.client.withSession((session) =>
        session.withTransaction(async () => {
          tries += 1;
          await rows.updateOne({ _id: "a" }, { $inc: { n: -1 } }, { session });
          await rows.updateOne({ _id: "b" }, { $inc: { n: 1 } }, { session });
        }),
      );
    for (let round = 0; round < 60; round += 1) await move();
    for (let n = 0; n < 200; n += 1) await rows.updateOne({ _id: "c" }, { $inc: { n: 1 } }, { upsert: true });
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: "a", n: -60 },
      { _id: "b", n: 60 },
      { _id: "c", n: 200 },
    ]);
    expect(tries).toBeGreaterThan(60);
  });
});
