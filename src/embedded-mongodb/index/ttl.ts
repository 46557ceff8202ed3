import type { Doc, Value } from "../bson/value";
import type { Engine } from "../engine";
import type { Collection } from "../store/collection";
import { LATEST } from "../store/record";
import { Blocked, Transaction } from "../store/transaction";
import { encodeKey } from "../bson/key";
import type { Index } from "./index";
import { scan } from "./scan";
import { valuesAt } from "../query/paths";

/** Documents deleted per batch. */
const BATCH = 1000;

/** Deletes what TTL indexes say has expired. A document that someone is writing is left for the next sweep. */
export async function sweepExpired(engine: Engine): Promise<void> {
  for (const collection of engine.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.spec.expireAfterSeconds === undefined) continue;
      while (!engine.stopping && (await sweepBatch(engine, collection, index, index.spec.expireAfterSeconds)));
    }
  }
}

/** True when there may be more. */
async function sweepBatch(engine: Engine, collection: Collection, index: Index, seconds: number): Promise<boolean> {
  if (collection.dropped || collection.changing || !collection.indexes.includes(index)) return false;
  const before = Date.now() - seconds * 1000;
  const txn = new Transaction(false, Infinity, `TTL index ${index.spec.name}`);
  const { key } = index.spec;
  const [path, direction] = key[0] as IndexKey;
  const ends = [encodeKey([new Date(-8.64e15)], [direction]), encodeKey([new Date(before)], [direction])].map((each) =>
    each.toString("latin1"),
  );
  const [from, to] = (direction === 1 ? ends : ends.reverse()) as [string, string];
  const expired = [];
  for (const found of scan(collection, { index, ranges: [[from, to]], reverse: false, sorted: true }, LATEST)) {
    if (found.record.intent || !isExpired(found.doc, path, before)) continue;
    if (expired.push(found) >= BATCH) break;
  }
  for (const { record, bytes } of expired) {
    try {
      collection.replace(txn, record, null, null);
      engine.commits.bytes -= bytes.length;
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
    }
  }
  await engine.commits.commit(txn);
  return expired.length >= BATCH;
}

type IndexKey = Index["spec"]["key"][number];

/** By a date, or the earliest date of an array; other types never expire. */
function isExpired(doc: Doc, path: string, before: number): boolean {
  return valuesAt(doc, path).some((value: Value) => value instanceof Date && value.getTime() < before);
}
