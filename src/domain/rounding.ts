import { satang, type Satang } from "./money";
import type { Ratio } from "./ratio";

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
  const below = dividend / step;
  const rest = dividend - below * step;
  const steps = satang(Number(below));
  const half = rest * 2n;
  const up = roundsUp(mode, rest !== 0n, half === step ? 0 : half > step ? 1 : -1, steps % 2 === 1);
  return satang((up ? steps + 1 : steps) * multiple);
}

/**
 * The same in plain numbers, some ten times faster; null where `dividend` or `divisor · multiple` is not below 2^52, as they nearly always are: a
 * product that has lost its last digits is above it still. Exact below it: be q the whole quotient of a by b. A quotient that is not whole lies at
 * least 1/b below q + 1, and since b(q + 1) ≤ a + b < 2^53, that is more than the (q + 1)/2^53 by which a division may be off: `floor` gives q.
 */
export function safeQuotient(dividend: number, divisor: number, { mode, multiple }: Rounding): Satang | null {
  const step = divisor * multiple;
  if (!(dividend < 2 ** 52 && step < 2 ** 52)) return null;
  const steps = Math.floor(dividend / step);
  const rest = dividend - steps * step;
  const half = rest * 2 - step;
  const up = roundsUp(mode, rest !== 0, half, steps % 2 === 1);
  return ((up ? steps + 1 : steps) * multiple) as Satang;
}

/** An amount, not negative, times a fraction, rounded as `roundedQuotient` does: in plain numbers where those are exact. */
export function roundedProduct(amount: number, { num, den }: Ratio, rounding: Rounding): Satang {
  return (
    safeQuotient(amount * Number(num), Number(den), rounding) ?? roundedQuotient(BigInt(amount) * num, den, rounding)
  );
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
