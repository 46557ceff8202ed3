import { refuse } from "../errors";
import { Decimal } from "./decimal";
import type { DecimalParts } from "./decimal";
import { Int32, int32 } from "./value";

/** Any BSON number: double, long, int32 or decimal128. */
export type NumberValue = number | bigint | Int32 | Decimal;

/** Thrown when a sum or product of whole numbers leaves 64 bits; the caller says it in its own words. */
export class LongOverflow extends Error {}

/** Order of two numbers by their exact value, whatever their types; NaN equals NaN and comes before all others, -0 equals 0. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (a instanceof Decimal || b instanceof Decimal) return compareParts(exactParts(a), exactParts(b));
  const x = a instanceof Int32 ? a.value : a;
  const y = b instanceof Int32 ? b.value : b;
  // JavaScript compares bigint and number by exact mathematical value.
  if (x < y) return -1;
  if (x > y) return 1;
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

/** The exact value of any number as sign, coefficient and power of ten. */
export function exactParts(value: NumberValue): DecimalParts {
  if (value instanceof Decimal) return value.parts;
  if (typeof value !== "number") return wholeParts(toWhole(value));
  if (Number.isNaN(value)) return { kind: "nan" };
  if (!Number.isFinite(value)) return { kind: "infinity", negative: value < 0 };
  return Number.isInteger(value) ? wholeParts(BigInt(value)) : fractionParts(value);
}

function wholeParts(value: bigint): DecimalParts {
  return { kind: "finite", negative: value < 0n, coefficient: value < 0n ? -value : value, exponent: 0 };
}

/** Mantissa / 2^n is mantissa × 5^n / 10^n; multiplying by two makes any double whole without rounding, in steps that stay finite. */
function fractionParts(value: number): DecimalParts {
  let mantissa = Math.abs(value);
  let doublings = 0;
  for (; !Number.isInteger(mantissa); doublings += 1) mantissa *= 2;
  return {
    kind: "finite",
    negative: value < 0,
    coefficient: BigInt(mantissa) * 5n ** BigInt(doublings),
    exponent: -doublings,
  };
}

function compareParts(a: DecimalParts, b: DecimalParts): number {
  if (a.kind === "nan" || b.kind === "nan") return Number(b.kind === "nan") - Number(a.kind === "nan");
  const sign = signOf(a);
  if (sign !== signOf(b)) return sign - signOf(b);
  if (a.kind === "infinity" || b.kind === "infinity") {
    return sign * (Number(a.kind === "infinity") - Number(b.kind === "infinity"));
  }
  return sign * compareMagnitudes(a, b);
}

type Parts = Exclude<DecimalParts, { kind: "nan" }>;
type FiniteParts = Extract<DecimalParts, { kind: "finite" }>;

function signOf(parts: Parts): number {
  if (parts.kind === "finite" && parts.coefficient === 0n) return 0;
  return parts.negative ? -1 : 1;
}

function compareMagnitudes(a: FiniteParts, b: FiniteParts): number {
  const lengths = a.coefficient.toString().length + a.exponent - b.coefficient.toString().length - b.exponent;
  if (lengths !== 0 && a.coefficient !== 0n) return lengths;
  const least = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * 10n ** BigInt(a.exponent - least);
  const y = b.coefficient * 10n ** BigInt(b.exponent - least);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Sum in MongoDB's result type: double over long over int32, int32 widening to long. Throws LongOverflow beyond 64 bits. */
export function addNumbers(a: NumberValue, b: NumberValue): NumberValue {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
}

/** Product in MongoDB's result type. Throws LongOverflow beyond 64 bits. */
export function multiplyNumbers(a: NumberValue, b: NumberValue): NumberValue {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );
}

function combine(
  a: NumberValue,
  b: NumberValue,
  ofDoubles: (x: number, y: number) => number,
  ofWholes: (x: bigint, y: bigint) => bigint,
): NumberValue {
  if (a instanceof Decimal || b instanceof Decimal) return refuse("arithmetic with decimal128");
  if (typeof a === "number" || typeof b === "number") return ofDoubles(toDouble(a), toDouble(b));
  const whole = ofWholes(toWhole(a), toWhole(b));
  if (BigInt.asIntN(64, whole) !== whole) throw new LongOverflow();
  const isSmall = a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, whole) === whole;
  return isSmall ? int32(Number(whole)) : whole;
}

function toWhole(value: bigint | Int32): bigint {
  return value instanceof Int32 ? BigInt(value.value) : value;
}

/** The nearest double. */
export function toDouble(value: NumberValue): number {
  if (typeof value === "number") return value;
  if (value instanceof Int32) return value.value;
  if (typeof value === "bigint") return Number(value);
  const parts = value.parts;
  if (parts.kind === "nan") return NaN;
  const size = parts.kind === "infinity" ? Infinity : Number(`${parts.coefficient}e${parts.exponent}`);
  return parts.negative ? -size : size;
}

/** The number as a JavaScript integer when it is a whole number of 32 bits, else undefined. */
export function asInt32(value: unknown): number | undefined {
  const isNumber =
    typeof value === "number" || typeof value === "bigint" || value instanceof Int32 || value instanceof Decimal;
  if (!isNumber) return undefined;
  const double = toDouble(value);
  return (double | 0) === double && compareNumbers(double, value) === 0 ? double | 0 : undefined;
}
