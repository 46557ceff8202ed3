import { CommandError, refuse } from "../errors";
import { compareStrings } from "../bson/compare";
import { decodeDocument } from "../bson/decode";
import { encodeDocument } from "../bson/encode";
import { isDoc, type Doc, type Value } from "../bson/value";
import { isOperatorDocument } from "../query/operators";
import { locate, putAt } from "./paths";
import type { Update } from "./update";

/**
 * The document that an upsert inserts: the filter's equalities (only `_id` for a replacement), then the update. It may lack an `_id`.
 * Throws NotSingleValueField (54) when the filter asks two values of one field.
 */
export function upsertDocument(filter: Doc, update: Update): Doc {
  const seed = decodeDocument(encodeDocument(seedOf(filter, update.isReplacement)));
  return update.apply(seed, true).doc;
}

/** Throws InvalidIdField (53) for an `_id` that is an array, DollarPrefixedFieldName (52) for operators inside. */
export function checkId(id: Value): void {
  if (Array.isArray(id)) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (isDoc(id) && [...id.keys()].some((name) => name.startsWith("$"))) {
    throw new CommandError(52, "_id fields may not contain '$'-prefixed fields");
  }
}

/** Refuses the filters that an upsert cannot make a document of here, before anything runs. */
export function checkUpsert(filter: Doc): void {
  if (equalitiesOf(filter).some(([path]) => path.startsWith("_id.")))
    refuse("an upsert with a condition on a part of _id");
}

/** Fields are set in the order of their paths. */
function seedOf(filter: Doc, onlyId: boolean): Doc {
  const equalities = equalitiesOf(filter).sort(([a], [b]) => compareStrings(a, b));
  const seed: Doc = new Map();
  const done: string[] = [];
  for (const [path, value] of equalities) {
    if (onlyId && path !== "_id") continue;
    if (done.some((earlier) => `${path}.`.startsWith(`${earlier}.`))) {
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    done.push(path);
    const parts = path.split(".");
    const { container, depth } = locate(seed, parts);
    putAt(container, parts.slice(depth), value);
  }
  return seed;
}

/** Fields that the filter binds to one value: plain, `$eq` and `$in` of one, also inside `$and` or an `$or` of one. */
function equalitiesOf(filter: Doc): [string, Value][] {
  return [...filter].flatMap(([path, argument]): [string, Value][] => {
    const list = Array.isArray(argument) ? argument : [];
    if (path === "$and" || (path === "$or" && list.length === 1)) return list.filter(isDoc).flatMap(equalitiesOf);
    if (path.startsWith("$")) return [];
    if (!isOperatorDocument(argument)) return [[path, argument]];
    return [...argument].flatMap(([operator, value]): [string, Value][] => {
      const values = operator === "$eq" ? [value] : operator === "$in" && Array.isArray(value) ? value : [];
      return values.length === 1 ? [[path, values[0] as Value]] : [];
    });
  });
}
