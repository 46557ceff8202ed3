import { CommandError, refuse } from "../errors";
import { compareValues } from "../bson/compare";
import { identicalValues } from "../bson/encode";
import { LongOverflow, addNumbers, multiplyNumbers } from "../bson/numbers";
import type { NumberValue } from "../bson/numbers";
import { int32, isDoc, isNumber } from "../bson/value";
import type { Value } from "../bson/value";
import { typeName } from "../query/types";
import { addToSet, pop, pull, pullAll, push } from "./array-operators";

/** Taken away instead of set. */
export const REMOVED = Symbol("removed");

/** What one operator does to one field. */
export interface Change {
  /** The new value of an existing field; undefined leaves it as it is. */
  existing(value: Value, field: string, now: Date): Value | typeof REMOVED | undefined;
  /** The value of a field that is missing. Without this the operator has no effect on missing fields. */
  missing?(now: Date): Value;
  /** True when a path that cannot exist is no mistake. */
  readonly toleratesAnyPath?: boolean;
  /** True when the change is made only while a document is being inserted. */
  readonly onlyOnInsert?: boolean;
}

function set(value: Value): Change {
  return { existing: (old) => (identicalValues(old, value) ? undefined : value), missing: () => value };
}

function arithmetic(
  name: string,
  verb: string,
  operand: Value,
  combine: (a: NumberValue, b: NumberValue) => NumberValue,
  start: (operand: NumberValue) => NumberValue,
): Change {
  if (!isNumber(operand))
    throw new CommandError(14, `Cannot ${verb} with non-numeric argument of type ${typeName(operand)}`);
  return {
    existing(old, field) {
      if (!isNumber(old)) {
        throw new CommandError(
          14,
          `Cannot apply ${name} to a value of non-numeric type. The document has the field '${field}' of non-numeric type ${typeName(old)}`,
        );
      }
      const result = withinLong(name, () => combine(old, operand));
      return identicalValues(old, result) ? undefined : result;
    },
    missing: () => start(operand),
  };
}

function withinLong(name: string, compute: () => NumberValue): NumberValue {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof LongOverflow)) throw error;
    throw new CommandError(
      2,
      `Failed to apply ${name} operations to current value: the result does not fit in 64 bits`,
    );
  }
}

function extreme(operand: Value, sign: 1 | -1): Change {
  return {
    existing: (old) => (sign * compareValues(operand, old) > 0 ? operand : undefined),
    missing: () => operand,
  };
}

function currentDate(argument: Value): Change {
  if (typeof argument !== "boolean") {
    if (!isDoc(argument)) {
      throw new CommandError(
        2,
        `${typeName(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
      );
    }
    const other = [...argument.keys()].find((name) => name !== "$type");
    if (other !== undefined) throw new CommandError(2, `Unrecognized $currentDate option: ${other}`);
    const type = argument.get("$type");
    if (type === "timestamp") refuse("$currentDate with type timestamp");
    if (type !== "date") throw new CommandError(2, "The '$type' string field is required to be 'date' or 'timestamp'");
  }
  return {
    existing: (old, _field, now) => (identicalValues(old, now) ? undefined : now),
    missing: (now) => now,
  };
}

const UNSET: Change = { existing: () => REMOVED, toleratesAnyPath: true };

/** How each operator of an update document reads its argument for one field; `$rename` concerns two fields and is in update.ts. */
export const CHANGES = new Map<string, (argument: Value) => Change>([
  ["$set", set],
  ["$setOnInsert", (argument) => ({ ...set(argument), onlyOnInsert: true })],
  ["$unset", () => UNSET],
  ["$inc", (argument) => arithmetic("$inc", "increment", argument, addNumbers, (operand) => operand)],
  [
    "$mul",
    (argument) =>
      arithmetic("$mul", "multiply", argument, multiplyNumbers, (operand) => multiplyNumbers(int32(0), operand)),
  ],
  ["$min", (argument) => extreme(argument, -1)],
  ["$max", (argument) => extreme(argument, 1)],
  ["$currentDate", currentDate],
  ["$push", push],
  ["$addToSet", addToSet],
  ["$pull", pull],
  ["$pullAll", pullAll],
  ["$pop", pop],
]);
