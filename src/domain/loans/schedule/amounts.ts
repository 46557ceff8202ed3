import { satang, type Satang } from "../../money";
import type { Ratio } from "../../ratio";
import { roundedQuotient, roundedSafeQuotient, type Rounding } from "../../rounding";
import type { LoanTerms } from "./terms";

/** What one row of a schedule takes, and what is owed after it. */
export interface RowAmounts {
  principal: Satang;
  interest: Satang;
  balance: Satang;
}

/** How interest is rounded: as the terms say, with `monthly-on-outstanding` down to whole baht. */
export function roundingOfInterest({
  method,
  interestRounding,
}: Pick<AmountTerms, "method" | "interestRounding">): Rounding {
  return method === "monthly-on-outstanding" ? wholeBaht : interestRounding;
}

const wholeBaht: Rounding = { mode: "down", multiple: satang(100) };

/** What the amounts of a schedule are made of, besides the exact rate of each row. */
export type AmountTerms = Pick<
  LoanTerms,
  "principal" | "method" | "instalmentRounding" | "interestRounding" | "gracePrincipal" | "graceInterest"
>;

/**
 * The amounts of each row in satang. Parts of principal sum up to it: the last row takes the rest. Interest is that of the balance (with `flat`
 * of what was lent), multiplied first and divided last, then rounded. Nothing is negative, and the balance never grows. `rates` gives each row's
 * rate; with `lump-sum` they fall on one row.
 */
export function rowAmounts(terms: AmountTerms, rates: readonly Ratio[]): RowAmounts[] {
  const { method, principal, gracePrincipal, graceInterest } = terms;
  if (method === "lump-sum") return [{ principal, interest: interestOfAll(terms, rates), balance: satang(0) }];
  const interestRounding = roundingOfInterest(terms);
  const share = shareOf(terms, rates);
  let balance: number = principal;
  let deferred = 0;
  const costOf = interestBy(interestRounding);
  return rates.map((rate, at) => {
    const owed = balance;
    const cost = costOf(method === "flat" ? principal : owed, rate);
    const isLast = at === rates.length - 1;
    const part = isLast ? owed : at < gracePrincipal ? 0 : Math.min(Math.max(share(cost, rate), 0), owed);
    balance = owed - part;
    deferred += cost;
    const interest = at < graceInterest ? 0 : deferred;
    deferred -= interest;
    return { principal: part as Satang, interest: satang(interest), balance: balance as Satang };
  });
}

/** The part of principal of a row that pays one and is not the last, before it is held between nothing and what is owed. */
function shareOf(terms: AmountTerms, rates: readonly Ratio[]): (cost: Satang, rate: Ratio) => number {
  const { method, principal, gracePrincipal, instalmentRounding } = terms;
  const paying = BigInt(rates.length - gracePrincipal);
  switch (method) {
    case "interest-only":
    case "lump-sum":
      return () => 0;
    case "equal-principal":
    case "monthly-on-outstanding": {
      const part = roundedQuotient(BigInt(principal), paying, instalmentRounding);
      return () => part;
    }
    case "flat":
      return (cost, { num, den }) =>
        roundedQuotient(BigInt(principal) * (den + paying * num), paying * den, instalmentRounding) - cost;
    case "equal-instalment": {
      const instalment = equalInstalment(principal, rates.slice(gracePrincipal), instalmentRounding);
      return (cost) => instalment - cost;
    }
  }
}

/**
 * The sum that, paid in every row, repays the principal exactly when each row costs its own unrounded rate: P·∏(1+r) / Σ∏(1+r of the rows after),
 * over one denominator and rounded once.
 */
function equalInstalment(principal: Satang, rates: readonly Ratio[], rounding: Rounding): Satang {
  const [first] = rates;
  if (first && rates.every((rate) => isEqual(rate, first)))
    return levelInstalment(principal, first, rates.length, rounding);
  let [growth, sum] = [1n, 0n];
  for (let at = rates.length - 1; at >= 0; at--) {
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

/** What all periods together cost of the principal, rounded once, in satang. */
export function interestOfAll(
  { principal, interestRounding }: Pick<AmountTerms, "principal" | "interestRounding">,
  rates: readonly Ratio[],
): Satang {
  let [num, den] = [0n, 1n];
  for (const rate of rates)
    [num, den] = rate.den === den ? [num + rate.num, den] : [num * rate.den + rate.num * den, den * rate.den];
  return roundedQuotient(BigInt(principal) * num, den, interestRounding);
}

/** A sum times a rate, rounded, in satang. */
export function interestOn(amount: number, rate: Ratio, rounding: Rounding): Satang {
  return interestBy(rounding)(amount, rate);
}

/** The same for row after row: a rate that comes again is made a number once. */
function interestBy(rounding: Rounding): (amount: number, rate: Ratio) => Satang {
  let last: Ratio | null = null;
  let [num, den] = [0, 1];
  return (amount, rate) => {
    if (rate !== last) [last, num, den] = [rate, Number(rate.num), Number(rate.den)];
    const dividend = amount * num;
    if (dividend < 2 ** 52 && den * rounding.multiple < 2 ** 52) return roundedSafeQuotient(dividend, den, rounding);
    return roundedQuotient(BigInt(amount) * rate.num, rate.den, rounding);
  };
}
