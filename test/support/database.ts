import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import mongoose from "mongoose";
import { checkBooks } from "../../src/app/ledger/check-books";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";
import { DatabaseInfoModel } from "../../src/storage/database-info";
import { InboxModel } from "../../src/storage/inbox";

/** Whether the run's database is rough: rounds break off and attempts are lost, what comes out stays the same. */
export const isRough = process.env["ROUGH"] !== undefined;

/** The URI of this worker's own database on the run's replica set. */
export function testDatabaseUri(name = `sajja_${process.env["JEST_WORKER_ID"] ?? "0"}`): string {
  const uri = process.env["TEST_MONGODB_URI"];
  if (!uri) throw new Error("test/support/global-setup.ts names the database");
  const [, scheme = "", hosts = "", query = ""] = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)\/?[^?]*(\?.*)?$/.exec(uri) ?? [];
  return `${scheme}${hosts}/${name}${query}`;
}

/** Connects for a test file; after each test the books balance and nothing is stuck in the inbox. */
export function useDatabase(): void {
  beforeAll(async () => {
    await connectDatabase(testDatabaseUri(), { monitorCommands: true });
    await ensureIndexes();
    await leaveEarlierFilesBehind();
  });
  afterEach(async () => {
    expect((await checkBooks()).problems).toEqual([]);
    expect(await InboxModel.countDocuments({ state: "waiting" })).toBe(0);
  });
  afterAll(disconnectDatabase);
}

/** What an earlier file of this worker left goes, so that each test looks through the books of its own file alone. */
async function leaveEarlierFilesBehind(): Promise<void> {
  const models = Object.values(mongoose.models).filter((model) => model !== DatabaseInfoModel);
  await Promise.all(models.map((model) => model.deleteMany({})));
}
