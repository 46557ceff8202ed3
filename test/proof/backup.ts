import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { mongo } from "mongoose";
import { createSimulator, type Simulator } from "../../scripts/simulator/core";
import { localDateOf } from "../../src/domain/dates";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { answered, deposit, openCard, pause, recordDeposits, say, tap, total, type Desk } from "./desk";
import { check, type Check } from "./report";
import { sajjaTool, startSajjaTool } from "./sajja-process";
import { ServerProcess } from "./server-process";

const [secret, token] = ["proof-channel-secret", "proof-access-token"];
const [firstPort, secondPort] = [3393, 3394];
const dataKey = "0".repeat(64);
const groupCount = 3;
const depositsBefore = 12;
const databaseName = "sajja";

type RawEntries = Map<string, Buffer>;

/**
 * A server takes deposits by chat while it is backed up; the backup is restored into an empty database: killed halfway it is refused,
 * run to its end it holds every entry byte for byte, sends nothing by itself, and goes on in a new series of receipts.
 */
export async function run(): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-backup-"));
  const simulator = createSimulator({ channelSecret: secret, channelAccessToken: token, quota: { type: "none" } });
  const { origin } = await simulator.start();
  const lineEnv = {
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: origin,
    LINE_DATA_API_BASE_URL: origin,
    SAJJA_SIMULATOR: "off",
    SAJJA_DATA_KEY: dataKey,
    LOG_LEVEL: "error",
  };
  const target = startSajjaTool(["database", "serve"], { DATA_DIR: join(folder, "second") });
  try {
    const sourceEnv = { ...lineEnv, DATA_DIR: join(folder, "first") };
    const taken = await backUpUnderLoad(folder, simulator, sourceEnv);
    const [line] = (await once(createInterface(target.stdout as Readable), "line")) as [string];
    const { uri } = JSON.parse(line) as { uri: string };
    const targetEnv = { ...lineEnv, DATA_DIR: join(folder, "second"), MONGODB_URI: uri };
    return [...taken.checks, ...(await restore(taken, uri, simulator, targetEnv))];
  } finally {
    target.kill("SIGTERM");
    await once(target, "exit");
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Taken {
  file: string;
  desks: Desk[];
  entries: RawEntries;
  /** The heads as a day report would tell them after the backup. */
  told: string[];
  checks: Check[];
}

async function backUpUnderLoad(folder: string, simulator: Simulator, env: NodeJS.ProcessEnv): Promise<Taken> {
  const database = join(folder, "first", "database");
  const desks = await seed(database, simulator);
  simulator.set({ webhookUrl: `http://127.0.0.1:${firstPort}/webhook` });
  const server = new ServerProcess(env, firstPort);
  await server.start();
  const file = join(folder, "backup");
  let running = true;
  try {
    for (const { officer } of desks) {
      await say(officer, "เปิดวันทำการ", /"label":"ยืนยันเปิด/);
      await tap(officer, /^ยืนยันเปิด/, /ทำการแล้ว/);
    }
    for (const desk of desks) desk.openCard = await openCard(desk.officer);
    const load = desks.map((desk) => recordDeposits(desk, () => running));
    while (total(desks) < depositsBefore) await pause(50);
    const before = total(desks);
    const backup = await sajjaTool(["backup", file], env);
    const during = total(desks) - before;
    const counts = desks.map((desk) => desk.deposits);
    while (desks.some((desk, at) => desk.deposits < (counts[at] ?? 0) + 2)) await pause(50);
    running = false;
    await Promise.all(load);
    const books = await sajjaTool(["books", "check"], env);
    const told = Object.entries(books.json["heads"] as Record<string, string>);
    await server.stop();
    return {
      file,
      desks,
      entries: await rawEntriesOf(database),
      told: told.map(([group, hash]) => `${group}:${hash.slice(0, 16)}`),
      checks: [
        check("a running server is backed up", backup.code === 0, backup.err),
        check(`deposits go on meanwhile (${during})`, during > 0),
        check("the books that were backed up balance", books.json["balanced"] === true, books.err),
      ],
    };
  } finally {
    running = false;
    await server.kill();
  }
}

async function seed(database: string, simulator: Simulator): Promise<Desk[]> {
  const embedded = await startEmbedded({ mode: "durable", dataDir: database });
  await connectDatabase(embedded.uri);
  await ensureIndexes();
  const desks: Desk[] = [];
  for (let n = 0; n < groupCount; n++) {
    const group = await buildGroup({ today: localDateOf(new Date()) });
    const [officer, saver] = [simulator.addUser({ name: `เหรัญญิก ${n}` }), simulator.addUser({ name: `สมาชิก ${n}` })];
    const office = { committee: "executive", position: "treasurer" } as const;
    await buildMember(group, { memberNo: "001", personId: (await buildPerson(officer.id))._id, office });
    await buildMember(group, { memberNo: "101", personId: (await buildPerson(saver.id))._id });
    await buildMember(group, { memberNo: "102" });
    desks.push({ groupId: group.id, officer, deposits: 0, openCard: "" });
  }
  await disconnectDatabase();
  await embedded.stop();
  return desks;
}

async function restore(taken: Taken, uri: string, simulator: Simulator, env: NodeJS.ProcessEnv): Promise<Check[]> {
  const { file, told, desks } = taken;
  const client = await new mongo.MongoClient(uri).connect();
  const db = client.db(databaseName);
  try {
    const killed = await killHalfway(db, file, env);
    await db.dropDatabase();
    const restored = await sajjaTool(["restore", file, ...told.flatMap((head) => ["--head", head])], env);
    const { held, missing, series } = restored.json as {
      held: number;
      missing: { group: string; fromReceipt: string }[];
      series: Record<string, string>;
    };
    const entries = await rawEntries(db);
    const added = [...entries].filter(([id, bytes]) => !taken.entries.get(id)?.equals(bytes));
    const kinds = added.map(([, bytes]) => String(mongo.BSON.deserialize(bytes)["kind"]));
    return [
      ...killed,
      check("a backup is restored", restored.code === 0 && restored.json["balanced"] === true, restored.err),
      check(
        `every entry is there byte for byte (${entries.size - added.length})`,
        entries.size > added.length && kinds.length === groupCount && kinds.every((kind) => kind === "ledger.restored"),
        kinds.join(),
      ),
      check(
        "what came after the backup is told by group and receipt",
        missing.length === groupCount && missing.every((one) => /^\d{4}\/\d{6}$/.test(one.fromReceipt)),
        JSON.stringify(missing),
      ),
      check(
        "receipts go on in a new series",
        desks.every(({ groupId }) => series[groupId] === "A"),
        JSON.stringify(series),
      ),
      ...(await goOn(taken, held, db, simulator, env)),
    ];
  } finally {
    await client.close();
  }
}

/** Kills a restore as soon as it has begun, and looks whether server and tool refuse what it left. */
async function killHalfway(db: mongo.Db, file: string, env: NodeJS.ProcessEnv): Promise<Check[]> {
  const child = startSajjaTool(["restore", file], env);
  const ended = once(child, "exit");
  while (!(await db.collection("database_info").findOne({ restoring: true }))) {
    if (child.exitCode !== null) throw new Error("the restore ended before it could be killed");
  }
  child.kill("SIGKILL");
  await ended;
  const again = await sajjaTool(["restore", file], env);
  const server = new ServerProcess(env, secondPort);
  const refusal = await server.start().then(
    () => "it started",
    (error: unknown) => String(error),
  );
  await server.kill();
  return [
    check("a restore killed halfway is refused by the server", refusal.includes("half restored"), refusal),
    check("and by a second restore", again.code === 1 && again.err.includes("half restored"), again.err),
  ];
}

/** Starts a server on the restored books. */
async function goOn(
  { desks }: Taken,
  held: number,
  db: mongo.Db,
  simulator: Simulator,
  env: NodeJS.ProcessEnv,
): Promise<Check[]> {
  simulator.clearTraffic();
  simulator.set({ webhookUrl: `http://127.0.0.1:${secondPort}/webhook` });
  const waiting = await db.collection("inbox_events").countDocuments({ state: "waiting" });
  const server = new ServerProcess(env, secondPort);
  await server.start();
  try {
    await pause(3_000);
    const sent = simulator.calls().filter((call) => call.path.startsWith("/v2/bot/message/") && call.method === "POST");
    const list = await sajjaTool(["outbox", "list", "--state", "held"], env);
    const before = await db.collection("journal_entries").countDocuments();
    for (const { officer, openCard } of desks) await answered(officer, () => officer.taps(openCard), /./);
    const after = await db.collection("journal_entries").countDocuments();
    const receipts: string[] = [];
    for (const desk of desks) receipts.push(await deposit({ ...desk, deposits: 1_000 }));
    const released = await sajjaTool(["outbox", "release"], env);
    const books = await sajjaTool(["books", "check"], env);
    return [
      check(
        `nothing is sent but answers to events that the backup caught waiting (${held} held, ${waiting} events)`,
        held > 0 && sent.length <= waiting && sent.every((call) => call.operation === "replyMessage"),
        sent.map((call) => call.path).join(),
      ),
      check(
        "held messages are listed and released",
        (list.json as unknown as unknown[]).length === held && released.json["released"] === held,
      ),
      check("a card from before the restore does nothing", after === before, `${after - before} entries`),
      check(
        "the next receipt is the first of the new series",
        receipts.every((text) => /25\d\d\/A\/000001/.test(text)),
        receipts.map((text) => text.slice(0, 100)).join(),
      ),
      check("the books balance when they have gone on", books.json["balanced"] === true, books.err),
    ];
  } finally {
    await server.stop();
  }
}

async function rawEntriesOf(database: string): Promise<RawEntries> {
  const embedded = await startEmbedded({ mode: "durable", dataDir: database });
  const client = await new mongo.MongoClient(embedded.uri).connect();
  const entries = await rawEntries(client.db(databaseName));
  await client.close();
  await embedded.stop();
  return entries;
}

async function rawEntries(db: mongo.Db): Promise<RawEntries> {
  const entries: RawEntries = new Map();
  const raw = db.collection("journal_entries").find({}, { raw: true });
  for await (const bytes of raw as unknown as AsyncIterable<Uint8Array>)
    entries.set(String(mongo.BSON.deserialize(bytes)["_id"]), Buffer.from(bytes));
  return entries;
}
