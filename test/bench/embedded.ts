import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";

/** One line of the benchmark table. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value should stay within, where there is a goal. */
  readonly goal?: string;
  readonly met?: boolean;
}

const DOCUMENTS = 20_000;

/** Measures the embedded database through mongoose and the driver: durable writes, transactions, start-up, memory. */
export async function measureEmbedded(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "embedded-bench-"));
  try {
    return [...(await writes(join(folder, "writes"))), ...(await startUp(join(folder, "start-up")))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(dataDir: string): Promise<{ connection: mongoose.Connection; stop: () => Promise<void> }> {
  const database = await startEmbedded({ mode: "durable", dataDir, testCommands: true });
  const connection = await mongoose.createConnection(database.uri, { dbName: "bench", maxPoolSize: 60 }).asPromise();
  const stop = async (): Promise<void> => {
    await connection.close();
    await database.stop();
  };
  return { connection, stop };
}

async function writes(folder: string): Promise<Measurement[]> {
  const { connection, stop } = await open(folder);
  const results: Measurement[] = [];
  const collection = connection.collection("inserts");
  await collection.createIndex({ key: 1 }, { unique: true });
  const syncs = async (): Promise<number> => (await status(connection)).syncedBatches;
  for (const writers of [1, 10, 50]) {
    const total = writers === 1 ? 1000 : 5000;
    const before = await syncs();
    const seconds = await timed(() =>
      together(writers, total, (n) => collection.insertOne({ key: `${writers}-${n}`, text: "x".repeat(200) })),
    );
    const perSync = total / ((await syncs()) - before);
    results.push({ name: `durable inserts, ${writers} writers`, value: total / seconds, unit: "/s" });
    const goal = writers === 50 ? { goal: "at least 10", met: perSync >= 10 } : {};
    results.push({ name: `commits per sync, ${writers} writers`, value: perSync, unit: "", ...goal });
  }
  const Account = connection.model(
    "Account",
    new mongoose.Schema({ no: { type: Number, unique: true }, balance: Number }),
  );
  await Account.init();
  await Account.insertMany(Array.from({ length: 300 }, (_, no) => ({ no, balance: 0 })));
  for (const writers of [1, 10]) {
    const seconds = await timed(() =>
      together(writers, 500, (n) =>
        connection.transaction(async (session) => {
          for (const part of [0, 100, 200])
            await Account.updateOne({ no: part + (n % 100) }, { $inc: { balance: 1 } }, { session });
        }),
      ),
    );
    results.push({ name: `transactions of three documents, ${writers} at once`, value: 500 / seconds, unit: "/s" });
  }
  await stop();
  return results;
}

async function startUp(folder: string): Promise<Measurement[]> {
  const empty = await opened(folder);
  const { connection, stop } = await open(folder);
  const collection = connection.collection("documents");
  for (const key of ["n", "key", "group"]) await collection.createIndex({ [key]: 1 });
  const text = "x".repeat(250);
  await collection.insertMany(
    Array.from({ length: DOCUMENTS }, (_, n) => ({ n, key: `key-${n}`, group: n % 100, text })),
  );
  await stop();
  const full = await opened(folder);
  const added = full.seconds - empty.seconds;
  const perDocument = (full.memory - empty.memory) / DOCUMENTS;
  return [
    { name: "start-up, empty", value: empty.seconds, unit: "s" },
    { name: `start-up, added by ${DOCUMENTS} documents`, value: added, unit: "s", goal: "under 1.5", met: added < 1.5 },
    { name: "memory per document of 330 bytes with four indexes", value: perDocument, unit: "bytes" },
  ];
}

/** Seconds until a folder's database answers, and the bytes its thread then holds. */
async function opened(folder: string): Promise<{ seconds: number; memory: number }> {
  const started = performance.now();
  const { connection, stop } = await open(folder);
  const seconds = (performance.now() - started) / 1000;
  const memory = (await status(connection)).memoryBytes;
  await stop();
  return { seconds, memory };
}

async function status(connection: mongoose.Connection): Promise<{ syncedBatches: number; memoryBytes: number }> {
  return (await connection.db?.command({ serverStatus: 1 }))?.["embedded"] as {
    syncedBatches: number;
    memoryBytes: number;
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Does `total` pieces of work, so many at a time. */
async function together(writers: number, total: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const writer = async (): Promise<void> => {
    while (next < total) await work(next++);
  };
  await Promise.all(Array.from({ length: writers }, writer));
}
