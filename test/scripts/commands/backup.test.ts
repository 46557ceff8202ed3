import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mongo } from "mongoose";
import { baht } from "../../../src/domain/money";
import type { Group } from "../../../src/domain/groups/group";
import { account } from "../../../src/domain/ledger/accounts";
import { credit, debit } from "../../../src/domain/ledger/journal-entry";
import type { Member } from "../../../src/domain/members/member";
import { readConfig } from "../../../src/config";
import { runServer } from "../../../src/main";
import { ActionModel } from "../../../src/storage/actions";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../../src/storage/connection";
import { ConversationModel } from "../../../src/storage/conversations";
import { DeliveryModel, type Delivery } from "../../../src/storage/deliveries";
import { post } from "../../../src/storage/journal";
import { lockHead } from "../../../src/storage/ledger-heads";
import { LeaseModel } from "../../../src/storage/leases";
import { insertLinkCode, LinkCodeModel } from "../../../src/storage/link-codes";
import { driverOf } from "../../../src/storage/model";
import { OutboxModel } from "../../../src/storage/outbox";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { testDatabaseUri } from "../../support/database";
import { buildAction, buildOutboxRow } from "./rows";
import { byItself, jsonOf, onConnected, startScript, type ToolResult } from "./tool";

const dataKey = "c3".repeat(32);

/** Posts a deposit with a receipt. */
async function deposit(group: Group, member: Member, key: string): Promise<void> {
  await inTransaction(async (tx) => {
    const head = await lockHead(tx, group.id);
    await post(tx, head, {
      idempotencyKey: `savings.deposit:${key}`,
      kind: "savings.deposit",
      effectiveOn: head.day.on,
      postedAt: new Date(),
      actor: { personId: null, memberId: null, position: "treasurer" },
      source: "chat",
      withReceipt: true,
      postings: [
        debit({ groupId: group.id, code: account.cash }, baht(100)),
        credit({ groupId: group.id, code: account.pledgeSavings, memberId: member.id }, baht(100)),
      ],
    });
  });
}

describe("sajja backup and restore", () => {
  let folder: string;
  let file: string;
  let names: string[] = [];
  let client: mongo.MongoClient;
  let sourceUri: string;

  beforeAll(async () => {
    client = await new mongo.MongoClient(testDatabaseUri("unused")).connect();
  });
  afterAll(() => client.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "backup-"));
    file = path.join(folder, "backup");
    sourceUri = newDatabase();
    await connectDatabase(sourceUri);
    await ensureIndexes();
  });
  afterEach(async () => {
    await disconnectDatabase();
    await rm(folder, { recursive: true, force: true });
    for (const name of names) await client.db(name).dropDatabase();
    names = [];
  });

  function newDatabase(): string {
    const name = `backup_${randomBytes(6).toString("hex")}`;
    names.push(name);
    return testDatabaseUri(name);
  }

  const nameOf = (uri: string): string => /\/(backup_[0-9a-f]+)/.exec(uri)?.[1] ?? "";
  const env = (uri: string) => ({ MONGODB_URI: uri, SAJJA_DATA_KEY: dataKey, DATA_DIR: path.join(folder, "data") });
  const backUp = () => onConnected(["backup", file, "--json"], { env: env(sourceUri) });

  /** Closes the source and restores into another database. */
  async function restoreInto(uri: string, more: string[] = [], backup = file): Promise<ToolResult> {
    await disconnectDatabase();
    return byItself(["restore", backup, "--json", ...more], env(uri));
  }

  async function rawEntries(uri: string): Promise<Map<string, Buffer>> {
    const raw = client.db(nameOf(uri)).collection("journal_entries").find({}, { raw: true });
    const entries = new Map<string, Buffer>();
    for await (const bytes of raw as unknown as AsyncIterable<Uint8Array>) {
      const entry = Buffer.from(bytes);
      entries.set(mongo.BSON.deserialize(entry)["_id"] as string, entry);
    }
    return entries;
  }

  it("takes one moment out of a database under load, and gives every entry back byte for byte", async () => {
    const group = await buildGroup();
    const other = await buildGroup();
    const members = [await buildMember(group, { memberNo: "001" }), await buildMember(other, { memberNo: "001" })];
    let running = true;
    const load = [group, other].map(async (one, index) => {
      for (let n = 0; running; n++) await deposit(one, members[index] as Member, `${one.id}-${n}`);
    });
    while ((await rawEntries(sourceUri)).size < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    const result = await backUp();
    const after = (await rawEntries(sourceUri)).size;
    running = false;
    await Promise.all(load);
    expect(result).toMatchObject({ code: 0, err: [] });
    const counts = jsonOf<{ collections: { name: string; count: number }[] }>(result).collections;
    const saved = counts.find(({ name }) => name === "journal_entries")?.count ?? 0;
    expect(saved).toBeGreaterThanOrEqual(20);
    expect(saved).toBeLessThanOrEqual(after);

    const target = newDatabase();
    const restored = await restoreInto(target);
    expect(restored).toMatchObject({ code: 0, err: [] });
    expect(jsonOf(restored)).toMatchObject({
      groups: 2,
      balanced: true,
      entries: saved + 2,
      series: { [group.id]: "A", [other.id]: "A" },
      missing: [],
    });
    const [before, now] = [await rawEntries(sourceUri), await rawEntries(target)];
    const added = [...now].filter(([id, bytes]) => !before.get(id)?.equals(bytes)).map(([, bytes]) => bytes);
    expect(added.map((bytes) => mongo.BSON.deserialize(bytes)["kind"])).toEqual(["ledger.restored", "ledger.restored"]);
    expect(now.size).toBe(saved + 2);
  });

  it("goes on in a new series, whose first number is 1", async () => {
    const group = await buildGroup();
    const member = await buildMember(group, { memberNo: "001" });
    await deposit(group, member, "a");
    expect(await backUp()).toMatchObject({ code: 0 });
    await deposit(group, member, "b");
    const told = jsonOf<{ heads: Record<string, string> }>(await onConnected(["books", "check", "--json"])).heads;

    const target = newDatabase();
    const head = `${group.id}:${told[group.id]?.slice(0, 16)}`;
    const restored = await restoreInto(target, ["--head", head]);
    const fromReceipt = "2569/000002";
    expect(jsonOf(restored)["missing"]).toEqual([
      { group: group.id, head: head.split(":")[1], lastEntry: 1, fromReceipt },
    ]);
    expect(restored).toMatchObject({ code: 0, err: [expect.stringContaining(`receipts from ${fromReceipt} on`)] });
    await connectDatabase(target);
    await deposit(group, member, "c");
    expect(await onConnected(["books", "check"])).toMatchObject({ code: 0 });
    const receipts = await client
      .db(nameOf(target))
      .collection("journal_entries")
      .find({ withReceipt: true })
      .toArray();
    expect(receipts.map((entry) => entry["receipt"])).toEqual([
      { series: "", year: 2569, no: 1 },
      { series: "A", year: 2569, no: 1 },
    ]);

    const second = path.join(folder, "second");
    expect(await onConnected(["backup", second], { env: env(target) })).toMatchObject({ code: 0 });
    const [third, fourth] = [newDatabase(), newDatabase()];
    expect(jsonOf(await restoreInto(third, [], second))["series"]).toEqual({ [group.id]: "B" });
    expect(jsonOf(await restoreInto(fourth, ["--series", "D"]))["series"]).toEqual({ [group.id]: "D" });
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
        expiresAt: null,
        dayId: null,
      }),
    );
    const at = new Date();
    const talk = { _id: "Uchat", name: "callback", step: "note", data: {}, openedAt: at, expiresAt: at };
    await driverOf(ConversationModel).insertOne(talk);
    await driverOf(LeaseModel).insertOne({ _id: "jobs", holder: "gone", until: new Date(Date.now() + 60_000) });
    expect(await backUp()).toMatchObject({ code: 0 });

    const target = newDatabase();
    expect(jsonOf(await restoreInto(target))).toMatchObject({ held: 4, voidCards: 1, voidCodes: 1 });
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

  it("writes a file that shows nothing, for its owner alone, and replaces an older one whole", async () => {
    await buildMember(await buildGroup(), { memberNo: "001", name: "มาลี ทดสอบ" });
    await writeFile(file, "older");
    expect(await backUp()).toMatchObject({ code: 0 });
    const bytes = await readFile(file);
    expect(bytes.includes("มาลี")).toBe(false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await onConnected(["backup", path.join(folder, "no", "such")], { env: env(sourceUri) })).toMatchObject({
      code: 1,
      err: [expect.stringContaining("cannot be written (ENOENT)")],
    });
  });

  it("refuses a wrong key, a damaged or shortened file, and leaves the database empty", async () => {
    const group = await buildGroup();
    for (let no = 100; no < 130; no++) await buildMember(group, { memberNo: String(no), pledgeSavings: baht(1) });
    expect(await backUp()).toMatchObject({ code: 0 });
    const bytes = await readFile(file);
    const bad = path.join(folder, "bad");
    const target = newDatabase();
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
      const result = await byItself(["restore", bad, "--json"], { ...env(target), SAJJA_DATA_KEY: key });
      expect(result).toMatchObject({ code: 1, err: [expect.stringContaining(reason)] });
    }
    expect(await byItself(["restore", path.join(folder, "none")], env(target))).toMatchObject({
      code: 1,
      err: [expect.stringContaining("cannot be read (ENOENT)")],
    });
    const twoKeys = { ...env(target), SAJJA_DATA_KEY: `${"d4".repeat(32)},${dataKey}` };
    expect(await byItself(["restore", file], twoKeys)).toMatchObject({ code: 0, err: [] });
  });

  it("restores into an empty database only", async () => {
    await buildGroup();
    expect(await backUp()).toMatchObject({ code: 0 });
    const target = newDatabase();
    await client.db(nameOf(target)).collection("anything").insertOne({ a: 1 });
    const refused = { code: 1, err: [expect.stringContaining("not empty")] };
    expect(await restoreInto(target)).toMatchObject(refused);
    expect(await restoreInto(sourceUri)).toMatchObject(refused);
    expect(await client.db(nameOf(target)).collection("database_info").countDocuments()).toBe(0);
  });

  it("that was killed halfway is refused by the server, by every command and by itself", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", pledgeSavings: baht(1) });
    expect(await backUp()).toMatchObject({ code: 0 });
    const target = newDatabase();
    const database = client.db(nameOf(target));
    // A transaction that is making `members` holds the restore up when it comes there.
    const session = client.startSession();
    session.startTransaction();
    await database.collection("members").insertOne({ _id: "x" as never }, { session });
    const child = startScript("scripts/sajja.ts", ["restore", file], env(target));
    while ((await database.collection("journal_entries").countDocuments()) === 0) {
      expect(child.exitCode).toBe(null);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill("SIGKILL");
    await session.abortTransaction();
    await session.endSession();
    const halfRestored = [expect.stringContaining("half restored")];
    expect(await restoreInto(target)).toMatchObject({ code: 1, err: halfRestored });
    expect(await byItself(["books", "check"], env(target))).toMatchObject({ code: 1, err: halfRestored });
    const config = { ...readConfig({ ...env(target), PORT: "0", LOG_LEVEL: "silent" }), mongodbUri: target };
    await expect(runServer(config)).rejects.toThrow("half restored");
    await database.dropDatabase();
    expect(await restoreInto(target)).toMatchObject({ code: 0, err: [] });
  });

  it("makes its key once, where none is configured", async () => {
    await buildGroup();
    const dataDir = path.join(folder, "data");
    expect(await onConnected(["backup", file], { env: { DATA_DIR: dataDir } })).toMatchObject({ code: 0 });
    const keyFile = path.join(dataDir, "data-key");
    const key = await readFile(keyFile, "utf8");
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect(await onConnected(["backup", file], { env: { DATA_DIR: dataDir } })).toMatchObject({ code: 0 });
    expect(await readFile(keyFile, "utf8")).toBe(key);
    await disconnectDatabase();
    const target = newDatabase();
    const elsewhere = { MONGODB_URI: target, DATA_DIR: path.join(folder, "elsewhere") };
    expect(await byItself(["restore", file], elsewhere)).toMatchObject({
      code: 1,
      err: [expect.stringContaining("There is no key here")],
    });
    expect(await byItself(["restore", file], { ...elsewhere, SAJJA_DATA_KEY: key.trim() })).toMatchObject({ code: 0 });
  });
});
