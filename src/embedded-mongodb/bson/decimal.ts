/** A decimal as sign, whole coefficient and power of ten, or one of the special values. */
export type DecimalParts =
  | { kind: "finite"; negative: boolean; coefficient: bigint; exponent: number }
  | { kind: "infinity"; negative: boolean }
  | { kind: "nan" };

const MAX_COEFFICIENT = 10n ** 34n - 1n;
const BIAS = 6176n;

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
}

function partsOf(high: bigint, low: bigint): DecimalParts {
  const negative = high >> 63n === 1n;
  const combination = (high >> 58n) & 0x1fn;
  if (combination === 31n) return { kind: "nan" };
  if (combination === 30n) return { kind: "infinity", negative };
  const isLarge = combination >= 24n;
  const coefficient = isLarge ? 0n : ((high & 0x1ffffffffffffn) << 64n) | low;
  const exponent = Number(((high >> (isLarge ? 47n : 49n)) & 0x3fffn) - BIAS);
  return { kind: "finite", negative, coefficient: coefficient > MAX_COEFFICIENT ? 0n : coefficient, exponent };
}
