import { ALLOWED, isImplemented } from "../allow-list";
import { compareValues } from "../bson/compare";
import { toDouble } from "../bson/numbers";
import { docOf, int32, isDoc, isNumber, type Doc, type Value } from "../bson/value";
import { flagOf } from "../commands/arguments";
import { CommandError, refuse } from "../errors";
import { compileFilter, type Filter } from "../query/filter";
import { isOperatorDocument, isTruthy } from "../query/operators";

/** An index as it was asked for, checked. */
export interface IndexSpec {
  readonly name: string;
  readonly key: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | undefined;
  /** Tells whether the index takes a document in. */
  readonly partial: Filter | undefined;
  /** The partialFilterExpression as it was given. */
  readonly partialFilter: Doc | undefined;
  /** What listIndexes shows and storage keeps. */
  readonly shown: Doc;
}

/** The index on _id that each collection has. */
export const ID_INDEX: IndexSpec = parseIndexSpec(docOf({ v: 2, key: { _id: 1 }, name: "_id_" }));

/** Reads one index of createIndexes or of storage. Throws MongoDB's codes for nonsense and 238 for kinds of index that are not supported. */
export function parseIndexSpec(given: Doc): IndexSpec {
  for (const field of given.keys()) isImplemented(ALLOWED.index, field);
  const key = parseKey(given.get("key"));
  const name = given.get("name");
  if (typeof name !== "string" || name === "") throw wrong("an index needs a name");
  const partialFilter = given.get("partialFilterExpression") as Doc | undefined;
  const partial = partialFilter && compilePartial(partialFilter);
  const expire = given.get("expireAfterSeconds");
  if (expire !== undefined) checkExpire(expire, key);
  const unique = flagOf(given, "unique", false);
  const sparse = flagOf(given, "sparse", false);
  if (sparse && partialFilter) throw wrong("cannot mix 'partialFilterExpression' and 'sparse' options");
  const isId = key.length === 1 && key[0]?.[0] === "_id";
  if (isId && (sparse || partialFilter || given.get("unique") === false)) {
    throw new CommandError(197, "The _id index cannot be sparse, partial or not unique");
  }
  return {
    name: isId ? "_id_" : name,
    key,
    unique: unique || isId,
    sparse,
    expireAfterSeconds: expire === undefined ? undefined : toDouble(expire as number),
    partial,
    partialFilter,
    shown: shownSpec(given, key, isId ? "_id_" : name, unique && !isId, sparse),
  };
}

const PARTIAL_OPERATORS = ["$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$in"];

/** MongoDB takes few operators here (manual: Partial Indexes), and `$exists` only with true. */
function compilePartial(filter: Value): Filter {
  if (!isDoc(filter)) throw wrong("partialFilterExpression must be a document");
  const matches = compileFilter(filter);
  for (const [name, argument] of filter) {
    if (name === "$nor") throw wrong("unsupported expression in a partial index: $nor");
    if (name.startsWith("$")) (argument as Value[]).forEach(compilePartial);
    for (const [operator, value] of isOperatorDocument(argument) ? argument : []) {
      if (!PARTIAL_OPERATORS.includes(operator) || (operator === "$exists" && !isTruthy(value)))
        throw wrong(`unsupported expression in a partial index: ${operator}`);
    }
  }
  return matches;
}

function shownSpec(given: Doc, key: IndexSpec["key"], name: string, unique: boolean, sparse: boolean): Doc {
  const shown = docOf({ v: 2, key: new Map(key.map(([path, direction]) => [path, int32(direction)])), name });
  if (unique) shown.set("unique", true);
  if (sparse) shown.set("sparse", true);
  for (const field of ["expireAfterSeconds", "partialFilterExpression"]) {
    const value = given.get(field);
    if (value !== undefined) shown.set(field, value);
  }
  return shown;
}

function parseKey(key: Value | undefined): [string, 1 | -1][] {
  if (!isDoc(key) || key.size === 0) throw wrong("Index keys cannot be empty.");
  if (key.size > 32) throw new CommandError(13103, "too many fields in an index");
  return [...key].map(([path, direction]) => {
    if (path === "" || path.split(".").some((part) => part === "" || part.startsWith("$"))) {
      if (path.includes("$**")) refuse("wildcard index");
      throw wrong(`Index key contains an illegal field name: '${path}'`);
    }
    if (typeof direction === "string") refuse(`index of type ${direction}`);
    const number = isNumber(direction) ? toDouble(direction) : NaN;
    if (!(number > 0 || number < 0)) throw wrong("Values in the index key pattern must be numbers other than 0");
    return [path, number > 0 ? 1 : -1];
  });
}

function checkExpire(expire: Value, key: IndexSpec["key"]): void {
  const seconds = isNumber(expire) ? toDouble(expire) : NaN;
  if (!(seconds >= 0 && seconds <= 0x7fffffff)) throw wrong("expireAfterSeconds must be within 0 and 2147483647");
  if (key.length > 1 || key[0]?.[0] === "_id") throw wrong("TTL indexes are single-field indexes and not on _id");
}

function wrong(message: string): CommandError {
  return new CommandError(67, message);
}

/**
 * True when `wanted` is among the existing indexes. Throws IndexKeySpecsConflict (86) or IndexOptionsConflict (85) as MongoDB does: key,
 * partial filter, unique and sparse together tell indexes apart, the other options do not.
 */
export function isAmong(existing: readonly IndexSpec[], wanted: IndexSpec): boolean {
  const namesake = existing.find((spec) => spec.name === wanted.name);
  const twin = namesake ?? existing.find((spec) => sameSignature(spec, wanted));
  if (!twin) return false;
  const names = `Requested index: ${wanted.name}, existing index: ${twin.name}`;
  if (!sameSignature(twin, wanted)) {
    throw new CommandError(86, `An existing index has the same name as the requested index. ${names}`);
  }
  const sameOptions = twin.expireAfterSeconds === wanted.expireAfterSeconds;
  if (sameOptions && namesake) return true;
  if (sameOptions) throw new CommandError(85, `Index already exists with a different name: ${twin.name}`);
  throw new CommandError(85, `An equivalent index already exists with other options. ${names}`);
}

function sameSignature(a: IndexSpec, b: IndexSpec): boolean {
  const sameKey = JSON.stringify(a.key) === JSON.stringify(b.key) && a.unique === b.unique && a.sparse === b.sparse;
  return sameKey && compareValues(a.partialFilter, b.partialFilter) === 0;
}
