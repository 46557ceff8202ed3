import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, jest } from "@jest/globals";
import type { Document } from "bson";
import { mongo } from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import type { EmbeddedOptions } from "../../src/embedded-mongodb/launch";
import { openStorage } from "../../src/embedded-mongodb/storage/open";
import { run } from "../proof/embedded-damage";
import { failure } from "./support";
import { WireClient } from "./wire-client";

jest.setTimeout(30_000);

const root = mkdtempSync(join(tmpdir(), "embedded-test-"));
let folders = 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(): string {
  folders += 1;
  return join(root, String(folders));
}

/** Sends a command with a session of its own choice, which the driver would replace. */
async function sendWire(uri: string, command: Document): Promise<Document> {
  const wire = await WireClient.open(uri);
  const reply = await wire.command(command);
  wire.close();
  return reply;
}

const operationTime = async (db: mongo.Db): Promise<mongo.Timestamp> =>
  (await db.command({ ping: 1 })).operationTime as mongo.Timestamp;

/** Runs `work` against the database of a folder and stops it. */
async function withDatabase<T>(
  dataDir: string,
  work: (db: mongo.Db, client: mongo.MongoClient, uri: string) => Promise<T>,
  options: Partial<EmbeddedOptions> = {},
): Promise<T> {
  const database = await startEmbedded({
    mode: "durable",
    dataDir,
    log: () => undefined,
    testCommands: true,
    ...options,
  });
  const client = await new mongo.MongoClient(database.uri).connect();
  try {
    return await work(client.db("d"), client, database.uri);
  } finally {
    await client.close();
    await database.stop();
  }
}

describe("a durable database", () => {
  it("has everything again when it is opened: documents in order, indexes, retry results, the clock", async () => {
    const folder = newFolder();
    const write = {
      insert: "c",
      $db: "d",
      documents: [{ _id: 1 }],
      lsid: { id: new mongo.UUID() },
      txnNumber: mongo.Long.fromNumber(1),
    };
    const before = await withDatabase(folder, async (db, client, uri) => {
      await db.collection("c").createIndex({ key: 1 }, { unique: true, sparse: true });
      await db
        .collection("c")
        .insertMany(Array.from({ length: 300 }, (_, n) => ({ key: `k${n}`, text: "x".repeat(n) })));
      await db.collection("c").deleteMany({ key: { $in: ["k1", "k2"] } });
      await client.withSession((session) =>
        session.withTransaction(() =>
          db.collection("c").updateOne({ key: "k3" }, { $set: { done: true } }, { session }),
        ),
      );
      await db.collection("gone").insertOne({});
      await db.collection("gone").drop();
      await sendWire(uri, write);
      return {
        documents: await db.collection("c").find().toArray(),
        time: await operationTime(db),
      };
    });
    await withDatabase(folder, async (db, _client, uri) => {
      expect(await db.collection("c").find().toArray()).toEqual(before.documents);
      expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(["c"]);
      expect(await db.collection("c").indexes()).toMatchObject([{}, { name: "key_1", unique: true, sparse: true }]);
      expect((await failure(db.collection("c").insertOne({ key: "k5" }))).code).toBe(11000);
      expect(await sendWire(uri, write)).toMatchObject({ n: 1, retriedStmtIds: [0] });
      expect(await db.collection("c").findOne({ key: "k3" })).toMatchObject({ done: true });
      // Within one second the clock may still stand where it stood; it never goes back, and the next commit moves it on.
      expect((await operationTime(db)).greaterThanOrEqual(before.time)).toBe(true);
      await db.collection("c").insertOne({ key: "new" });
      expect((await operationTime(db)).greaterThan(before.time)).toBe(true);
    });
  });

  it("is served to a second process of the same folder by the first, through its URI", async () => {
    const folder = newFolder();
    await withDatabase(folder, async (db) => {
      const second = await startEmbedded({ mode: "durable", dataDir: folder });
      expect(second.attached).toBe(true);
      expect(readFileSync(join(folder, "mongodb.uri"), "utf8").trim()).toBe(second.uri);
      await db.collection("c").insertOne({ n: 1 });
      const client = await new mongo.MongoClient(second.uri).connect();
      expect(await client.db("d").collection("c").countDocuments()).toBe(1);
      await client.close();
      await second.stop();
      expect(await db.collection("c").countDocuments()).toBe(1);
      expect([statSync(folder).mode & 0o777, statSync(join(folder, "mongodb.sock")).mode & 0o777]).toEqual([
        0o700, 0o600,
      ]);
    });
    expect(existsSync(join(folder, "mongodb.uri"))).toBe(false);
  });

  it("refuses more documents than its cap, and takes them again after others are deleted", async () => {
    const folder = newFolder();
    const work = async (db: mongo.Db) => {
      const one = () => db.collection("c").insertOne({ text: "x".repeat(40_000) });
      await one();
      await one();
      const refused = await failure(one());
      expect([refused.code, refused.message]).toEqual([14031, expect.stringContaining("full")]);
      expect((await failure(db.collection("c").updateOne({}, { $set: { more: "x".repeat(50_000) } }))).code).toBe(
        14031,
      );
      await db.collection("c").deleteOne({});
      await one();
      await db.collection("c").drop();
    };
    await withDatabase(folder, work, { maxBytes: 100_000 });
    await withDatabase(folder, work, { maxBytes: 100_000 });
  });

  it("ends the whole process when a sync fails, and has acknowledged nothing that is lost", async () => {
    const folder = newFolder();
    const run = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "failing-sync.ts"), folder], {
      encoding: "utf8",
      timeout: 60_000,
    });
    expect([run.signal, run.stderr]).toEqual(["SIGKILL", expect.stringContaining("injected fault")]);
    const acknowledged = run.stdout.split("\n").filter(Boolean).map(Number);
    expect(acknowledged.length).toBeGreaterThan(5);
    await withDatabase(folder, async (db) => {
      const found = (await db.collection("c").find().toArray()).map(({ n }) => n as number);
      expect(found).toEqual(expect.arrayContaining(acknowledged));
    });
  }, 70_000);
});

describe("damaged storage", () => {
  it("is noticed by a file that is there before the first write, and whose absence is damage", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const witness = join(folder, "mongodb.sequence");
    const storage = await openStorage(folder, undefined);
    expect(existsSync(witness)).toBe(true);
    await storage.write([], 1);
    await storage.close();
    await (await openStorage(folder, undefined)).close();
    rmSync(witness);
    expect((await failure(openStorage(folder, undefined))).message).toContain("mongodb.sequence is missing");
  });

  it("opens with everything acknowledged or is refused with the reason, wherever a file was cut or a bit turned", async () => {
    for (const { failed } of await run(60)) expect(failed).toBe(0);
  }, 120_000);
});
