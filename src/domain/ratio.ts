/** An exact fraction; the denominator is above zero. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** The fraction in lowest terms; throws a RangeError unless the denominator is above zero. */
export function ratio(num: bigint, den: bigint): Ratio {
  if (den <= 0n) throw new RangeError("a fraction has a denominator above zero");
  const common = gcd(num < 0n ? -num : num, den);
  return { num: num / common, den: den / common };
}

/** `a` times `b`, in lowest terms. */
export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.num, a.den * b.den);
}

/** A decimal text such as "14.4" as a fraction, or null when it is none: no sign, no exponent, at most 9 places. */
export function ratioFromDecimal(text: string): Ratio | null {
  const match = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", places = ""] = match;
  return ratio(BigInt(whole + places), 10n ** BigInt(places.length));
}

function gcd(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** Whether `a` is more than `b`. */
export function isAbove(a: Ratio, b: Ratio): boolean {
  return a.num * b.den > b.num * a.den;
}
