import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mongo } from "mongoose";
import type { DayCount } from "../../../src/domain/closing/day-count";
import type { LoanRequest } from "../../../src/domain/loans/requests/request";
import type { TransferNotice } from "../../../src/domain/transfers/transfer-notice";
import type { EntryRow } from "../../../src/storage/journal";

/** What stands in the database at this moment. */
export interface Books {
  entries: EntryRow[];
  /** Requests that wait for a second officer, by kind. */
  open: string[];
  transfers: TransferNotice[];
  loanRequests: Pick<LoanRequest, "requestNo" | "state">[];
  /** The counting of the working day; null before anybody began it. */
  count: DayCount | null;
}

/** Reads the books while servers come and go; null while no database answers. */
export async function readBooks(databaseFolder: string): Promise<Books | null> {
  let client: mongo.MongoClient | undefined;
  try {
    const uri = readFileSync(join(databaseFolder, "mongodb.uri"), "utf8").trim();
    client = await new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 1_000 }).connect();
    const db = client.db("sajja");
    const entries = await db.collection<EntryRow>("journal_entries").find().sort({ seq: 1 }).toArray();
    const open = await db.collection("approvals").find({ state: "open" }).toArray();
    const transfers = await db.collection<TransferNotice>("transfer_notices").find().toArray();
    const loanRequests = await db.collection<LoanRequest>("loan_requests").find().toArray();
    const count = await db.collection<DayCount>("day_counts").findOne();
    return {
      entries: entries as EntryRow[],
      open: open.map(({ kind }) => String(kind)),
      transfers,
      loanRequests,
      count,
    };
  } catch {
    return null;
  } finally {
    await client?.close();
  }
}
