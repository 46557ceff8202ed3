import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { InboxModel, type InboxEvent } from "../../../src/storage/inbox";
import { driverOf } from "../../../src/storage/model";
import { OutboxModel, type OutboxRow } from "../../../src/storage/outbox";
import { useDatabase } from "../../support/database";
import { buildEvent, buildOutboxRow } from "./rows";
import { jsonOf, onConnected } from "./tool";

async function event(overrides: Partial<InboxEvent>): Promise<InboxEvent> {
  const row = buildEvent(overrides);
  await driverOf(InboxModel).insertOne(row);
  return row;
}

async function message(overrides: Partial<OutboxRow>): Promise<OutboxRow> {
  const row = buildOutboxRow(overrides);
  await driverOf(OutboxModel).insertOne(row);
  return row;
}

describe("sajja inbox and outbox", () => {
  useDatabase();
  const clear = async (): Promise<void> => {
    await InboxModel.deleteMany({});
    await OutboxModel.deleteMany({});
  };
  // The lists show everything, so nothing of other tests may be left, and nothing of these.
  beforeEach(clear);
  afterEach(clear);

  it("list what waits without what it says", async () => {
    const parked = await event({ state: "parked", attempts: 5, lastError: "TypeError" });
    await event({ state: "done" });
    const result = await onConnected(["inbox", "list", "--state", "parked", "--json"]);
    expect(jsonOf(result)).toEqual([
      {
        webhookEventId: parked._id,
        state: "parked",
        attempts: 5,
        receivedAt: parked.receivedAt.toISOString(),
        lastError: "TypeError",
      },
    ]);
    expect(jsonOf<unknown[]>(await onConnected(["inbox", "list", "--json"]))).toHaveLength(2);
    const row = await message({ state: "dead", lastError: "line-invalid-400" });
    const rows = await onConnected(["outbox", "list", "--json"]);
    expect(jsonOf(rows)).toEqual([
      { id: row._id, state: "dead", kind: "day.report", to: row.chatId, attempts: 0, lastError: "line-invalid-400" },
    ]);
    expect((await onConnected(["outbox", "list"])).out.join("\n")).not.toContain("secret");
  });

  it("list more than a page", async () => {
    await driverOf(OutboxModel).insertMany(Array.from({ length: 300 }, () => buildOutboxRow({ state: "dead" })));
    expect(jsonOf<unknown[]>(await onConnected(["outbox", "list", "--json"]))).toHaveLength(300);
  });

  it("let a parked event run again, outside of any conversation", async () => {
    const parked = await event({ state: "parked", attempts: 5 });
    const result = await onConnected(["inbox", "replay", parked._id, "--json"]);
    expect(jsonOf(result)).toEqual({ webhookEventId: parked._id, state: "waiting" });
    expect(await InboxModel.findById(parked._id).lean()).toMatchObject({
      state: "waiting",
      attempts: 0,
      replayed: true,
    });
    const again = await onConnected(["inbox", "replay", parked._id]);
    await InboxModel.updateOne({ _id: parked._id }, { $set: { state: "done" } });
    expect(again).toMatchObject({ code: 1, err: [expect.stringContaining("waiting to run already")] });
  });

  it("say why an event cannot run again", async () => {
    const purged = await event({ state: "done", event: null });
    expect(await onConnected(["inbox", "replay", "none"])).toMatchObject({ code: 1, err: ["There is no event none."] });
    expect((await onConnected(["inbox", "replay", purged._id])).err).toEqual([expect.stringContaining("purged")]);
  });

  it("send what is dead again, but nothing that was sent", async () => {
    const dead = await message({ state: "dead", lastError: "line-invalid-400", solo: 2 });
    expect(await onConnected(["outbox", "resend", dead._id])).toMatchObject({ code: 0 });
    expect(await OutboxModel.findById(dead._id).lean()).toMatchObject({ state: "waiting", urgency: "now", solo: 0 });
    const sent = await message({ state: "sent" });
    expect((await onConnected(["outbox", "resend", sent._id])).err).toEqual([expect.stringContaining("was sent")]);
    const held = await message({ state: "held" });
    expect((await onConnected(["outbox", "resend", held._id])).err).toEqual([
      expect.stringContaining("outbox release"),
    ]);
    expect(await onConnected(["outbox", "resend", randomUUID()])).toMatchObject({ code: 1 });
  });

  it("let go what a restore holds", async () => {
    await message({ state: "held" });
    await message({ state: "held" });
    expect(jsonOf(await onConnected(["outbox", "release", "--json"]))).toEqual({ released: 2 });
    expect(await OutboxModel.countDocuments({ state: "held" })).toBe(0);
  });

  it("know their states", async () => {
    expect(await onConnected(["outbox", "list", "--state", "lost"])).toMatchObject({ code: 2, out: [] });
    expect(await onConnected(["inbox", "list", "--status", "done"])).toMatchObject({ code: 2, out: [] });
  });
});
