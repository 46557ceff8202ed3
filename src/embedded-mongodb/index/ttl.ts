import { RANK } from "../bson/compare";
import type { Engine } from "../engine";
import type { Collection } from "../store/collection";
import { LATEST } from "../store/record";
import { Blocked, Transaction } from "../store/transaction";
import type { Index } from "./index";
import { scan } from "./scan";
import { keyRanges } from "../query/bounds";

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
  const upper = { value: new Date(before), inclusive: false };
  // Keys of dates only, and one for each element of an array: other types never expire, an array does by its earliest date.
  const ranges = keyRanges({ kind: "range", rank: RANK.date, upper }, index.directions[0] as 1 | -1);
  const expired = [];
  for (const found of scan(collection, { index, ranges, reverse: false, sorted: true }, LATEST)) {
    if (!found.record.intent && expired.push(found) >= BATCH) break;
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
