import type { Satang } from "../../money";
import type { Ratio } from "../../ratio";
import { roundedQuotient, type Rounding } from "../../rounding";
import type { LoanTerms } from "./terms";

type Terms = Pick<LoanTerms, "principal" | "gracePrincipal" | "instalmentRounding">;

/**
 * The sum that, paid in every row that pays principal, repays it exactly when each of them costs its own unrounded rate:
 * P·∏(1+r) / Σ∏(1+r of the rows after), over one denominator and rounded once.
 */
export function equalInstalment(
  { principal, gracePrincipal, instalmentRounding: rounding }: Terms,
  rates: readonly Ratio[],
): Satang {
  const first = rates[gracePrincipal];
  if (first && rates.every((rate, at) => at < gracePrincipal || isEqual(rate, first)))
    return levelInstalment(principal, first, rates.length - gracePrincipal, rounding);
  let [growth, sum] = [1n, 0n];
  for (let at = rates.length - 1; at >= gracePrincipal; at--) {
    const { num, den } = rates[at] ?? { num: 0n, den: 1n };
    sum = (sum + growth) * den;
    growth *= den + num;
  }
  return roundedQuotient(BigInt(principal) * growth, sum, rounding);
}

const isEqual = (one: Ratio, other: Ratio): boolean =>
  one === other || (one.num === other.num && one.den === other.den);

/** The same where every row costs the same rate r: P·r·(1+r)ⁿ / ((1+r)ⁿ − 1), or P/n without one. */
function levelInstalment(principal: Satang, { num, den }: Ratio, count: number, rounding: Rounding): Satang {
  if (num === 0n) return roundedQuotient(BigInt(principal), BigInt(count), rounding);
  const growth = (den + num) ** BigInt(count);
  return roundedQuotient(BigInt(principal) * num * growth, den * (growth - den ** BigInt(count)), rounding);
}
