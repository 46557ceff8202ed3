import { Binary, docOf, type Doc } from "../bson/value";
import { encodeDocument } from "../bson/encode";
import { CommandError } from "../errors";
import { compileFilter } from "../query/filter";
import { collectionName, type Call, type Reply } from "../server/call";
import type { Collection } from "../store/collection";
import { Results } from "../store/cursors";
import { committed } from "../store/record";
import { flagOf, optionalDoc } from "./arguments";
import { firstBatch } from "./find";
import { writingOnce } from "./writer";

/** create: an empty collection; one that is there already is no error when nothing else was asked for. */
export async function create(call: Call): Promise<Reply> {
  const name = collectionName(call);
  await writingOnce(call, (txn) => {
    if (call.engine.catalog.find(`${call.db}.${name}`, txn)) {
      if (txn.explicit) throw new CommandError(48, `Collection already exists. NS: ${call.db}.${name}`);
      return;
    }
    call.engine.catalog.create(call.db, name, txn);
  });
  return docOf({});
}

/** drop: a collection with all its documents and indexes; without one nothing happens. */
export async function drop(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const ns = `${call.db}.${name}`;
  const dropped = await dropAll(call, (collection) => collection.namespace === ns);
  return dropped[0] ? docOf({ nIndexesWas: dropped[0].indexes.length, ns }) : docOf({ ns });
}

/** dropDatabase: all collections of the database. */
export async function dropDatabase(call: Call): Promise<Reply> {
  const dropped = await dropAll(call, (collection) => collection.info.db === call.db);
  return docOf({ dropped: dropped.length > 0 ? call.db : undefined });
}

/** Looks the collections up again after each wait: what was found before it may be gone. */
function dropAll(call: Call, wanted: (collection: Collection) => boolean): Promise<Collection[]> {
  return writingOnce(call, (txn) => {
    const collections = call.engine.catalog.all().filter(wanted);
    for (const collection of collections) {
      call.engine.catalog.lock(collection, txn);
      txn.changes.set(collection, null);
    }
    return collections;
  });
}

/** listCollections: with the filter that drivers send. */
export function listCollections(call: Call): Reply {
  const filter = compileFilter(optionalDoc(call.body, "filter"));
  const nameOnly = flagOf(call.body, "nameOnly", false);
  const documents = call.engine.catalog
    .all()
    .filter((collection) => collection.info.db === call.db)
    .map((collection) => describe(collection, nameOnly))
    .filter(filter)
    .map((doc) => encodeDocument(doc));
  return firstBatch(call, undefined, "$cmd.listCollections", new Results(documents, true), Infinity);
}

function describe(collection: Collection, nameOnly: boolean): Doc {
  const { name, uuid } = collection.info;
  if (nameOnly) return docOf({ name, type: "collection" });
  return docOf({
    name,
    type: "collection",
    options: {},
    info: { readOnly: false, uuid: new Binary(4, uuid) },
    idIndex: { v: 2, key: { _id: 1 }, name: "_id_" },
  });
}

/** listDatabases: names and bytes of documents. */
export function listDatabases(call: Call): Reply {
  const filter = compileFilter(optionalDoc(call.body, "filter"));
  const sizes = new Map<string, number>();
  for (const { info, records } of call.engine.catalog.all()) {
    let bytes = sizes.get(info.db) ?? 0;
    for (const record of records.values()) bytes += committed(record, Infinity)?.length ?? 0;
    sizes.set(info.db, bytes);
  }
  const nameOnly = flagOf(call.body, "nameOnly", false);
  const databases = [...sizes]
    .map(([name, sizeOnDisk]) => docOf(nameOnly ? { name } : { name, sizeOnDisk, empty: false }))
    .filter(filter);
  if (nameOnly) return docOf({ databases });
  const totalSize = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return docOf({ databases, totalSize, totalSizeMb: Math.floor(totalSize / 2 ** 20) });
}
