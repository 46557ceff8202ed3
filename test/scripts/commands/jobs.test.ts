import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { DatabaseInfoModel, getDatabaseInfo } from "../../../src/storage/database-info";
import { ActionModel } from "../../../src/storage/actions";
import { JobRunModel } from "../../../src/storage/job-runs";
import { driverOf } from "../../../src/storage/model";
import { EntryModel } from "../../../src/storage/journal";
import { baht } from "../../../src/domain/money";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildAction } from "./rows";
import { jsonOf, onConnected } from "./tool";

describe("sajja jobs", () => {
  useDatabase();
  // Other files of this worker may have run jobs.
  beforeEach(async () => void (await JobRunModel.deleteMany({})));
  afterEach(async () => {
    await DatabaseInfoModel.updateOne({ _id: "database" }, { $set: { liveBotUserId: null } });
  });
  const list = async (now = new Date("2026-03-05T02:00:00Z")) =>
    jsonOf<Record<string, unknown>[]>(await onConnected(["jobs", "list", "--json"], { now }));

  it("tells every job with its next run", async () => {
    expect(await list()).toEqual([
      { name: "check-books", cron: "30 1 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-05T18:30:00.000Z" },
      { name: "purge", cron: "0 3 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-05T20:00:00.000Z" },
      { name: "quota", cron: "0 6 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-05T23:00:00.000Z" },
      { name: "tell-rules", cron: "0 7 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-06T00:00:00.000Z" },
      {
        name: "tell-closings",
        cron: "* * * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-05T02:01:00.000Z",
      },
      {
        name: "tell-payment-changes",
        cron: "* * * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-05T02:01:00.000Z",
      },
      {
        name: "ballots",
        cron: "* * * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-05T02:01:00.000Z",
      },
      {
        name: "tell-moves",
        cron: "* * * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-05T02:01:00.000Z",
      },
      {
        name: "loan-answers",
        cron: "10 8 * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-06T01:10:00.000Z",
      },
      { name: "cases", cron: "15 8 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-06T01:15:00.000Z" },
      {
        name: "loan-reminders",
        cron: "30 8 * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-06T01:30:00.000Z",
      },
      { name: "transfers", cron: "0 9 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-06T02:00:00.000Z" },
      {
        name: "day-reminders",
        cron: "0 16 * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-05T09:00:00.000Z",
      },
      { name: "open-days", cron: "45 16 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-05T09:45:00.000Z" },
      { name: "slips", cron: "40 3 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-05T20:40:00.000Z" },
      { name: "photo-keys", cron: "20 2 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-05T19:20:00.000Z" },
      {
        name: "release-loans",
        cron: "20 8 * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-06T01:20:00.000Z",
      },
      {
        name: "end-practices",
        cron: "5 0 * * *",
        lastRun: null,
        lastResult: null,
        nextRun: "2026-03-05T17:05:00.000Z",
      },
      { name: "tell-live", cron: "10 7 * * *", lastRun: null, lastResult: null, nextRun: "2026-03-06T00:10:00.000Z" },
    ]);
  });

  it("runs one as if it were then, and the schedule goes on as before", async () => {
    const old = buildAction({ createdAt: new Date("2026-03-01T00:00:00Z") });
    await driverOf(ActionModel).insertOne(old);
    expect(await onConnected(["jobs", "run", "purge", "--at", "2026-08-01"])).toMatchObject({ code: 0 });
    expect(await ActionModel.countDocuments({ _id: old._id })).toBe(1);
    const later = await onConnected(["jobs", "run", "purge", "--at", "2026-09-01T03:00:00+07:00", "--json"]);
    expect(jsonOf(later)).toEqual({ name: "purge", at: "2026-08-31T20:00:00.000Z", alerts: [] });
    expect(await ActionModel.countDocuments({ _id: old._id })).toBe(0);
    expect((await list())[1]).toMatchObject({ lastResult: "done", lastRun: expect.any(String) });
    const runs = await JobRunModel.find({ job: "purge" }).lean();
    expect(runs.filter(({ _id }) => /^purge:\d/.test(_id))).toEqual([]);
  });

  it("is not in order when the job alerts", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", pledgeSavings: baht(100) });
    await EntryModel.updateOne({ groupId: group.id, seq: 1 }, { $set: { source: "chat" } });
    const result = await onConnected(["jobs", "run", "check-books", "--json"]);
    await EntryModel.updateOne({ groupId: group.id, seq: 1 }, { $set: { source: "setup" } });
    const sentence = `The job check-books alerts: books.problem, group ${group.id}, entry 1.`;
    expect(result).toMatchObject({ code: 1, err: [sentence] });
    expect(jsonOf(result)).toMatchObject({ name: "check-books", alerts: [sentence] });
  });

  it("has no future on a live database", async () => {
    await getDatabaseInfo();
    await DatabaseInfoModel.updateOne({ _id: "database" }, { $set: { liveBotUserId: "Ubot" } });
    const run = (at: string) => onConnected(["jobs", "run", "purge", "--at", at]);
    expect(await run("2199-01-01T00:00:00Z")).toMatchObject({
      code: 1,
      err: [expect.stringContaining("live database")],
    });
    expect(await run("2026-01-01T00:00:00Z")).toMatchObject({ code: 0 });
  });

  it("refuses what it does not know", async () => {
    expect(await onConnected(["jobs", "run", "dance"])).toMatchObject({
      code: 2,
      err: [expect.stringContaining("check-books")],
    });
    for (const at of ["tomorrow", "2026-13-01", "2026-02-30", "2026-03-05T25:00", "2026-03-05T10:00:00"])
      expect(await onConnected(["jobs", "run", "purge", "--at", at])).toMatchObject({ code: 2, out: [] });
    expect(await onConnected(["jobs", "run", "quota"])).toMatchObject({
      code: 1,
      err: ["The job quota asks LINE, and no LINE credentials are set."],
    });
  });
});
