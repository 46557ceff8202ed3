import { CommandError } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { equalValues } from "../bson/compare";
import { identicalValues } from "../bson/encode";
import { addNumbers } from "../bson/numbers";
import { isDoc, isNumber, type Doc, type Value } from "../bson/value";
import { compileCondition, compileFilter, isFieldCondition } from "../query/filter";

/** Taken away instead of set. */
export const REMOVED = Symbol("removed");

/** What one operator does to one field. */
export interface Change {
  /** The new value of an existing field; undefined leaves it as it is. */
  existing(value: Value): Value | typeof REMOVED | undefined;
  /** The value of a field that is missing. Without this the operator has no effect on missing fields. */
  missing?(): Value;
  /** True when a path that cannot exist is no mistake. */
  readonly toleratesAnyPath?: boolean;
  /** True when the change is made only while a document is being inserted. */
  readonly onlyOnInsert?: boolean;
}

function set(value: Value): Change {
  return { existing: (old) => (identicalValues(old, value) ? undefined : value), missing: () => value };
}

function increment(operand: Value): Change {
  if (!isNumber(operand)) throw new CommandError(14, "Cannot increment with non-numeric argument");
  return {
    existing(old) {
      if (!isNumber(old)) throw new CommandError(14, "Cannot apply $inc to a value of non-numeric type");
      const sum = addNumbers(old, operand);
      if (sum === undefined)
        throw new CommandError(2, "Failed to apply $inc to the current value: it would leave 64 bits");
      return identicalValues(old, sum) ? undefined : sum;
    },
    missing: () => operand,
  };
}

/** A change of an array's items that leaves it as it is when their number stays. */
function ofArray(name: string, apply: (items: readonly Value[]) => Value[]): Change {
  return {
    existing(value) {
      if (!Array.isArray(value)) throw new CommandError(2, `Cannot apply ${name} to a field that is no array`);
      const items = apply(value);
      return items.length === value.length ? undefined : items;
    },
  };
}

/** Behind the array's items one value, or those of `$each`. */
function push(argument: Value): Change {
  const added = isDoc(argument) && argument.has("$each") ? eachOf(argument) : [argument];
  return { ...ofArray("$push", (old) => [...old, ...added]), missing: () => [...added] };
}

function eachOf(clauses: Doc): Value[] {
  for (const clause of clauses.keys()) {
    if (!clause.startsWith("$")) throw new CommandError(2, `Unrecognized clause in $push: ${clause}`);
    isImplemented(ALLOWED.push, clause);
  }
  const values = clauses.get("$each");
  if (Array.isArray(values)) return values;
  throw new CommandError(2, "The argument to $each in $push must be an array");
}

/** Without the elements that fit a condition, a document's conditions on its fields, or equal a value. */
function pull(condition: Value): Change {
  const isUnwanted = unwanted(condition);
  return ofArray("$pull", (old) => old.filter((item) => !isUnwanted(item)));
}

function unwanted(condition: Value): (item: Value) => boolean {
  if (isFieldCondition(condition)) return compileCondition(condition);
  if (!isDoc(condition)) return (item) => equalValues(item, condition);
  const matches = compileFilter(condition);
  return (item) => isDoc(item) && matches(item);
}

/** How each operator of an update document reads its argument for one field. */
export const CHANGES = new Map<string, (argument: Value) => Change>([
  ["$set", set],
  ["$setOnInsert", (argument) => ({ ...set(argument), onlyOnInsert: true })],
  ["$unset", () => ({ existing: () => REMOVED, toleratesAnyPath: true })],
  ["$inc", increment],
  ["$push", push],
  ["$pull", pull],
]);
