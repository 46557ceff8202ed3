import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mongo } from "mongoose";
import type { Group } from "../../../src/domain/groups/group";
import { account } from "../../../src/domain/ledger/accounts";
import { credit, debit } from "../../../src/domain/ledger/journal-entry";
import type { Member } from "../../../src/domain/members/member";
import { baht } from "../../../src/domain/money";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../../src/storage/connection";
import { post } from "../../../src/storage/journal";
import { lockHead } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { testDatabaseUri } from "../../support/database";
import { byItself, onConnected, type ToolResult } from "./tool";

export const dataKey = "c3".repeat(32);

/** A folder, a connected source database, and as many other databases as a test wants to restore into. */
export class BackupRoom {
  folder = "";
  sourceUri = "";
  client!: mongo.MongoClient;
  private names: string[] = [];

  /** Where the backup is written. */
  get file(): string {
    return path.join(this.folder, "backup");
  }

  async open(): Promise<void> {
    this.folder = await mkdtemp(path.join(tmpdir(), "backup-"));
    this.sourceUri = this.newDatabase();
    await connectDatabase(this.sourceUri);
    await ensureIndexes();
  }

  async close(): Promise<void> {
    await disconnectDatabase();
    await rm(this.folder, { recursive: true, force: true });
    for (const name of this.names) await this.client.db(name).dropDatabase();
    this.names = [];
  }

  /** The URI of a database that does not exist yet. */
  newDatabase(): string {
    const name = `backup_${randomBytes(6).toString("hex")}`;
    this.names.push(name);
    return testDatabaseUri(name);
  }

  database(uri: string): mongo.Db {
    return this.client.db(/\/(backup_[0-9a-f]+)/.exec(uri)?.[1]);
  }

  env(uri: string): { MONGODB_URI: string; SAJJA_DATA_KEY: string; DATA_DIR: string } {
    return { MONGODB_URI: uri, SAJJA_DATA_KEY: dataKey, DATA_DIR: path.join(this.folder, "data") };
  }

  /** Backs the source up. */
  backUp(): Promise<ToolResult> {
    return onConnected(["backup", this.file, "--json"], { env: this.env(this.sourceUri) });
  }

  /** Closes the connected database and restores into another. */
  async restoreInto(uri: string, more: string[] = [], backup = this.file): Promise<ToolResult> {
    await disconnectDatabase();
    return byItself(["restore", backup, "--json", ...more], this.env(uri));
  }

  /** The bytes of every entry by its id. */
  async rawEntries(uri: string): Promise<Map<string, Buffer>> {
    const raw = this.database(uri).collection("journal_entries").find({}, { raw: true });
    const entries = new Map<string, Buffer>();
    for await (const bytes of raw as unknown as AsyncIterable<Uint8Array>) {
      const entry = Buffer.from(bytes);
      entries.set(mongo.BSON.deserialize(entry)["_id"] as string, entry);
    }
    return entries;
  }
}

/** A room for the tests of a file, new for each test. */
export function useBackupRoom(): BackupRoom {
  const room = new BackupRoom();
  beforeAll(async () => {
    room.client = await new mongo.MongoClient(testDatabaseUri("unused")).connect();
  });
  afterAll(() => room.client.close());
  beforeEach(() => room.open());
  afterEach(() => room.close());
  return room;
}

/** Posts a deposit with a receipt. */
export async function deposit(group: Group, member: Member, key: string): Promise<void> {
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
