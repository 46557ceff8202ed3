/** A decimal as sign, whole coefficient and power of ten, or one of the special values. */
export type DecimalParts =
  | { kind: "finite"; negative: boolean; coefficient: bigint; exponent: number }
  | { kind: "infinity"; negative: boolean }
  | { kind: "nan" };

const MAX_COEFFICIENT = 10n ** 34n - 1n;
const EXPONENT_BIAS = 6176;
const MAX_EXPONENT = 6111;
const MIN_EXPONENT = -6176;

/** BSON decimal128 (IEEE 754-2008, binary integer decimal), kept as its two 64-bit halves so that it goes out as it came in. */
export class Decimal {
  #parts: DecimalParts | undefined;

  constructor(
    readonly high: bigint,
    readonly low: bigint,
  ) {}

  /** Sign, coefficient and exponent; a coefficient beyond 34 digits counts as zero (IEEE 754-2008, 3.5.2). */
  get parts(): DecimalParts {
    return (this.#parts ??= partsOf(this.high, this.low));
  }

  /** The value as text, e.g. `-1.50` or `1E+3` (General Decimal Arithmetic: to-scientific-string). */
  toString(): string {
    const parts = this.parts;
    if (parts.kind === "nan") return "NaN";
    if (parts.kind === "infinity") return parts.negative ? "-Infinity" : "Infinity";
    const sign = parts.negative ? "-" : "";
    const digits = parts.coefficient.toString();
    const adjusted = parts.exponent + digits.length - 1;
    if (parts.exponent > 0 || adjusted < -6) {
      const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
      return `${sign}${mantissa}E${adjusted < 0 ? "" : "+"}${adjusted}`;
    }
    if (parts.exponent === 0) return sign + digits;
    const padded = digits.padStart(1 - parts.exponent, "0");
    return `${sign}${padded.slice(0, parts.exponent)}.${padded.slice(parts.exponent)}`;
  }
}

function partsOf(high: bigint, low: bigint): DecimalParts {
  const negative = high >> 63n === 1n;
  const combination = Number((high >> 58n) & 0x1fn);
  if (combination === 31) return { kind: "nan" };
  if (combination === 30) return { kind: "infinity", negative };
  if (combination >= 24) {
    return { kind: "finite", negative, coefficient: 0n, exponent: Number((high >> 47n) & 0x3fffn) - EXPONENT_BIAS };
  }
  const coefficient = ((high & 0x1ffffffffffffn) << 64n) | low;
  return {
    kind: "finite",
    negative,
    coefficient: coefficient > MAX_COEFFICIENT ? 0n : coefficient,
    exponent: Number((high >> 49n) & 0x3fffn) - EXPONENT_BIAS,
  };
}

/** The decimal nearest to ±coefficient × 10^exponent: at most 34 digits, ties to even; too large becomes infinite. */
export function decimalOf(negative: boolean, coefficient: bigint, exponent: number): Decimal {
  let digits = coefficient;
  let power = exponent;
  const excess = Math.max(digits.toString().length - 34, MIN_EXPONENT - power, 0);
  if (excess > 0) {
    digits = divideHalfEven(digits, 10n ** BigInt(Math.min(excess, digits.toString().length + 1)));
    power += excess;
    if (digits > MAX_COEFFICIENT) [digits, power] = [digits / 10n, power + 1];
  }
  if (digits === 0n) power = Math.min(power, MAX_EXPONENT);
  while (power > MAX_EXPONENT && digits * 10n <= MAX_COEFFICIENT) [digits, power] = [digits * 10n, power - 1];
  const sign = negative ? 1n << 63n : 0n;
  if (power > MAX_EXPONENT) return new Decimal(sign | (30n << 58n), 0n);
  return new Decimal(sign | (BigInt(power + EXPONENT_BIAS) << 49n) | (digits >> 64n), digits & 0xffffffffffffffffn);
}

/** Decimal NaN. */
export const DECIMAL_NAN = new Decimal(31n << 58n, 0n);

/** Decimal infinity of a sign. */
export function decimalInfinity(negative: boolean): Decimal {
  return new Decimal((negative ? 1n << 63n : 0n) | (30n << 58n), 0n);
}

/** Quotient rounded to the nearest whole number, ties to even. Both must not be negative. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
