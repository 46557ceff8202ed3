import { CommandError } from "../errors";
import { RANK, compareValues, equalValues, rankOf } from "../bson/compare";
import { compareNumbers } from "../bson/numbers";
import { Regex, isDoc, isNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileRegex } from "./regex";
import { asInt32, isTruthy, parseTypes, truncatedLong, typeCode } from "./types";

/** Looks at one value that a path led to; undefined is no value. */
export type Test = (value: Value | undefined) => boolean;

/** A condition on one field: a test, and whether it sees the elements of an array or only the array. */
export interface FieldTest {
  readonly test: Test;
  readonly intoLeaf: boolean;
}

const into = (test: Test): FieldTest => ({ test, intoLeaf: true });

type Compare = (order: number) => boolean;

/** Comparison within one type; null and no value are the same, MinKey and MaxKey compare with everything (manual: Comparison/Sort Order). */
function comparison(field: string, argument: Value, accepts: Compare): FieldTest {
  if (argument instanceof Regex)
    throw new CommandError(2, `Can't have RegEx as arg to predicate over field '${field}'.`);
  const rank = rankOf(argument);
  const orEqual = accepts(0);
  if (rank === RANK.null) return into((value) => orEqual && (value === undefined || value === null));
  if (isNumber(argument) && compareNumbers(argument, NaN) === 0) {
    return into((value) => orEqual && equalValues(value, argument));
  }
  const isEnd = rank === RANK.minKey || rank === RANK.maxKey;
  return into((value) => {
    const valueRank = rankOf(value);
    if (valueRank !== rank) return isEnd && accepts(valueRank - rank);
    if (rank === RANK.number && compareValues(value, NaN) === 0) return false;
    return accepts(compareValues(value, argument));
  });
}

/** Equality of whole values; null also matches no value. A regular expression matches itself. */
export function equality(argument: Value): FieldTest {
  if (argument === null) return into((value) => value === undefined || value === null);
  return into((value) => equalValues(value, argument));
}

/** A regular expression: strings that it matches, and the same expression stored. */
export function regexTest(regex: Regex): FieldTest {
  const matches = compileRegex(regex.pattern, regex.options);
  return into((value) =>
    typeof value === "string" ? matches(value) : value instanceof Regex && equalValues(value, regex),
  );
}

function anyOf(operator: string, argument: Value, isOperatorDocument: (value: Value) => boolean): FieldTest {
  if (!Array.isArray(argument)) throw new CommandError(2, `${operator} needs an array`);
  if (argument.some(isOperatorDocument)) throw new CommandError(2, `cannot nest $ under ${operator}`);
  const sorted = argument.filter((value) => !(value instanceof Regex)).sort(compareValues);
  const regexes = argument
    .filter((value): value is Regex => value instanceof Regex)
    .map((regex) => regexTest(regex).test);
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

function modulo(argument: Value): FieldTest {
  if (!Array.isArray(argument)) throw new CommandError(2, "malformed mod, needs to be an array");
  if (argument.length !== 2) {
    throw new CommandError(2, `malformed mod, ${argument.length < 2 ? "not enough" : "too many"} elements`);
  }
  if (!isNumber(argument[0])) throw new CommandError(2, "malformed mod, divisor not a number");
  if (!isNumber(argument[1])) throw new CommandError(2, "malformed mod, remainder not a number");
  const [divisor, remainder] = argument.map(truncatedLong);
  if (divisor === undefined || remainder === undefined) {
    throw new CommandError(2, "malformed mod, not representable as a 64-bit integer");
  }
  if (divisor === 0n) throw new CommandError(2, "divisor cannot be 0");
  return into((value) => {
    const dividend = truncatedLong(value);
    return dividend !== undefined && dividend % divisor === remainder;
  });
}

/** `$regex` with its `$options` beside it, in either order. */
function regexDocument(operators: Doc): FieldTest {
  let pattern = "";
  let options = "";
  for (const [name, argument] of operators) {
    if (name === "$options") {
      if (typeof argument !== "string") throw new CommandError(2, "$options has to be a string");
      if (options !== "") throw new CommandError(51075, "options set in both $regex and $options");
      options = argument;
    } else if (name === "$regex") {
      if (!(argument instanceof Regex) && typeof argument !== "string")
        throw new CommandError(2, "$regex has to be a string");
      pattern = argument instanceof Regex ? argument.pattern : argument;
      if (argument instanceof Regex && argument.options !== "") {
        if (options !== "") throw new CommandError(51074, "options set in both $regex and $options");
        options = argument.options;
      }
    }
  }
  return regexTest(new Regex(pattern, options));
}

function options(operators: Doc): undefined {
  if (!operators.has("$regex")) throw new CommandError(2, "$options needs a $regex");
  return undefined;
}

function type(argument: Value): FieldTest {
  const types = parseTypes(argument);
  return into((value) => value !== undefined && types.has(typeCode(value)));
}

/** What an operator's parser gets: the field's name, its argument, all operators beside it, and what counts as an operator document. */
export interface OperatorInput {
  readonly field: string;
  readonly argument: Value;
  readonly operators: Doc;
  readonly isOperatorDocument: (value: Value) => boolean;
}

/** Operators that look at single values; `$ne`, `$nin`, `$not`, `$all`, `$elemMatch` are built from conditions in filter.ts. */
export const VALUE_OPERATORS = new Map<string, (input: OperatorInput) => FieldTest | undefined>([
  ["$eq", ({ argument }) => equality(argument)],
  ["$gt", ({ field, argument }) => comparison(field, argument, (order) => order > 0)],
  ["$gte", ({ field, argument }) => comparison(field, argument, (order) => order >= 0)],
  ["$lt", ({ field, argument }) => comparison(field, argument, (order) => order < 0)],
  ["$lte", ({ field, argument }) => comparison(field, argument, (order) => order <= 0)],
  ["$in", ({ argument, isOperatorDocument }) => anyOf("$in", argument, isOperatorDocument)],
  ["$exists", () => ({ test: (value) => value !== undefined, intoLeaf: false })],
  ["$type", ({ argument }) => type(argument)],
  ["$size", ({ argument }) => size(argument)],
  ["$mod", ({ argument }) => modulo(argument)],
  ["$regex", ({ operators }) => regexDocument(operators)],
  ["$options", ({ operators }) => options(operators)],
]);

/** True when an `$exists` asks for the field. */
export function asksExistence(argument: Value): boolean {
  return isTruthy(argument);
}

/** A document whose first field is an operator; `{$ref, $id}` is a reference and not one. */
export function isOperatorDocument(value: Value | undefined): value is Doc {
  if (!isDoc(value)) return false;
  const first = value.keys().next().value;
  return first !== undefined && first.startsWith("$") && !(value.has("$ref") && value.has("$id"));
}
