import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mongo } from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { openStorage } from "../../src/embedded-mongodb/storage/open";
import { ROW } from "../../src/embedded-mongodb/storage/rows";
import type { ProofResult } from "./embedded-kill";

const DOCUMENTS = 400;

/**
 * Cuts a file of the data folder, or turns a bit in it, at `rounds` places spread over all files, and opens a copy each time: it must open with
 * every document, or be refused with a reason. The second result counts how many were refused, to show that damage was done at all.
 */
export async function run(rounds: number): Promise<ProofResult[]> {
  const root = mkdtempSync(join(tmpdir(), "embedded-damage-"));
  try {
    const good = join(root, "good");
    await fill(good);
    const wanted = await read(good);
    const inside = readdirSync(join(good, "mongodb")).map((name) => join("mongodb", name));
    const files = [...inside, "mongodb.sequence"].filter((name) => statSync(join(good, name)).size > 0);
    let whole = 0;
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      const folder = join(root, String(round));
      cpSync(good, folder, { recursive: true });
      damage(join(folder, files[round % files.length] as string), round, rounds);
      const found = await read(folder).catch((error: Error) => error.message);
      if (found === wanted) whole += 1;
      else if (/^embedded: the database in .* cannot be opened: ./.test(found)) refused += 1;
      rmSync(folder, { recursive: true });
    }
    return [
      { name: "damaged folder opens whole or is refused", passed: whole + refused, failed: rounds - whole - refused },
      { name: "damage is noticed", passed: refused, failed: refused > rounds / 20 ? 0 : 1 },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  const database = await startEmbedded({ mode: "durable", dataDir: folder });
  const client = await new mongo.MongoClient(database.uri).connect();
  const documents = client.db("d").collection("c");
  for (let n = 0; n < DOCUMENTS; n += 20) {
    await documents.insertMany(Array.from({ length: 20 }, (_, m) => ({ n: n + m, text: `${n + m} `.repeat(40) })));
  }
  await client.close();
  await database.stop();
}

/** All documents of a folder as text. */
async function read(folder: string): Promise<string> {
  const storage = await openStorage(folder, undefined);
  const documents = [...storage.loaded.rows].filter(([key]) => key[0] === ROW.record);
  await storage.close();
  return documents.map(([, value]) => value.toString("hex")).join("\n");
}

function damage(file: string, round: number, rounds: number): void {
  const place = Math.floor((statSync(file).size * ((round * 7) % rounds)) / rounds);
  if (round % 2 === 0) return truncateSync(file, place);
  const bytes = readFileSync(file);
  bytes[place] = (bytes[place] as number) ^ (1 << (round % 8));
  writeFileSync(file, bytes);
}
