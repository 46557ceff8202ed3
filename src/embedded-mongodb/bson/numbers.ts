import { Decimal, DECIMAL_NAN, decimalInfinity, decimalOf } from "./decimal";
import type { DecimalParts } from "./decimal";
import { Int32, int32 } from "./value";

/** Any BSON number: double, long, int32 or decimal128. */
export type NumberValue = number | bigint | Int32 | Decimal;

/** Thrown when a sum or product of whole numbers leaves 64 bits; the caller says it in its own words. */
export class LongOverflow extends Error {}

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/** Order of two numbers by their exact value, whatever their types; NaN equals NaN and comes before all others, -0 equals 0. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = a instanceof Int32 ? a.value : a;
  const y = b instanceof Int32 ? b.value : b;
  if (typeof x === "number" && typeof y === "number") return compareDoubles(x, y);
  if (x instanceof Decimal || y instanceof Decimal) return compareParts(exactParts(x), exactParts(y));
  if (typeof x === "number" && Number.isNaN(x)) return -1;
  if (typeof y === "number" && Number.isNaN(y)) return 1;
  // JavaScript compares bigint and number by exact mathematical value.
  return x < y ? -1 : x > y ? 1 : 0;
}

function compareDoubles(x: number, y: number): number {
  if (x === y) return 0;
  if (x < y) return -1;
  if (x > y) return 1;
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

/** The exact value of any number as sign, coefficient and power of ten. */
export function exactParts(value: NumberValue): DecimalParts {
  if (value instanceof Decimal) return value.parts;
  if (value instanceof Int32) return wholeParts(BigInt(value.value));
  if (typeof value === "bigint") return wholeParts(value);
  if (Number.isNaN(value)) return { kind: "nan" };
  if (!Number.isFinite(value)) return { kind: "infinity", negative: value < 0 };
  if (Number.isSafeInteger(value)) return wholeParts(BigInt(value));
  return fractionParts(value);
}

function wholeParts(value: bigint): DecimalParts {
  return { kind: "finite", negative: value < 0n, coefficient: value < 0n ? -value : value, exponent: 0 };
}

const bits = new DataView(new ArrayBuffer(8));

/** Mantissa × 2^e; a negative e becomes mantissa × 5^-e × 10^e. */
function fractionParts(value: number): DecimalParts {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = Math.max(biased, 1) - 1075;
  const negative = value < 0;
  if (exponent >= 0) return { kind: "finite", negative, coefficient: mantissa << BigInt(exponent), exponent: 0 };
  return { kind: "finite", negative, coefficient: mantissa * 5n ** BigInt(-exponent), exponent };
}

/** Order of two exact values. */
export function compareParts(a: DecimalParts, b: DecimalParts): number {
  if (a.kind === "nan" || b.kind === "nan") return Number(b.kind === "nan") - Number(a.kind === "nan");
  const signs = signOf(a) - signOf(b);
  if (signs !== 0) return signs;
  const sign = signOf(a);
  if (a.kind === "infinity" || b.kind === "infinity") {
    return sign * (Number(a.kind === "infinity") - Number(b.kind === "infinity"));
  }
  return sign * compareMagnitudes(a.coefficient, a.exponent, b.coefficient, b.exponent);
}

function signOf(parts: Exclude<DecimalParts, { kind: "nan" }>): number {
  if (parts.kind === "finite" && parts.coefficient === 0n) return 0;
  return parts.negative ? -1 : 1;
}

function compareMagnitudes(a: bigint, aExponent: number, b: bigint, bExponent: number): number {
  if (a === 0n || b === 0n) return 0;
  const adjusted = a.toString().length + aExponent - (b.toString().length + bExponent);
  if (adjusted !== 0) return adjusted;
  const least = Math.min(aExponent, bExponent);
  const x = a * 10n ** BigInt(aExponent - least);
  const y = b * 10n ** BigInt(bExponent - least);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Sum in MongoDB's result type: decimal over double over long over int32, int32 widening to long. Throws LongOverflow beyond 64 bits. */
export function addNumbers(a: NumberValue, b: NumberValue): NumberValue {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
    addParts,
  );
}

/** Product in MongoDB's result type. Throws LongOverflow beyond 64 bits. */
export function multiplyNumbers(a: NumberValue, b: NumberValue): NumberValue {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    multiplyParts,
  );
}

/** The same number with the other sign. Throws LongOverflow for the least long. */
export function negateNumber(value: NumberValue): NumberValue {
  return multiplyNumbers(int32(-1), value);
}

function combine(
  a: NumberValue,
  b: NumberValue,
  ofDoubles: (x: number, y: number) => number,
  ofWholes: (x: bigint, y: bigint) => bigint,
  ofDecimals: (x: DecimalParts, y: DecimalParts) => Decimal,
): NumberValue {
  if (a instanceof Decimal || b instanceof Decimal) return ofDecimals(toDecimal(a).parts, toDecimal(b).parts);
  if (typeof a === "number" || typeof b === "number") return ofDoubles(toDouble(a), toDouble(b));
  if (a instanceof Int32 && b instanceof Int32) {
    const small = ofDoubles(a.value, b.value);
    if ((small | 0) === small) return int32(small | 0);
  }
  const whole = ofWholes(toWhole(a), toWhole(b));
  if (whole > MAX_LONG || whole < MIN_LONG) throw new LongOverflow();
  return whole;
}

function toWhole(value: bigint | Int32): bigint {
  return value instanceof Int32 ? BigInt(value.value) : value;
}

/** The nearest double. */
export function toDouble(value: NumberValue): number {
  if (typeof value === "number") return value;
  if (value instanceof Int32) return value.value;
  return Number(typeof value === "bigint" ? value : value.toString());
}

/** The number as decimal128; a double is rounded to 15 digits first, as MongoDB's arithmetic does. */
export function toDecimal(value: NumberValue): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value !== "number") {
    const whole = toWhole(value);
    return decimalOf(whole < 0n, whole < 0n ? -whole : whole, 0);
  }
  if (Number.isNaN(value)) return DECIMAL_NAN;
  if (!Number.isFinite(value)) return decimalInfinity(value < 0);
  if (value === 0) return decimalOf(Object.is(value, -0), 0n, 0);
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential(14).split("e");
  return decimalOf(value < 0, BigInt(mantissa.replace(".", "")), Number(exponent) - 14);
}

function addParts(a: DecimalParts, b: DecimalParts): Decimal {
  if (a.kind === "nan" || b.kind === "nan") return DECIMAL_NAN;
  if (a.kind === "infinity" || b.kind === "infinity") {
    if (a.kind === b.kind && a.negative !== b.negative) return DECIMAL_NAN;
    return decimalInfinity(a.kind === "infinity" ? a.negative : b.negative);
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (x: typeof a) => (x.negative ? -1n : 1n) * x.coefficient * 10n ** BigInt(x.exponent - exponent);
  const sum = scaled(a) + scaled(b);
  const negative = sum === 0n ? a.negative && b.negative : sum < 0n;
  return decimalOf(negative, sum < 0n ? -sum : sum, exponent);
}

function multiplyParts(a: DecimalParts, b: DecimalParts): Decimal {
  if (a.kind === "nan" || b.kind === "nan") return DECIMAL_NAN;
  const negative = a.negative !== b.negative;
  if (a.kind === "infinity" || b.kind === "infinity") {
    return signOf(a) === 0 || signOf(b) === 0 ? DECIMAL_NAN : decimalInfinity(negative);
  }
  return decimalOf(negative, a.coefficient * b.coefficient, a.exponent + b.exponent);
}
