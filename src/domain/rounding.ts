import { satang, type Satang } from "./money";

export const roundingModes = ["half-even", "half-up", "down", "up"] as const;
/** How a sum that does not come out even becomes a whole multiple; half-even: a half goes to the even neighbour. */
export type RoundingMode = (typeof roundingModes)[number];

/** To which multiple of satang, and how. */
export interface Rounding {
  mode: RoundingMode;
  multiple: Satang;
}

/**
 * `dividend / divisor`, neither negative and the divisor above zero, as a whole multiple of satang. Exact whatever their size: nothing is
 * divided before everything is multiplied. Throws a RangeError when the result leaves the safe integers.
 */
export function roundedQuotient(dividend: bigint, divisor: bigint, { mode, multiple }: Rounding): Satang {
  const step = divisor * BigInt(multiple);
  const steps = dividend / step;
  const rest = dividend - steps * step;
  const half = rest * 2n;
  const up = roundsUp(mode, rest !== 0n, half === step ? 0 : half > step ? 1 : -1, steps % 2n === 1n);
  return satang(Number((up ? steps + 1n : steps) * BigInt(multiple)));
}

/** The same of safe integers whose products are safe too, as they nearly always are: some ten times faster. */
export function roundedSafeQuotient(dividend: number, divisor: number, { mode, multiple }: Rounding): Satang {
  const step = divisor * multiple;
  const rest = dividend % step;
  const steps = (dividend - rest) / step;
  const half = rest * 2 - step;
  const up = roundsUp(mode, rest !== 0, half, steps % 2 === 1);
  return ((up ? steps + 1 : steps) * multiple) as Satang;
}

/** `half` is above zero where the rest is more than half a step, below where it is less. */
function roundsUp(mode: RoundingMode, hasRest: boolean, half: number, isOdd: boolean): boolean {
  switch (mode) {
    case "down":
      return false;
    case "up":
      return hasRest;
    case "half-up":
      return half >= 0;
    case "half-even":
      return half > 0 || (half === 0 && isOdd);
  }
}
