import { deserialize } from "bson";
import { z } from "zod";
import { freshInfo, type DatabaseInfo } from "../../src/storage/database-info";
import { countDocuments, infoCollection, insertDocuments } from "../../src/storage/whole-database";
import { BackupError } from "./backup-error";
import { fieldsOf } from "./bson-fields";
import { readBackup } from "./read-backup";

/** A trip to the database carries at most so many documents, and about so many bytes. */
const tripDocuments = 1000;
const tripBytes = 4 * 1024 * 1024;

const infoSchema = z.object({
  _id: z.literal("database"),
  format: z.int(),
  liveBotUserId: z.string().nullable(),
  clockOffsetMs: z.number(),
  restoring: z.literal(false),
});

/**
 * Stores every document of a backup in the connected database, byte for byte; but what the database said of itself is given back, to be
 * written when all is done. Throws BackupError when the file is not as it was written, or the database holds something else afterwards.
 */
export async function loadBackup(file: string, dataKeys: readonly string[]): Promise<DatabaseInfo> {
  let info: DatabaseInfo = freshInfo; // No server has used a database without.
  let trip: { collection: string; documents: Map<string, unknown>[]; bytes: number } | null = null;
  const send = async (): Promise<void> => {
    if (trip) await insertDocuments(trip.collection, trip.documents);
    trip = null;
  };
  const { manifest } = await readBackup(file, dataKeys, async (collection, document) => {
    if (collection === infoCollection) {
      info = infoSchema.parse(deserialize(document));
      return;
    }
    if (trip?.collection !== collection) await send();
    trip ??= { collection, documents: [], bytes: 0 };
    trip.documents.push(fieldsOf(document));
    trip.bytes += document.length;
    if (trip.documents.length >= tripDocuments || trip.bytes >= tripBytes) await send();
  });
  await send();
  const told = manifest.collections.filter(({ name }) => name !== infoCollection);
  const counts = await countDocuments(told.map(({ name }) => name));
  for (const { name, count } of told)
    if (counts.get(name) !== count)
      throw new BackupError(
        `${name} holds ${counts.get(name) ?? 0} documents after loading, and ${count} in the backup.`,
      );
  return info;
}
