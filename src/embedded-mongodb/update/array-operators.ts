import { CommandError } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { equalValues } from "../bson/compare";
import { asInt32 } from "../bson/numbers";
import { Regex, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileFilter, isFieldCondition } from "../query/filter";
import type { Change } from "./operators";

/** A change of arrays. `missing` says whether a missing field becomes an array first; undefined leaves the field as it is. */
function ofArray(name: string, apply: (items: Value[]) => Value[] | undefined, code: number, missing = false): Change {
  return {
    existing(value) {
      if (!Array.isArray(value)) throw new CommandError(code, `Cannot apply ${name} to a field that is no array`);
      return apply(value);
    },
    ...(missing && { missing: () => apply([]) ?? [] }),
  };
}

function listOf(value: Value | undefined, code: number, name: string): Value[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(code, `The argument to ${name} must be an array`);
}

/** `$push`: one value, or `$each` with `$position` and `$slice`. */
export function push(argument: Value): Change {
  const clauses: Doc = isDoc(argument) && argument.has("$each") ? argument : new Map([["$each", [argument]]]);
  for (const name of clauses.keys()) {
    if (!name.startsWith("$")) throw new CommandError(2, `Unrecognized clause in $push: ${name}`);
    isImplemented(ALLOWED.push, name);
  }
  const added = listOf(clauses.get("$each"), 2, "$each in $push");
  const position = wholeClause(clauses, "$position");
  const slice = wholeClause(clauses, "$slice");
  const apply = (old: Value[]): Value[] | undefined => {
    const items = [...old];
    items.splice(position ?? items.length, 0, ...added);
    const kept = slice === undefined ? items : slice >= 0 ? items.slice(0, slice) : items.slice(slice);
    return added.length > 0 || kept.length !== old.length ? kept : undefined;
  };
  return ofArray("$push", apply, 2, true);
}

function wholeClause(clauses: Doc, name: string): number | undefined {
  const whole = asInt32(clauses.get(name));
  if (whole === undefined && clauses.has(name))
    throw new CommandError(2, `The value for ${name} must be an integer value`);
  return whole;
}

/** `$addToSet`: one value or `$each`, those that the array does not have yet. */
export function addToSet(argument: Value): Change {
  const hasEach = isDoc(argument) && argument.keys().next().value === "$each";
  const wanted = hasEach ? listOf(argument.get("$each"), 14, "$each in $addToSet") : [argument];
  if (hasEach && argument.size > 1) throw new CommandError(2, "Found unexpected fields after $each in $addToSet");
  const apply = (old: Value[]): Value[] | undefined => {
    const items = [...old];
    for (const value of wanted) if (!items.some((item) => equalValues(item, value))) items.push(value);
    return items.length === old.length ? undefined : items;
  };
  return ofArray("$addToSet", apply, 2, true);
}

function without(name: string, isUnwanted: (item: Value) => boolean): Change {
  const apply = (old: Value[]): Value[] | undefined => {
    const kept = old.filter((item) => !isUnwanted(item));
    return kept.length === old.length ? undefined : kept;
  };
  return ofArray(name, apply, 2);
}

/** `$pull`: the elements that fit a condition, a document's conditions on its fields, or equal a value. */
export function pull(condition: Value): Change {
  if (isFieldCondition(condition) || condition instanceof Regex) {
    const { matches } = compileFilter(new Map([["", condition]]));
    return without("$pull", (item) => matches(new Map([["", item]])));
  }
  if (!isDoc(condition)) return without("$pull", (item) => equalValues(item, condition));
  const { matches } = compileFilter(condition);
  return without("$pull", (item) => isDoc(item) && matches(item));
}

/** `$pullAll`: all elements that equal one of a list. */
export function pullAll(argument: Value): Change {
  const unwanted = listOf(argument, 2, "$pullAll");
  return without("$pullAll", (item) => unwanted.some((value) => equalValues(item, value)));
}

/** `$pop`: the last element (1) or the first (-1). */
export function pop(argument: Value): Change {
  const end = asInt32(argument);
  if (end !== 1 && end !== -1) throw new CommandError(9, "$pop expects 1 or -1");
  const apply = (old: Value[]) => (end === 1 ? old.slice(0, -1) : old.slice(1));
  return ofArray("$pop", (old) => (old.length === 0 ? undefined : apply(old)), 14);
}
