import mongoose from "mongoose";

/** How much of a database is used, in bytes, and how much there may be; null where nothing tells. */
export interface DatabaseSpace {
  used: number;
  limit: number | null;
}

/** What the database answers to `dbStats`; a hosted one may keep its file system to itself. */
interface Stats {
  dataSize: number;
  indexSize: number;
  fsUsedSize?: number;
  fsTotalSize?: number;
}

/**
 * Asks the database how full it is: by documents and indexes where `limitBytes` names what it may hold, else by what it tells of its file
 * system (the embedded database: of its cap). Runs outside of any transaction.
 */
export async function databaseSpace(limitBytes: number | null): Promise<DatabaseSpace> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("the database is not connected");
  const stats = (await db.command({ dbStats: 1 })) as unknown as Stats;
  if (limitBytes !== null) return { used: stats.dataSize + stats.indexSize, limit: limitBytes };
  return { used: stats.fsUsedSize ?? stats.dataSize, limit: stats.fsTotalSize || null };
}
