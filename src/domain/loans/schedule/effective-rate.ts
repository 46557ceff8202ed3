import type { Satang } from "../../money";
import { periodsInYear } from "./row-rates";
import type { Every } from "./terms";

/**
 * The yearly rate in basis points that the borrower really pays: periods in a year × the internal rate of return per period, fees included,
 * half-up. Exact: the two rates half a point below and above it are compared with what is paid, in whole numbers. `totals` are what each period
 * takes, `received` what was paid out.
 */
export function effectiveYearlyBps(totals: readonly Satang[], received: Satang, every: Every): number {
  const perYear = periodsInYear(every);
  // A rate of (2·bps − 1) half points is reached when what is paid, discounted by it, is worth no less than what was received.
  const reaches = (bps: number) => {
    const [num, den] = [BigInt(2 * bps - 1) * perYear.den, 20_000n * perYear.num];
    return isWorth(totals, BigInt(received), num, den);
  };
  let [least, most] = [0, 1];
  while (reaches(most)) [least, most] = [most, most * 2];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (reaches(middle)) least = middle;
    else most = middle;
  }
  return least;
}

/** Whether Σ total/(1+num/den)^k ≥ received, multiplied out. */
function isWorth(totals: readonly Satang[], received: bigint, num: bigint, den: bigint): boolean {
  const growth = den + num;
  let [worth, power] = [0n, 1n];
  // From the first period on: worth·growth + total·den^k keeps one denominator growth^k.
  for (const total of totals) {
    power *= den;
    worth = worth * growth + BigInt(total) * power;
  }
  return worth >= received * growth ** BigInt(totals.length);
}
