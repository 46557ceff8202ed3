import { decodeDocument } from "../bson/decode";
import { encodeDocument } from "../bson/encode";
import { docOf } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { CommandError } from "../errors";
import type { SortFields } from "../index/plan";
import { compileFilter } from "../query/filter";
import { compileProjection } from "../query/projection";
import { compileSort } from "../query/sort";
import { collectionName, viewOf } from "../server/call";
import type { Call, Reply } from "../server/call";
import { toTimestamp } from "../store/clock";
import type { Collection } from "../store/collection";
import { Results } from "../store/cursors";
import { arrayElement, documentElement, documentOf, elementsOf } from "../wire/splice";
import { countOf, flagOf, optionalDoc, wholeNumber } from "./arguments";
import { select } from "./select";
import type { Selection } from "./select";

const FIRST_BATCH = 101;

/** Reads filter, sort, skip and limit of a command. */
export function selectionOf(call: Call, filterField: string): Selection {
  const filter = optionalDoc(call.body, filterField);
  const sort = optionalDoc(call.body, "sort");
  const limit = countOf(call.body, "limit", 0);
  return {
    filter,
    compiled: compileFilter(filter),
    sort: sort.size > 0 ? compileSort(sort) : undefined,
    sortFields: sortFieldsOf(sort),
    skip: countOf(call.body, "skip", 0),
    limit: limit === 0 ? Infinity : limit,
  };
}

/** Fields of a sort (already compiled, so well formed) with their directions. */
export function sortFieldsOf(sort: Doc): SortFields {
  return [...sort].map(([path, direction]) => [path, wholeNumber(direction, path)]);
}

/** find: MongoDB manual, Database Commands, find. */
export function find(call: Call): Reply {
  const name = collectionName(call);
  const selection = selectionOf(call, "filter");
  const projection = optionalDoc(call.body, "projection");
  const project = projection.size > 0 ? compileProjection(projection) : undefined;
  const batchSize = countOf(call.body, "batchSize", FIRST_BATCH);
  const single = flagOf(call.body, "singleBatch", false);
  const collection = call.engine.catalog.find(`${call.db}.${name}`, call.txn, viewOf(call).at);
  const { found, blocking } = select(call.engine, collection, viewOf(call), selection);
  const results = new Results(
    found.map(({ bytes }) => bytes),
    blocking || found.length >= selection.limit,
    project && ((bytes) => encodeDocument(project(decodeDocument(bytes)))),
  );
  return firstBatch(call, collection, name, results, batchSize, single);
}

/** The reply that carries the first batch of a result, and opens a cursor when that is not all. */
export function firstBatch(
  call: Call,
  collection: Collection | undefined,
  name: string,
  results: Results,
  batchSize: number,
  single = false,
): Reply {
  const batch = results.take(batchSize);
  const namespace = `${call.db}.${name}`;
  let id = 0n;
  if (!single && collection && !results.exhausted) {
    id = call.engine.cursors.add({
      namespace,
      results,
      collection,
      session: call.session?.id.toString("latin1"),
      txn: call.txn,
      atClusterTime: call.snapshotAt,
      lastUse: Date.now(),
    });
  }
  return cursorReply("firstBatch", batch, id, namespace, call.snapshotAt);
}

function cursorReply(field: string, batch: Buffer[], id: bigint, ns: string, snapshotAt: number | undefined): Buffer {
  const atClusterTime = snapshotAt === undefined ? undefined : toTimestamp(snapshotAt);
  const cursor = documentOf(arrayElement(field, batch), elementsOf(docOf({ id, ns, atClusterTime })));
  return documentElement("cursor", cursor);
}

/** getMore: the next batch of a cursor. */
export function getMore(call: Call): Reply {
  const id = cursorId(call.body.get("getMore"));
  const namespace = `${call.db}.${collectionName(call, "collection")}`;
  const cursor = call.engine.cursors.get(id);
  if (cursor.namespace !== namespace)
    throw new CommandError(
      13,
      `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
    );
  if (cursor.session !== call.session?.id.toString("latin1") || cursor.txn !== call.txn) {
    throw new CommandError(
      cursor.txn === call.txn ? 13 : 50739,
      `Cannot run getMore on cursor ${id}, which was created in another session or transaction`,
    );
  }
  const batchSize = countOf(call.body, "batchSize", 0);
  const batch = cursor.results.take(batchSize === 0 ? Infinity : batchSize);
  const done = cursor.results.exhausted;
  if (done) call.engine.cursors.close(id);
  return cursorReply("nextBatch", batch, done ? 0n : id, namespace, cursor.atClusterTime);
}

/** killCursors: closes cursors. */
export function killCursors(call: Call): Reply {
  const ids = call.body.get("cursors");
  if (!Array.isArray(ids)) throw new CommandError(14, "BSON field 'cursors' is the wrong type, expected array");
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of ids) (call.engine.cursors.close(cursorId(id)) ? killed : missing).push(id);
  return docOf({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
}

function cursorId(value: Value | undefined): bigint {
  if (typeof value === "bigint") return value;
  return BigInt(wholeNumber(value ?? null, "cursor id"));
}
