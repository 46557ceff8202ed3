import mongoose from "mongoose";
import "./every-model";

/** Thrown when the database cannot serve: the sentence says what to do. */
export class DatabaseUnfitError extends Error {
  override name = "DatabaseUnfitError";
}

const weakerOptions = ["w", "journal", "readConcernLevel", "readPreference", "retryWrites"];

/**
 * Connects mongoose to a replica set; the database is named `sajja` where the URI names none. Throws DatabaseUnfitError when the URI
 * asks for less than majority-durable writes, or when the server is no replica set (a single node that was started as one is enough).
 */
export async function connectDatabase(
  uri: string,
  options: { timeoutMs?: number; monitorCommands?: boolean } = {},
): Promise<void> {
  refuseWeakUri(uri);
  mongoose.set("strictQuery", "throw");
  await mongoose.connect(uri, {
    ...(namesDatabase(uri) ? {} : { dbName: "sajja" }),
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: options.timeoutMs ?? 10_000,
    writeConcern: { w: "majority", journal: true },
    readPreference: "primary",
    retryWrites: true,
    retryReads: true,
    monitorCommands: options.monitorCommands ?? false,
    maxPoolSize: 40,
  });
  const hello = await mongoose.connection.db?.admin().command({ hello: 1 });
  if (!hello?.["setName"]) {
    await mongoose.disconnect();
    throw new DatabaseUnfitError(
      "This MongoDB is not a replica set, so it has no transactions: start mongod with --replSet and run rs.initiate() once (one node is enough).",
    );
  }
}

function namesDatabase(uri: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/?]+\/[^?]/.test(uri);
}

function refuseWeakUri(uri: string): void {
  const query = new URLSearchParams(uri.split("?")[1] ?? "");
  for (const name of weakerOptions) {
    const value = query.get(name);
    const harmless = value === null || value === "majority" || value === "true" || value === "primary";
    if (!harmless)
      throw new DatabaseUnfitError(
        `MONGODB_URI sets ${name}=${value}: leave it out, Sajja needs majority-durable writes on the primary.`,
      );
  }
}

/** Creates collections and indexes of every model: an explicit step of start and of tests, since autoIndex is off. */
export async function ensureIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models)) {
    await model.createCollection();
    await model.createIndexes();
  }
}

/** Closes every connection. */
export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect();
}
