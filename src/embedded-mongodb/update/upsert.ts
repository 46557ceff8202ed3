import { CommandError, refuse } from "../errors";
import { decodeDocument } from "../bson/decode";
import { encodeDocument } from "../bson/encode";
import { Regex, isDoc, newObjectId } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { isOperatorDocument } from "../query/operators";
import { compareStrings } from "../bson/compare";
import type { Update } from "./update";

/**
 * The document that an upsert inserts: the filter's equalities (only `_id` for a replacement), then the update, and an `_id` in front,
 * made when none is given. Throws NotSingleValueField (54) when the filter asks two values of one field.
 */
export function upsertDocument(filter: Doc, update: Update, now: Date): Doc {
  const seed = decodeDocument(encodeDocument(seedOf(filter, update.isReplacement)));
  const { doc } = update.apply(seed, { isInsert: true, now });
  const { _id, ...rest } = { _id: doc.get("_id") ?? newObjectId(), rest: [...doc].filter(([name]) => name !== "_id") };
  checkId(_id);
  return new Map<string, Value>([["_id", _id], ...rest.rest]);
}

/** Throws InvalidIdField (53) for an `_id` that is an array or a regular expression, DollarPrefixedFieldName (52) for operators inside. */
export function checkId(id: Value): void {
  if (Array.isArray(id)) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (id instanceof Regex) throw new CommandError(53, "The '_id' value cannot be of type regex");
  if (isDoc(id) && [...id.keys()].some((name) => name.startsWith("$"))) {
    throw new CommandError(52, "_id fields may not contain '$'-prefixed fields");
  }
}

function seedOf(filter: Doc, onlyId: boolean): Doc {
  const equalities = equalitiesOf(filter);
  if (equalities.some(([path]) => path.startsWith("_id."))) refuse("an upsert with a condition on a part of _id");
  const wanted = equalities.filter(([path]) => !onlyId || path === "_id").sort(([a], [b]) => compareStrings(a, b));
  const seed: Doc = new Map();
  wanted.forEach(([path, value], index) => {
    const conflict = wanted.slice(0, index).find(([earlier]) => `${path}.`.startsWith(`${earlier}.`));
    if (conflict) {
      throw new CommandError(
        54,
        `cannot infer query fields to set, both paths '${path}' and '${conflict[0]}' are matched`,
      );
    }
    setPlain(seed, path.split("."), value);
  });
  return seed;
}

function setPlain(doc: Doc, [part, ...rest]: string[], value: Value): void {
  if (part === undefined) return;
  if (rest.length === 0) {
    doc.set(part, value);
    return;
  }
  const inner = doc.get(part) ?? new Map<string, Value>();
  doc.set(part, inner);
  setPlain(inner as Doc, rest, value);
}

/** Fields that the filter binds to one value: plain, `$eq`, `$in` and `$all` of one, also inside `$and` or an `$or` of one. */
function equalitiesOf(filter: Doc): [string, Value][] {
  return [...filter].flatMap(([path, argument]): [string, Value][] => {
    if (path === "$and" || (path === "$or" && (argument as Value[]).length === 1)) {
      return (argument as Doc[]).flatMap(equalitiesOf);
    }
    if (path.startsWith("$")) return [];
    if (!isOperatorDocument(argument)) return argument instanceof Regex ? [] : [[path, argument]];
    return [...argument].flatMap(([operator, value]) =>
      equalValuesOf(operator, value).map((equal): [string, Value] => [path, equal]),
    );
  });
}

function equalValuesOf(operator: string, argument: Value): Value[] {
  if (operator === "$eq") return [argument];
  const list =
    (operator === "$in" && (argument as Value[]).length === 1) || operator === "$all" ? (argument as Value[]) : [];
  return list.filter((value) => !(value instanceof Regex) && !isOperatorDocument(value));
}
