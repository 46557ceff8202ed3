import { Int32, int32, isNumber, type Value } from "./value";

/** Any number: double, long or int32. */
export type NumberValue = number | bigint | Int32;

/** Order of two numbers by their exact value, whatever their types; NaN equals NaN and comes before all others, -0 equals 0. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = a instanceof Int32 ? a.value : a;
  const y = b instanceof Int32 ? b.value : b;
  // JavaScript compares bigint and number by exact mathematical value.
  if (x < y) return -1;
  if (x > y) return 1;
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

/** Sum in MongoDB's type: double over long over int32, int32 widening to long. Undefined when whole numbers leave 64 bits. */
export function addNumbers(a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (typeof a === "number" || typeof b === "number") return toDouble(a) + toDouble(b);
  const whole = toWhole(a) + toWhole(b);
  if (BigInt.asIntN(64, whole) !== whole) return undefined;
  const isSmall = a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, whole) === whole;
  return isSmall ? int32(Number(whole)) : whole;
}

/** A whole number as bigint. */
export function toWhole(value: bigint | Int32): bigint {
  return value instanceof Int32 ? BigInt(value.value) : value;
}

/** The nearest double. */
export function toDouble(value: NumberValue): number {
  return Number(value instanceof Int32 ? value.value : value);
}

/** The number as a JavaScript integer when it is a whole number of 32 bits, else undefined. */
export function asInt32(value: Value | undefined): number | undefined {
  if (!isNumber(value)) return undefined;
  const double = toDouble(value);
  return (double | 0) === double && compareNumbers(double, value) === 0 ? double | 0 : undefined;
}
