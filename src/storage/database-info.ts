import mongoose from "mongoose";
import { defineModel, driverOf } from "./model";

/** What the database is: its format, whether it serves a real LINE account, and a trial's moved clock. */
export interface DatabaseInfo {
  _id: "database";
  format: number;
  /** The bot's user id of a live database; null on a trial. */
  liveBotUserId: string | null;
  clockOffsetMs: number;
  /** Set while a restore runs; a database that still carries it is half restored. */
  restoring: boolean;
}

/** The format that this code reads and writes; migrations move an older one up. */
export const databaseFormat = 1;

export const DatabaseInfoModel = defineModel<DatabaseInfo>({
  collection: "database_info",
  fields: {
    format: { type: Number, required: true },
    liveBotUserId: { type: String },
    clockOffsetMs: { type: Number, required: true },
    restoring: { type: Boolean, required: true },
  },
});

/** The info of a database that nothing has used yet. */
export const freshInfo: DatabaseInfo = {
  _id: "database",
  format: databaseFormat,
  liveBotUserId: null,
  clockOffsetMs: 0,
  restoring: false,
};

/** The info, made at first sight. */
export async function getDatabaseInfo(): Promise<DatabaseInfo> {
  const { _id, ...fresh } = freshInfo;
  const info = await DatabaseInfoModel.findOneAndUpdate(
    { _id },
    { $setOnInsert: fresh },
    { upsert: true, returnDocument: "after" },
  ).lean<DatabaseInfo>();
  if (!info) throw new Error("the database info cannot be read");
  return info;
}

/** The info, or null in a database that nothing has used yet. */
export async function findDatabaseInfo(): Promise<DatabaseInfo | null> {
  return DatabaseInfoModel.findById("database").lean<DatabaseInfo>();
}

/** Marks an unused database as half restored until `endRestoring`; false when it has an info already. */
export async function beginRestoring(): Promise<boolean> {
  try {
    await driverOf(DatabaseInfoModel).insertOne({ ...freshInfo, restoring: true });
    return true;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return false;
    throw error;
  }
}

/** Makes a database whole again that `beginRestoring` marked: it is from now on what `info` says. */
export async function endRestoring({ format, liveBotUserId, clockOffsetMs }: DatabaseInfo): Promise<void> {
  const whole = { format, liveBotUserId, clockOffsetMs, restoring: false };
  const { matchedCount } = await driverOf(DatabaseInfoModel).updateOne(
    { _id: "database", restoring: true },
    { $set: whole },
  );
  if (matchedCount !== 1) throw new Error("the database was not being restored");
}

/** Stamps the database live with its bot's id. */
export async function stampLive(botUserId: string): Promise<void> {
  await DatabaseInfoModel.updateOne(
    { _id: "database", liveBotUserId: null },
    { $set: { liveBotUserId: botUserId, clockOffsetMs: 0 } },
  );
}

/** Moves a trial's clock; every process reads it. */
export async function setClockOffset(clockOffsetMs: number): Promise<void> {
  await DatabaseInfoModel.updateOne({ _id: "database", liveBotUserId: null }, { $set: { clockOffsetMs } });
}
