import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { inTransaction, takeTurn, TransactionBusyError } from "../../src/storage/tx";
import { useDatabase } from "../support/database";

const { MongoBulkWriteError, MongoNetworkError } = mongoose.mongo;

describe("a transaction", () => {
  useDatabase();

  it.each([
    ["a connection that could not be had", new MongoNetworkError("closed")],
    [
      "the same around which an insert of several documents throws its own error",
      new MongoBulkWriteError(new MongoNetworkError("closed") as never, {} as never),
    ],
  ])("runs again after %s", async (_what, error) => {
    let runs = 0;
    const result = await inTransaction(() => {
      runs++;
      if (runs === 1) throw error;
      return Promise.resolve("done");
    });

    expect([result, runs]).toEqual(["done", 2]);
  });

  it("is run by those with the same key one after another, in the order in which they came, twice at most", async () => {
    const runs: number[] = [];
    const done: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        inTransaction(async (tx) => {
          runs[n] = (runs[n] ?? 0) + 1;
          takeTurn(tx, "one");
          await new Promise((resolve) => setTimeout(resolve, 2));
        }).then(() => done.push(n)),
      ),
    );

    expect(done).toEqual(Array.from({ length: 12 }, (_, n) => n));
    expect(runs).toEqual([1, ...Array.from({ length: 11 }, () => 2)]);
  });

  it("gives its turn on, however it ends", async () => {
    const failing = inTransaction((tx) => {
      takeTurn(tx, "two");
      return Promise.reject(new TypeError("ours"));
    });
    await expect(failing).rejects.toThrow("ours");

    await inTransaction((tx) => Promise.resolve(takeTurn(tx, "two")), { deadlineMs: 1_000 });
  });

  it("keeps its turn while it runs again after a conflict", async () => {
    const order: string[] = [];
    let runs = 0;
    const first = inTransaction((tx) => {
      takeTurn(tx, "three");
      order.push("first");
      if (++runs === 1) throw new MongoNetworkError("closed");
      return Promise.resolve();
    });
    const second = inTransaction((tx) => {
      takeTurn(tx, "three");
      order.push("second");
      return Promise.resolve();
    });
    await Promise.all([first, second]);

    expect(order).toEqual(["first", "first", "second"]);
  });

  it("says that it is busy when its turn does not come before the deadline", async () => {
    let free: () => void = () => undefined;
    const holder = inTransaction(async (tx) => {
      takeTurn(tx, "four");
      await new Promise<void>((resolve) => (free = resolve));
    });
    const late = inTransaction((tx) => Promise.resolve(takeTurn(tx, "four")), { deadlineMs: 50 });

    await expect(late).rejects.toThrow(TransactionBusyError);
    free();
    await holder;
  });

  it("does not run again after an error of ours", async () => {
    let runs = 0;
    const failing = inTransaction(() => {
      runs++;
      return Promise.reject(new TypeError("ours"));
    });

    await expect(failing).rejects.toThrow("ours");
    expect(runs).toBe(1);
  });
});
