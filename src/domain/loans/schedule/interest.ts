import { satang, type Satang } from "../../money";
import type { Ratio } from "../../ratio";
import { roundedProduct, type Rounding } from "../../rounding";
import type { LoanTerms } from "./terms";

/** How interest is rounded: as the terms say, with `monthly-on-outstanding` down to whole baht. */
export function roundingOfInterest({
  method,
  interestRounding,
}: Pick<LoanTerms, "method" | "interestRounding">): Rounding {
  return method === "monthly-on-outstanding" ? wholeBaht : interestRounding;
}

const wholeBaht: Rounding = { mode: "down", multiple: satang(100) };

/** What all periods together cost of the principal, rounded once, in satang. */
export function interestOfAll(
  { principal, interestRounding }: Pick<LoanTerms, "principal" | "interestRounding">,
  rates: readonly Ratio[],
): Satang {
  let [num, den] = [0n, 1n];
  for (let at = 0, next = 0; at < rates.length; at = next) {
    const rate = rates[at] ?? { num: 0n, den: 1n };
    while (next < rates.length && rates[next] === rates[at]) next++;
    const together = rate.num * BigInt(next - at);
    [num, den] = rate.den === den ? [num + together, den] : [num * rate.den + together * den, den * rate.den];
  }
  return roundedProduct(principal, { num, den }, interestRounding);
}
