import { compilePipeline } from "../aggregate/pipeline";
import { compareValues } from "../bson/compare";
import { encodeDocument } from "../bson/encode";
import { docOf, isDoc, type Doc, type Value } from "../bson/value";
import { CommandError, refuse } from "../errors";
import { compileFilter } from "../query/filter";
import { valuesAt } from "../query/paths";
import { collectionName, readTarget, type Call, type Reply } from "../server/call";
import { toTimestamp } from "../store/clock";
import { Results } from "../store/cursors";
import { countOf, docField, docsField, textOf } from "./arguments";
import { FIRST_BATCH, firstBatch } from "./find";
import { select, selectionOf } from "./select";

/** aggregate: a leading $match uses an index, the rest is worked off in memory. */
export function aggregate(call: Call): Reply {
  if (typeof call.body.get("aggregate") !== "string") refuse("aggregate on a whole database");
  const name = collectionName(call);
  const stages = docsField(call.body, "pipeline");
  const cursor = docField(call.body, "cursor");
  for (const field of cursor.keys()) if (field !== "batchSize") refuse(`aggregate with cursor.${field}`);
  const whole = compilePipeline(stages);
  const match = stages[0]?.get("$match");
  const filter: Doc = isDoc(match) ? match : new Map();
  const collection = readTarget(call, name);
  const { found } = select(call, collection, { filter, matches: compileFilter(filter) });
  const documents = whole(found.map(({ doc }) => doc)).map((doc) => encodeDocument(doc));
  return firstBatch(call, collection, name, new Results(documents, false), countOf(cursor, "batchSize", FIRST_BATCH));
}

/** count: how many documents fit. */
export function count(call: Call): Reply {
  const collection = readTarget(call, collectionName(call));
  return docOf({ n: select(call, collection, selectionOf(call, "query")).found.length });
}

/** distinct: each value of a field once. */
export function distinct(call: Call): Reply {
  const key = textOf(call.body, "key");
  if (key === "" || key.startsWith("$") || key.includes("\0")) throw new CommandError(9, `invalid field path '${key}'`);
  const { found } = select(call, readTarget(call, collectionName(call)), selectionOf(call, "query"));
  const all = found.flatMap(({ doc }) => valuesAt(doc, key)).sort(compareValues);
  const values = all.filter((value, n): value is Value => n === 0 || compareValues(value, all[n - 1]) !== 0);
  const atClusterTime = call.snapshotAt === undefined ? undefined : toTimestamp(call.snapshotAt);
  return docOf({ values, atClusterTime });
}
