import { CommandError } from "../errors";
import { compareValues } from "../bson/compare";
import { identicalValues } from "../bson/encode";
import { LongOverflow, addNumbers, multiplyNumbers } from "../bson/numbers";
import type { NumberValue } from "../bson/numbers";
import { int32, isNumber } from "../bson/value";
import type { Value } from "../bson/value";
import { addToSet, pop, pull, pullAll, push } from "./array-operators";

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

type Combine = (a: NumberValue, b: NumberValue) => NumberValue;

function arithmetic(name: string, operand: Value, combine: Combine, start: Value): Change {
  if (!isNumber(operand)) throw new CommandError(14, `Cannot apply ${name} with non-numeric argument`);
  return {
    existing(old) {
      if (!isNumber(old)) throw new CommandError(14, `Cannot apply ${name} to a value of non-numeric type`);
      const result = withinLong(name, () => combine(old, operand));
      return identicalValues(old, result) ? undefined : result;
    },
    missing: () => start,
  };
}

function withinLong(name: string, compute: () => NumberValue): NumberValue {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof LongOverflow)) throw error;
    throw new CommandError(2, `Failed to apply ${name} operations to current value: it would leave 64 bits`);
  }
}

function extreme(operand: Value, sign: 1 | -1): Change {
  return {
    existing: (old) => (sign * compareValues(operand, old) > 0 ? operand : undefined),
    missing: () => operand,
  };
}

function multiply(operand: Value): Change {
  return arithmetic("$mul", operand, multiplyNumbers, isNumber(operand) ? multiplyNumbers(int32(0), operand) : null);
}

/** How each operator of an update document reads its argument for one field. */
export const CHANGES = new Map<string, (argument: Value) => Change>([
  ["$set", set],
  ["$setOnInsert", (argument) => ({ ...set(argument), onlyOnInsert: true })],
  ["$unset", () => ({ existing: () => REMOVED, toleratesAnyPath: true })],
  ["$inc", (argument) => arithmetic("$inc", argument, addNumbers, argument)],
  ["$mul", multiply],
  ["$min", (argument) => extreme(argument, -1)],
  ["$max", (argument) => extreme(argument, 1)],
  ["$push", push],
  ["$addToSet", addToSet],
  ["$pull", pull],
  ["$pullAll", pullAll],
  ["$pop", pop],
]);
