import { CommandError } from "../errors";
import { RANK, compareValues, equalValues, rankOf } from "../bson/compare";
import { asInt32, compareNumbers } from "../bson/numbers";
import { Regex, isDoc, isNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileRegex } from "./regex";

/** Looks at one value that a path led to; undefined is no value. */
export type Test = (value: Value | undefined) => boolean;

/** A condition on one field: a test, and whether it sees the elements of an array or only the array. */
export interface FieldTest {
  readonly test: Test;
  readonly intoLeaf: boolean;
}

const into = (test: Test): FieldTest => ({ test, intoLeaf: true });

/** Comparison within one type; null and no value are the same, MinKey and MaxKey compare with everything (manual: Comparison/Sort Order). */
function comparison(argument: Value, accepts: (order: number) => boolean): FieldTest {
  if (argument instanceof Regex) throw new CommandError(2, "Can't have RegEx as arg to predicate");
  const rank = rankOf(argument);
  const orEqual = accepts(0);
  if (rank === RANK.null) return into((value) => orEqual && (value === undefined || value === null));
  if (equalValues(argument, NaN)) return into((value) => orEqual && equalValues(value, argument));
  const isEnd = rank === RANK.minKey || rank === RANK.maxKey;
  return into((value) => {
    const valueRank = rankOf(value);
    if (valueRank !== rank) return isEnd && accepts(valueRank - rank);
    if (rank === RANK.number && equalValues(value, NaN)) return false;
    return accepts(compareValues(value, argument));
  });
}

/** Equality of whole values; null also matches no value. */
export function equality(argument: Value): FieldTest {
  if (argument === null) return into((value) => value === undefined || value === null);
  return into((value) => equalValues(value, argument));
}

/** Equality, or for a regular expression the strings that it matches and the same expression stored. */
export function likeness(argument: Value): FieldTest {
  if (!(argument instanceof Regex)) return equality(argument);
  const matches = compileRegex(argument.pattern, argument.options);
  return into((value) => (typeof value === "string" ? matches(value) : equalValues(value, argument)));
}

function anyOf(argument: Value): FieldTest {
  if (!Array.isArray(argument)) throw new CommandError(2, "$in needs an array");
  if (argument.some(isOperatorDocument)) throw new CommandError(2, "cannot nest $ under $in");
  const sorted = argument.filter((value) => !(value instanceof Regex)).sort(compareValues);
  const regexes = argument.filter((value) => value instanceof Regex).map((regex) => likeness(regex).test);
  const hasNull = sorted.includes(null);
  return into((value) => {
    if (value === undefined) return hasNull;
    return includes(sorted, value) || regexes.some((test) => test(value));
  });
}

function includes(sorted: readonly Value[], value: Value): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareValues(sorted[middle], value);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

function size(argument: Value): FieldTest {
  if (!isNumber(argument)) throw new CommandError(2, "$size needs a number");
  const wanted = asInt32(argument);
  if (wanted === undefined) throw new CommandError(2, "$size must be a whole number");
  if (wanted < 0) throw new CommandError(2, "$size may not be negative");
  return { test: (value) => Array.isArray(value) && value.length === wanted, intoLeaf: false };
}

/** `$regex` with its `$options` beside it, in either order. */
function regex(operators: Doc): FieldTest {
  const given = operators.get("$regex") ?? null;
  const options = operators.get("$options");
  if (!(given instanceof Regex) && typeof given !== "string") throw new CommandError(2, "$regex has to be a string");
  if (options !== undefined && typeof options !== "string") throw new CommandError(2, "$options has to be a string");
  const { pattern, options: own } = given instanceof Regex ? given : new Regex(given, "");
  if (own && options) {
    const isOptionsLast = [...operators.keys()].indexOf("$options") > [...operators.keys()].indexOf("$regex");
    throw new CommandError(isOptionsLast ? 51075 : 51074, "options set in both $regex and $options");
  }
  return likeness(new Regex(pattern, options || own));
}

function options(operators: Doc): undefined {
  if (!operators.has("$regex")) throw new CommandError(2, "$options needs a $regex");
  return undefined;
}

/** Operators that look at single values, from their argument and all operators beside it; the others are in filter.ts. */
export const VALUE_OPERATORS = new Map<string, (argument: Value, operators: Doc) => FieldTest | undefined>([
  ["$eq", equality],
  ["$gt", (argument) => comparison(argument, (order) => order > 0)],
  ["$gte", (argument) => comparison(argument, (order) => order >= 0)],
  ["$lt", (argument) => comparison(argument, (order) => order < 0)],
  ["$lte", (argument) => comparison(argument, (order) => order <= 0)],
  ["$in", anyOf],
  ["$exists", () => ({ test: (value) => value !== undefined, intoLeaf: false })],
  ["$size", size],
  ["$regex", (_argument, operators) => regex(operators)],
  ["$options", (_argument, operators) => options(operators)],
]);

/** What MongoDB takes as true: everything but false, zero and null (and no value). */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || compareNumbers(value, 0) !== 0;
}

/** A document whose first field is an operator; `{$ref, $id}` is a reference and not one. */
export function isOperatorDocument(value: Value | undefined): value is Doc {
  if (!isDoc(value) || (value.has("$ref") && value.has("$id"))) return false;
  return value.keys().next().value?.startsWith("$") ?? false;
}
