import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { inTransaction } from "../../src/storage/tx";
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
