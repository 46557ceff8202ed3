import { CommandError } from "../errors";
import { compareValues, equalValues } from "../bson/compare";
import { compareNumbers } from "../bson/numbers";
import { Regex, isDoc, isNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileFilter } from "../query/filter";
import { isOperatorDocument } from "../query/operators";
import { asInt32, typeName } from "../query/types";
import type { Change } from "./operators";

function arrayOf(value: Value, code: number, message: string): Value[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(code, message);
}

/** `$push`: one value, or `$each` with `$position`, `$sort` and `$slice`. */
export function push(argument: Value): Change {
  const clauses: Doc = isDoc(argument) && argument.has("$each") ? argument : new Map([["$each", [argument]]]);
  for (const name of clauses.keys()) {
    if (!["$each", "$slice", "$sort", "$position"].includes(name)) {
      throw new CommandError(2, `Unrecognized clause in $push: ${name}`);
    }
  }
  const each = clauses.get("$each") as Value;
  const added = arrayOf(
    each,
    2,
    `The argument to $each in $push must be an array but it was of type: ${typeName(each)}`,
  );
  const position = wholeClause(clauses, "$position");
  const slice = wholeClause(clauses, "$slice");
  const sort = clauses.has("$sort") ? elementOrder(clauses.get("$sort") as Value) : undefined;
  const apply = (old: Value[]): Value[] => {
    const items = [...old];
    items.splice(position ?? items.length, 0, ...added);
    if (sort) items.sort(sort);
    if (slice === undefined) return items;
    return slice >= 0 ? items.slice(0, slice) : items.slice(slice);
  };
  return {
    existing(value, field) {
      const old = arrayOf(value, 2, `The field '${field}' must be an array but is of type ${typeName(value)}`);
      const items = apply(old);
      return added.length > 0 || sort || items.length !== old.length ? items : undefined;
    },
    missing: () => apply([]),
  };
}

function wholeClause(clauses: Doc, name: string): number | undefined {
  const value = clauses.get(name);
  if (value === undefined) return undefined;
  const whole = asInt32(value);
  if (whole === undefined) {
    throw new CommandError(2, `The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  }
  return whole;
}

/** Order of `$sort`: of whole elements (1, -1), or by fields of elements, where a missing field is null. */
function elementOrder(pattern: Value): (a: Value, b: Value) => number {
  if (isNumber(pattern)) {
    const sign = direction(pattern);
    return (a, b) => sign * compareValues(a, b);
  }
  if (!isDoc(pattern))
    throw new CommandError(
      2,
      "The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields",
    );
  if (pattern.size === 0) throw new CommandError(2, "The $sort pattern is empty when it should be a set of fields.");
  const keys = [...pattern].map(([path, wanted]) => {
    const parts = path.split(".");
    if (parts.includes(""))
      throw new CommandError(2, `The $sort field is a dotted field but has an empty part: ${path}`);
    return { parts, sign: direction(wanted) };
  });
  return (a, b) => {
    for (const { parts, sign } of keys) {
      const order = sign * compareValues(plainField(a, parts), plainField(b, parts));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function direction(value: Value): 1 | -1 {
  if (isNumber(value) && compareNumbers(value, 1) === 0) return 1;
  if (isNumber(value) && compareNumbers(value, -1) === 0) return -1;
  throw new CommandError(2, "The $sort element value must be either 1 or -1");
}

function plainField(element: Value, parts: readonly string[]): Value {
  let value: Value | undefined = element;
  for (const part of parts) value = isDoc(value) ? value.get(part) : undefined;
  return value ?? null;
}

/** `$addToSet`: one value or `$each`, those that the array does not have yet. */
export function addToSet(argument: Value): Change {
  let wanted: Value[] = [argument];
  if (isDoc(argument) && argument.keys().next().value === "$each") {
    const each = argument.get("$each") as Value;
    wanted = arrayOf(
      each,
      14,
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
    );
    if (argument.size > 1) throw new CommandError(2, "Found unexpected fields after $each in $addToSet");
  }
  const extend = (old: Value[]) => {
    const items = [...old];
    for (const value of wanted) if (!items.some((item) => equalValues(item, value))) items.push(value);
    return items;
  };
  return {
    existing(value, field) {
      const old = arrayOf(
        value,
        2,
        `Cannot apply $addToSet to non-array field. Field named '${field}' has non-array type ${typeName(value)}`,
      );
      const items = extend(old);
      return items.length === old.length ? undefined : items;
    },
    missing: () => extend([]),
  };
}

function culling(name: string, isUnwanted: (item: Value) => boolean): Change {
  return {
    existing(value) {
      const old = arrayOf(value, 2, `Cannot apply ${name} to a non-array value`);
      const kept = old.filter((item) => !isUnwanted(item));
      return kept.length === old.length ? undefined : kept;
    },
  };
}

/** `$pull`: the elements that fit a condition, a document's conditions on its fields, or equal a value. */
export function pull(condition: Value): Change {
  if (isOperatorDocument(condition) || condition instanceof Regex) {
    const filter = compileFilter(new Map([["", condition]]));
    return culling("$pull", (item) => filter.matches(new Map([["", item]])));
  }
  if (isDoc(condition)) {
    const filter = compileFilter(condition);
    return culling("$pull", (item) => isDoc(item) && filter.matches(item));
  }
  return culling("$pull", (item) => equalValues(item, condition));
}

/** `$pullAll`: all elements that equal one of a list. */
export function pullAll(argument: Value): Change {
  const unwanted = arrayOf(argument, 2, `$pullAll requires an array argument but was given a ${typeName(argument)}`);
  return culling("$pullAll", (item) => unwanted.some((value) => equalValues(item, value)));
}

/** `$pop`: the last element (1) or the first (-1). */
export function pop(argument: Value): Change {
  const end = asInt32(argument);
  if (end !== 1 && end !== -1) throw new CommandError(9, "$pop expects 1 or -1");
  return {
    existing(value, field) {
      const old = arrayOf(value, 14, `Path '${field}' contains an element of non-array type '${typeName(value)}'`);
      if (old.length === 0) return undefined;
      return end === 1 ? old.slice(0, -1) : old.slice(1);
    },
  };
}
