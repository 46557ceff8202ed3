import { describe, expect, it } from "@jest/globals";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readConfig } from "../../../src/config";
import { baht } from "../../../src/domain/money";
import { runServer } from "../../../src/main";
import { findBenefits, saveBenefits } from "../../../src/storage/benefits";
import { ActionModel } from "../../../src/storage/actions";
import { connectDatabase, disconnectDatabase } from "../../../src/storage/connection";
import { ConversationModel } from "../../../src/storage/conversations";
import { DeliveryModel, type Delivery } from "../../../src/storage/deliveries";
import { LeaseModel } from "../../../src/storage/leases";
import { insertLinkCode, LinkCodeModel } from "../../../src/storage/link-codes";
import { driverOf } from "../../../src/storage/model";
import { OutboxModel } from "../../../src/storage/outbox";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { dataKey, deposit, useBackupRoom } from "./backup-room";
import { buildAction, buildOutboxRow } from "./rows";
import { byItself, jsonOf, onConnected, startScript } from "./tool";

describe("sajja restore", () => {
  const room = useBackupRoom();

  it("brings back what the groups wrote of their benefits", async () => {
    const group = await buildGroup();
    const benefits = [{ name: "คลอดบุตร", pays: "1,000 บาท", who: null, papers: ["สูติบัตร"], ask: null }];
    await inTransaction((tx) => saveBenefits(tx, group.id, benefits));
    expect(await room.backUp()).toMatchObject({ code: 0 });
    const target = room.newDatabase();
    expect(await room.restoreInto(target, [])).toMatchObject({ code: 0 });
    await connectDatabase(target);

    expect(await inTransaction((tx) => findBenefits(tx, [group.id]))).toEqual(new Map([[group.id, benefits]]));
  });

  it("goes on in a new series, whose first number is 1", async () => {
    const group = await buildGroup();
    const member = await buildMember(group, { memberNo: "001" });
    await deposit(group, member, "a");
    expect(await room.backUp()).toMatchObject({ code: 0 });
    await deposit(group, member, "b");
    const told = jsonOf<{ heads: Record<string, string> }>(await onConnected(["books", "check", "--json"])).heads;

    const target = room.newDatabase();
    const head = `${group.id}:${told[group.id]?.slice(0, 16)}`;
    const restored = await room.restoreInto(target, ["--head", head]);
    const fromReceipt = "2569/000002";
    expect(jsonOf(restored)["missing"]).toEqual([
      { group: group.id, head: head.split(":")[1], lastEntry: 1, fromReceipt },
    ]);
    expect(restored).toMatchObject({ code: 0, err: [expect.stringContaining(`receipts from ${fromReceipt} on`)] });
    await connectDatabase(target);
    await deposit(group, member, "c");
    expect(await onConnected(["books", "check"])).toMatchObject({ code: 0 });
    const receipts = await room
      .database(target)
      .collection("journal_entries")
      .find({ withReceipt: true })
      .sort({ groupId: 1, seq: 1 })
      .toArray();
    expect(receipts.map((entry) => entry["receipt"])).toEqual([
      { series: "", year: 2569, no: 1 },
      { series: "A", year: 2569, no: 1 },
    ]);

    const second = path.join(room.folder, "second");
    expect(await onConnected(["backup", second], { env: room.env(target) })).toMatchObject({ code: 0 });
    const [third, fourth] = [room.newDatabase(), room.newDatabase()];
    expect(jsonOf(await room.restoreInto(third, [], second))["series"]).toEqual({ [group.id]: "B" });
    expect(jsonOf(await room.restoreInto(fourth, ["--series", "D"]))["series"]).toEqual({ [group.id]: "D" });
  });

  it("sends nothing by itself, and cards, codes and conversations are void", async () => {
    const group = await buildGroup();
    const member = await buildMember(group, { memberNo: "001" });
    const token = { eventId: "e", token: "t", freshUntil: new Date() };
    const rows = (["waiting", "sending", "parked", "unknown", "sent", "dead", "dropped"] as const).map((state) =>
      buildOutboxRow({ state }),
    );
    const receipt = buildOutboxRow({
      kind: "answer",
      reply: token,
      money: true,
      asCopy: [{ type: "text", text: "copy" }],
    });
    await driverOf(OutboxModel).insertMany([...rows, receipt]);
    const delivery: Delivery = {
      _id: "d",
      chatId: "Uchat",
      lane: 0,
      channel: "push",
      replyToken: null,
      messages: [],
      rowIds: [],
      state: "sending",
      claimedBy: null,
      attempts: 1,
      createdAt: new Date(),
      nextAttemptAt: new Date(),
      outcome: null,
    };
    await driverOf(DeliveryModel).insertOne(delivery);
    await driverOf(ActionModel).insertMany([buildAction(), buildAction({ state: "done", result: { ok: true } })]);
    await inTransaction((tx) =>
      insertLinkCode(tx, "12345678", {
        purpose: "member",
        state: "open",
        groupId: group.id,
        memberId: member.id,
        madeBy: null,
        secondedBy: null,
        byOperator: true,
        createdAt: new Date(),
        expiresAt: new Date(Date.now() + 60_000),
        dayId: null,
      }),
    );
    const at = new Date();
    const talk = { _id: "Uchat", name: "callback", step: "note", data: {}, openedAt: at, expiresAt: at };
    await driverOf(ConversationModel).insertOne(talk);
    await driverOf(LeaseModel).insertOne({ _id: "jobs", holder: "gone", until: new Date(Date.now() + 60_000) });
    expect(await room.backUp()).toMatchObject({ code: 0 });

    const target = room.newDatabase();
    expect(jsonOf(await room.restoreInto(target))).toMatchObject({ held: 4, voidCards: 1, voidCodes: 1 });
    await connectDatabase(target);
    const states = (await OutboxModel.find({ _id: { $in: rows.map((row) => row._id) } }).lean()).map(
      (row) => row.state,
    );
    expect(states.sort()).toEqual(["dead", "dropped", "held", "held", "held", "sent", "unknown"]);
    expect(await OutboxModel.findById(receipt._id).lean()).toMatchObject({
      state: "held",
      reply: null,
      dueAt: null,
      messages: [{ type: "text", text: "copy" }],
    });
    expect(await DeliveryModel.findById("d").lean()).toMatchObject({ state: "done", outcome: "restored" });
    expect((await ActionModel.find().sort({ state: 1 }).lean()).map((one) => one.state)).toEqual(["done", "void"]);
    expect((await LinkCodeModel.find().lean()).map((one) => one.state)).toEqual(["void"]);
    expect(await ConversationModel.countDocuments()).toBe(0);
    expect(await LeaseModel.countDocuments()).toBe(0);
    expect(jsonOf(await onConnected(["outbox", "release", "--json"]))).toEqual({ released: 4 });
  });

  it("refuses a wrong key, a damaged or shortened file, and leaves the database empty", async () => {
    const group = await buildGroup();
    for (let no = 100; no < 130; no++) await buildMember(group, { memberNo: String(no), pledgeSavings: baht(1) });
    expect(await room.backUp()).toMatchObject({ code: 0 });
    const bytes = await readFile(room.file);
    const bad = path.join(room.folder, "bad");
    const target = room.newDatabase();
    const refusals: [Buffer, string, string][] = [
      [bytes, "d4".repeat(32), "No key here opens this file"],
      [bytes.subarray(0, bytes.length - 1), dataKey, "damaged or cut short"],
      [bytes.subarray(0, bytes.length / 2), dataKey, "damaged or cut short"],
      [bytes.subarray(0, 10), dataKey, "no backup"],
      [Buffer.concat([bytes, Buffer.from("x")]), dataKey, "damaged or cut short"],
      [Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte))), dataKey, "damaged"],
    ];
    await disconnectDatabase();
    for (const [contents, key, reason] of refusals) {
      await writeFile(bad, contents);
      const result = await byItself(["restore", bad, "--json"], { ...room.env(target), SAJJA_DATA_KEY: key });
      expect(result).toMatchObject({ code: 1, err: [expect.stringContaining(reason)] });
    }
    expect(await byItself(["restore", path.join(room.folder, "none")], room.env(target))).toMatchObject({
      code: 1,
      err: [expect.stringContaining("cannot be read (ENOENT)")],
    });
    const twoKeys = { ...room.env(target), SAJJA_DATA_KEY: `${"d4".repeat(32)},${dataKey}` };
    expect(await byItself(["restore", room.file], twoKeys)).toMatchObject({ code: 0, err: [] });
  });

  it("restores into an empty database only", async () => {
    await buildGroup();
    expect(await room.backUp()).toMatchObject({ code: 0 });
    const target = room.newDatabase();
    await room.database(target).collection("anything").insertOne({ a: 1 });
    const refused = { code: 1, err: [expect.stringContaining("not empty")] };
    expect(await room.restoreInto(target)).toMatchObject(refused);
    expect(await room.restoreInto(room.sourceUri)).toMatchObject(refused);
    expect(await room.database(target).collection("database_info").countDocuments()).toBe(0);
  });

  it("that was killed halfway is refused by the server, by every command and by itself", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", pledgeSavings: baht(1) });
    expect(await room.backUp()).toMatchObject({ code: 0 });
    const target = room.newDatabase();
    const database = room.database(target);
    // A transaction that is making `members` holds the restore up when it comes there.
    const session = room.client.startSession();
    session.startTransaction();
    await database.collection("members").insertOne({ _id: "x" as never }, { session });
    const child = startScript("scripts/sajja.ts", ["restore", room.file], room.env(target));
    while ((await database.collection("journal_entries").countDocuments()) === 0) {
      expect(child.exitCode).toBe(null);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill("SIGKILL");
    await session.abortTransaction();
    await session.endSession();
    const halfRestored = [expect.stringContaining("half restored")];
    expect(await room.restoreInto(target)).toMatchObject({ code: 1, err: halfRestored });
    expect(await byItself(["books", "check"], room.env(target))).toMatchObject({ code: 1, err: halfRestored });
    const config = { ...readConfig({ ...room.env(target), PORT: "0", LOG_LEVEL: "silent" }), mongodbUri: target };
    await expect(runServer(config)).rejects.toThrow("half restored");
    await database.dropDatabase();
    expect(await room.restoreInto(target)).toMatchObject({ code: 0, err: [] });
  });
});
