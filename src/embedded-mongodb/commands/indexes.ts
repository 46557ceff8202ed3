import { encodeDocument } from "../bson/encode";
import { docOf } from "../bson/value";
import { CommandError, refuse } from "../errors";
import { isAmong, parseIndexSpec } from "../index/spec";
import type { Index } from "../index/index";
import { collectionName, type Call, type Reply } from "../server/call";
import type { Collection } from "../store/collection";
import type { Transaction } from "../store/transaction";
import { Results } from "../store/cursors";
import { docsField } from "./arguments";
import { firstBatch } from "./find";
import { writingOnce } from "./writer";

const MAX_INDEXES = 64;

/** createIndexes: builds what is not there yet, after all open transactions on the collection have ended. */
export async function createIndexes(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const wanted = docsField(call.body, "indexes").map(parseIndexSpec);
  if (wanted.length === 0) throw new CommandError(2, "Must specify at least one index to create");
  return writingOnce(call, (txn) => {
    const existed = call.engine.catalog.find(`${call.db}.${name}`, txn) !== undefined;
    const collection = call.engine.catalog.obtain(call.db, name, txn);
    const before = txn.changes.get(collection) ?? collection.indexes;
    const specs = before.map((index) => index.spec);
    for (const spec of wanted) if (!isAmong(specs, spec)) specs.push(spec);
    if (specs.length > MAX_INDEXES) throw new CommandError(67, `too many indexes for ${collection.namespace}`);
    const missing = specs.slice(before.length);
    if (missing.length > 0) {
      reserve(call, collection, txn);
      addIndexes(collection, txn, [...before, ...collection.build(missing)]);
    }
    return docOf({
      numIndexesBefore: before.length,
      numIndexesAfter: specs.length,
      createdCollectionAutomatically: !existed,
      note: missing.length === 0 ? "all indexes already exist" : undefined,
    });
  });
}

function reserve(call: Call, collection: Collection, txn: Transaction): void {
  if (txn.changes.has(collection)) return;
  if (txn.explicit)
    throw new CommandError(263, "Cannot create new indexes on existing collection in a multi-document transaction.");
  call.engine.catalog.lock(collection, txn);
}

/** In a collection that is not committed yet nobody else can write: there the indexes work at once. */
function addIndexes(collection: Collection, txn: Transaction, indexes: Index[]): void {
  if (collection.createdAt === Infinity) collection.indexes = indexes;
  txn.changes.set(collection, indexes);
}

/** listIndexes: NamespaceNotFound (26) without the collection. */
export function listIndexes(call: Call): Reply {
  const name = collectionName(call);
  const collection = call.engine.catalog.find(`${call.db}.${name}`, call.txn);
  if (!collection) throw new CommandError(26, `ns does not exist: ${call.db}.${name}`);
  const documents = collection.indexes.map((index) => encodeDocument(index.spec.shown));
  return firstBatch(call, collection, name, new Results(documents, true), Infinity);
}

/** dropIndexes: one by its name, or `*` for all but that on _id. */
export async function dropIndexes(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const wanted = call.body.get("index");
  if (typeof wanted !== "string") refuse("dropIndexes other than by name");
  const before = await writingOnce(call, (txn) => {
    const collection = call.engine.catalog.find(`${call.db}.${name}`, txn);
    if (!collection) throw new CommandError(26, `ns not found ${call.db}.${name}`);
    const kept = collection.indexes.filter(({ spec }, n) => n === 0 || (wanted !== "*" && spec.name !== wanted));
    if (wanted === "_id_") throw new CommandError(72, "cannot drop _id index");
    if (wanted !== "*" && kept.length === collection.indexes.length)
      throw new CommandError(27, `index not found with name [${wanted}]`);
    call.engine.catalog.lock(collection, txn);
    txn.changes.set(collection, kept);
    return collection.indexes.length;
  });
  return docOf({ nIndexesWas: before });
}
