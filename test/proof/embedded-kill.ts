import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mongo } from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";

/** What one property of the database came to over all rounds. */
export interface ProofResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

interface Account {
  _id: number;
  balance: number;
}

interface Counter {
  _id: number;
  n: number;
}

const ACCOUNTS = 8;
const BALANCE = 1000;
const COUNTERS = 4;

/**
 * Kills a process with an embedded database under load, `rounds` times over the same folder, and looks each time whether every acknowledged
 * insert is there once, every counter stands between what was acknowledged and what was asked, and the accounts still add up.
 */
export async function run(rounds: number): Promise<ProofResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "embedded-kill-"));
  const tally = new Map<string, [passed: number, failed: number]>();
  const note = (name: string, holds: boolean): void => {
    const [passed, failed] = tally.get(name) ?? [0, 0];
    tally.set(name, holds ? [passed + 1, failed] : [passed, failed + 1]);
  };
  const inserted = new Set<string>();
  const counted = { acknowledged: Array<number>(COUNTERS).fill(0), asked: Array<number>(COUNTERS).fill(0) };
  try {
    for (let round = 0; round < rounds; round += 1) {
      await killUnderLoad(folder, round, inserted, counted);
      await check(folder, inserted, counted, note);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [...tally].map(([name, [passed, failed]]) => ({ name, passed, failed }));
}

/** Lines of the child: `i <key>` an insert, `a <counter>` an increment that is about to be sent, `c <counter>` one that was acknowledged. */
function killUnderLoad(
  folder: string,
  round: number,
  inserted: Set<string>,
  counted: { acknowledged: number[]; asked: number[] },
): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", __filename, folder, String(round)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  let armed = false;
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (part: string) => {
    if (!armed) {
      armed = true;
      setTimeout(() => child.kill("SIGKILL"), 300 + ((round * 271) % 900));
    }
    const lines = (text + part).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const [kind, value] = line.split(" ") as [string, string];
      if (kind === "i") inserted.add(value);
      else {
        const counts = kind === "a" ? counted.asked : counted.acknowledged;
        counts[Number(value)] = (counts[Number(value)] ?? 0) + 1;
      }
    }
  });
  return new Promise((resolve, reject) => {
    child.on("exit", (_code, signal) =>
      signal === "SIGKILL" ? resolve() : reject(new Error("the child ended by itself")),
    );
  });
}

async function check(
  folder: string,
  inserted: Set<string>,
  counted: { acknowledged: number[]; asked: number[] },
  note: (name: string, holds: boolean) => void,
): Promise<void> {
  const database = await startEmbedded({ mode: "durable", dataDir: folder });
  const client = await new mongo.MongoClient(database.uri).connect();
  const db = client.db("proof");
  const keys = (await db.collection<{ key: string }>("inserts").find().toArray()).map(({ key }) => key);
  const found = new Set(keys);
  note(
    "no acknowledged insert lost",
    [...inserted].every((key) => found.has(key)),
  );
  note("no insert doubled", found.size === keys.length);
  const counters = await db.collection<Counter>("counters").find().toArray();
  const withinBounds = counters.every(
    ({ _id, n }) => n >= (counted.acknowledged[_id] ?? 0) && n <= (counted.asked[_id] ?? 0),
  );
  note("no acknowledged increment lost or done twice", withinBounds);
  // What was asked and never answered is settled now: the next round counts on from what is stored.
  for (const { _id, n } of counters) counted.acknowledged[_id] = counted.asked[_id] = n;
  const accounts = await db.collection<Account>("accounts").find().toArray();
  note(
    "sums kept over transfers",
    accounts.reduce((sum, { balance }) => sum + balance, 0) === ACCOUNTS * BALANCE || accounts.length === 0,
  );
  await client.close();
  await database.stop();
}

/** The child: writes until it is killed. */
async function load(folder: string, round: number): Promise<void> {
  const database = await startEmbedded({ mode: "durable", dataDir: folder });
  const client = await new mongo.MongoClient(database.uri).connect();
  const db = client.db("proof");
  await db.collection("inserts").createIndex({ key: 1 }, { unique: true });
  const accounts = Array.from({ length: ACCOUNTS }, (_, _id) => ({ _id, balance: BALANCE }));
  if ((await db.collection("accounts").countDocuments()) === 0)
    await db.collection<Account>("accounts").insertMany(accounts);
  await Promise.all([
    ...Array.from({ length: 6 }, (_, writer) => forever((n) => insert(db, `${round}-${writer}-${n}`))),
    ...Array.from({ length: COUNTERS }, (_, counter) => forever(() => increment(db, counter))),
    ...Array.from({ length: 3 }, () => forever((n) => transfer(client, n))),
  ]);
}

async function forever(work: (n: number) => Promise<void>): Promise<never> {
  for (let n = 0; ; n += 1) await work(n);
}

async function insert(db: mongo.Db, key: string): Promise<void> {
  await db.collection("inserts").insertOne({ key, text: "x".repeat(200) });
  process.stdout.write(`i ${key}\n`);
}

async function increment(db: mongo.Db, counter: number): Promise<void> {
  process.stdout.write(`a ${counter}\n`);
  await db.collection<Counter>("counters").updateOne({ _id: counter }, { $inc: { n: 1 } }, { upsert: true });
  process.stdout.write(`c ${counter}\n`);
}

async function transfer(client: mongo.MongoClient, n: number): Promise<void> {
  const accounts = client.db("proof").collection<Account>("accounts");
  const [from, to] = [n % ACCOUNTS, (n * 3 + 1) % ACCOUNTS];
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await accounts.updateOne({ _id: from }, { $inc: { balance: -7 } }, { session });
      await accounts.updateOne({ _id: to }, { $inc: { balance: 7 } }, { session });
    }),
  );
}

if (require.main === module) void load(process.argv[2] ?? "", Number(process.argv[3]));
