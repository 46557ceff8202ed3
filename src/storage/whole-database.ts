import mongoose, { type mongo } from "mongoose";
import { DatabaseInfoModel } from "./database-info";
import { inSnapshot } from "./tx";

/** One document as stored, byte for byte, and the collection that it stands in. */
export interface RawDocument {
  collection: string;
  bytes: Uint8Array;
}

const documentsPerTrip = 1000;

/** The database under mongoose's connection. */
function database(): mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error("the database is not connected");
  return db;
}

async function collectionNames(): Promise<string[]> {
  const collections = await database().listCollections({}, { nameOnly: true }).toArray();
  return collections
    .filter(({ name, type }) => type !== "view" && !name.startsWith("system."))
    .map(({ name }) => name)
    .sort();
}

/**
 * Gives `use` the names of all collections and every document of them, collection by collection, as they stood at one moment, however
 * much is written meanwhile. Throws a MongoServerError (239, 246) when it takes longer than the database keeps that moment.
 */
export async function readWholeDatabase<T>(
  use: (collections: string[], documents: AsyncGenerator<RawDocument>) => Promise<T>,
): Promise<T> {
  const names = await collectionNames();
  return inSnapshot((session) => use(names, readAll(names, session)));
}

async function* readAll(names: readonly string[], session: mongo.ClientSession): AsyncGenerator<RawDocument> {
  for (const collection of names) {
    const options = { session, raw: true, batchSize: documentsPerTrip };
    // With `raw`, the driver gives a document's bytes where its types say the document.
    const documents = database().collection(collection).find({}, options) as unknown as AsyncIterable<Uint8Array>;
    for await (const bytes of documents) yield { collection, bytes };
  }
}

/** Whether no collection of the database holds a document. */
export async function isEmptyDatabase(): Promise<boolean> {
  for (const name of await collectionNames()) if (await database().collection(name).findOne({})) return false;
  return true;
}

/** Stores documents as they are, in this order; each is a Map of its fields in their order. */
export async function insertDocuments(collection: string, documents: ReadonlyMap<string, unknown>[]): Promise<void> {
  await database()
    .collection(collection)
    .insertMany(documents as unknown as mongo.Document[], { forceServerObjectId: true });
}

/** The number of documents in each of the collections. */
export async function countDocuments(collections: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of collections) counts.set(name, await database().collection(name).countDocuments({}));
  return counts;
}

/** The collection in which a database says what it is. */
export const infoCollection = DatabaseInfoModel.collection.collectionName;
