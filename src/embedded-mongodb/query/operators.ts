import { CommandError } from "../errors";
import { compareValues, equalValues, rankOf } from "../bson/compare";
import { keyOf } from "../bson/key";
import { compareNumbers } from "../bson/numbers";
import { isDoc, isNumber, type Doc, type Value } from "../bson/value";

/** Looks at one value; undefined is no value. */
export type Test = (value: Value | undefined) => boolean;

/** A condition on one field: a test, and whether it sees the elements of an array or only the array. */
export interface FieldTest {
  readonly test: Test;
  readonly intoLeaf: boolean;
}

const into = (test: Test): FieldTest => ({ test, intoLeaf: true });

/** Comparison within one type; null and no value are the same (manual: Comparison/Sort Order). */
function comparison(argument: Value, accepts: (order: number) => boolean): FieldTest {
  // Nothing is less or greater than null or NaN.
  if (argument === null || Number.isNaN(argument)) return accepts(0) ? equality(argument) : into(() => false);
  const rank = rankOf(argument);
  return into(
    (value) => rankOf(value) === rank && !Number.isNaN(value) && accepts(compareValues(value as Value, argument)),
  );
}

/** Equality of whole values; null also matches no value. */
export function equality(argument: Value): FieldTest {
  if (argument === null) return into((value) => value === undefined || value === null);
  return into((value) => equalValues(value, argument));
}

function anyOf(argument: Value): FieldTest {
  if (!Array.isArray(argument)) throw new CommandError(2, "$in needs an array");
  if (argument.some(isOperatorDocument)) throw new CommandError(2, "cannot nest $ under $in");
  const wanted = new Set(argument.map(keyOf));
  return into((value = null) => wanted.has(keyOf(value)));
}

/** Operators that look at single values, each as it reads its argument; the others are in filter.ts. */
export const VALUE_OPERATORS = new Map<string, (argument: Value) => FieldTest>([
  ["$eq", equality],
  ["$gt", (argument) => comparison(argument, (order) => order > 0)],
  ["$gte", (argument) => comparison(argument, (order) => order >= 0)],
  ["$lt", (argument) => comparison(argument, (order) => order < 0)],
  ["$lte", (argument) => comparison(argument, (order) => order <= 0)],
  ["$in", anyOf],
  ["$exists", () => ({ test: (value) => value !== undefined, intoLeaf: false })],
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
