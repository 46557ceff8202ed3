import { compareValues } from "../bson/compare";
import { encodeDocument } from "../bson/encode";
import { docOf, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compilePipeline } from "../aggregate/pipeline";
import { CommandError, refuse } from "../errors";
import { compileFilter } from "../query/filter";
import { valuesAt } from "../query/paths";
import { collectionName, viewOf } from "../server/call";
import type { Call, Reply } from "../server/call";
import { toTimestamp } from "../store/clock";
import { Results } from "../store/cursors";
import { countOf, docField, docsField, optionalDoc, textOf } from "./arguments";
import { firstBatch, selectionOf } from "./find";
import { select } from "./select";

/** aggregate: a leading $match uses an index, the rest is worked off in memory. */
export function aggregate(call: Call): Reply {
  if (typeof call.body.get("aggregate") !== "string") refuse("aggregate on a whole database");
  const name = collectionName(call);
  const stages = docsField(call.body, "pipeline");
  const cursor = docField(call.body, "cursor");
  for (const field of cursor.keys()) if (field !== "batchSize") refuse(`aggregate with cursor.${field}`);
  const batchSize = countOf(cursor, "batchSize", 101);
  const whole = compilePipeline(stages);
  const match = stages[0]?.get("$match");
  const filter: Doc = isDoc(match) ? match : new Map();
  const collection = call.engine.catalog.find(`${call.db}.${name}`, call.txn, viewOf(call).at);
  const { found } = select(call.engine, collection, viewOf(call), {
    filter,
    compiled: compileFilter(filter),
    sort: undefined,
    sortFields: [],
    skip: 0,
    limit: Infinity,
  });
  const documents = whole(found.map(({ doc }) => doc)).map((doc) => encodeDocument(doc));
  return firstBatch(call, collection, name, new Results(documents, false), batchSize);
}

/** count: how many documents fit. */
export function count(call: Call): Reply {
  const name = collectionName(call);
  const selection = selectionOf(call, "query");
  const collection = call.engine.catalog.find(`${call.db}.${name}`, call.txn, viewOf(call).at);
  return docOf({ n: select(call.engine, collection, viewOf(call), selection).found.length });
}

/** distinct: each value of a field once. */
export function distinct(call: Call): Reply {
  const name = collectionName(call);
  const key = textOf(call.body, "key");
  if (key === "" || key.startsWith("$") || key.includes("\0")) throw new CommandError(9, `invalid field path '${key}'`);
  const filter = optionalDoc(call.body, "query");
  const collection = call.engine.catalog.find(`${call.db}.${name}`, call.txn, viewOf(call).at);
  const wanted = { filter, compiled: compileFilter(filter), sort: undefined, sortFields: [], skip: 0, limit: Infinity };
  const all = select(call.engine, collection, viewOf(call), wanted).found.flatMap(({ doc }) => valuesAt(doc, key));
  all.sort(compareValues);
  const values = all.filter((value, n): value is Value => n === 0 || compareValues(value, all[n - 1]) !== 0);
  const atClusterTime = call.snapshotAt === undefined ? undefined : toTimestamp(call.snapshotAt);
  return docOf({ values, atClusterTime });
}
