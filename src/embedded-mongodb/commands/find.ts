import { decodeDocument } from "../bson/decode";
import { encodeDocument } from "../bson/encode";
import { docOf, type Value } from "../bson/value";
import { CommandError } from "../errors";
import { compileProjection } from "../query/projection";
import { collectionName, readTarget, type Call, type Reply } from "../server/call";
import { toTimestamp } from "../store/clock";
import type { Collection } from "../store/collection";
import { Results } from "../store/cursors";
import { arrayElement, documentElement, documentOf, elementsOf } from "../wire/splice";
import { countOf, flagOf, optionalDoc, wholeNumber } from "./arguments";
import { select, selectionOf } from "./select";

/** Documents in a first batch when the client does not say. */
export const FIRST_BATCH = 101;

/** find: MongoDB manual, Database Commands, find. */
export function find(call: Call): Reply {
  const name = collectionName(call);
  const wanted = selectionOf(call, "filter");
  const projection = optionalDoc(call.body, "projection");
  const project = projection.size > 0 ? compileProjection(projection) : undefined;
  const batchSize = countOf(call.body, "batchSize", FIRST_BATCH);
  const collection = readTarget(call, name);
  const { found, blocking } = select(call, collection, wanted);
  const results = new Results(
    found.map(({ bytes }) => bytes),
    blocking || found.length >= (wanted.limit ?? Infinity),
    project && ((bytes) => encodeDocument(project(decodeDocument(bytes)))),
  );
  return firstBatch(call, flagOf(call.body, "singleBatch", false) ? undefined : collection, name, results, batchSize);
}

/** The reply with the first batch of a result; a cursor is opened when that is not all, unless `collection` is undefined. */
export function firstBatch(
  call: Call,
  collection: Collection | undefined,
  name: string,
  results: Results,
  size: number,
): Reply {
  const namespace = `${call.db}.${name}`;
  const batch = results.take(size);
  const { session, txn, snapshotAt } = call;
  const cursor = { namespace, results, collection, session, txn, snapshotAt, lastUse: Date.now() };
  const id = collection && !results.exhausted ? call.engine.cursors.add(cursor) : 0n;
  return cursorReply("firstBatch", batch, id, namespace, snapshotAt);
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
  if (cursor.txn !== call.txn) throw new CommandError(50739, `cursor ${id} belongs to another transaction`);
  if (cursor.namespace !== namespace || cursor.session !== call.session) {
    throw new CommandError(13, `cursor ${id} belongs to another collection or session`);
  }
  const batch = cursor.results.take(countOf(call.body, "batchSize", 0) || Infinity);
  const done = cursor.results.exhausted;
  if (done) call.engine.cursors.close(id);
  return cursorReply("nextBatch", batch, done ? 0n : id, namespace, cursor.snapshotAt);
}

/** killCursors: closes cursors. */
export function killCursors(call: Call): Reply {
  const ids = call.body.get("cursors");
  if (!Array.isArray(ids)) throw new CommandError(14, "cursors must be an array");
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of ids) (call.engine.cursors.close(cursorId(id)) ? killed : missing).push(id);
  return docOf({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
}

function cursorId(value: Value | undefined): bigint {
  return typeof value === "bigint" ? value : BigInt(wholeNumber(value ?? null, "cursor id"));
}
