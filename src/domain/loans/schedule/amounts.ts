import { satang, zero, type Satang } from "../../money";
import type { Ratio } from "../../ratio";
import { roundedProduct, roundedQuotient, safeQuotient, type Rounding } from "../../rounding";
import { equalInstalment } from "./equal-instalment";
import { interestOfAll, roundingOfInterest } from "./interest";
import type { LoanTerms } from "./terms";

/** What one row of a schedule takes, and what is owed after it. */
export interface RowAmounts {
  principal: Satang;
  interest: Satang;
  balance: Satang;
}

/** A row's rate, in plain numbers too: row after row multiplies by it. Where those lose digits, `safeQuotient` refuses what comes of them. */
interface RowRate {
  num: number;
  den: number;
  exact: Ratio;
}

/** What the amounts of a schedule are made of, besides the exact rate of each row. */
export type AmountTerms = Pick<
  LoanTerms,
  "principal" | "method" | "instalmentRounding" | "interestRounding" | "gracePrincipal" | "graceInterest"
>;

const none: Ratio = { num: 0n, den: 1n };

/**
 * The amounts of each row in satang. Parts of principal sum up to it: the last row takes the rest. Interest is that of the balance (with `flat`
 * of what was lent), multiplied first and divided last, then rounded. Nothing is negative, and the balance never grows. `rates` gives each row's
 * rate; with `lump-sum` they fall on one row.
 */
export function rowAmounts(terms: AmountTerms, rates: readonly Ratio[]): RowAmounts[] {
  const { method, principal, gracePrincipal, graceInterest, instalmentRounding } = terms;
  if (method === "lump-sum") return [{ principal, interest: interestOfAll(terms, rates), balance: zero }];
  const rounding = roundingOfInterest(terms);
  const paying = rates.length - gracePrincipal;
  const evenPart = evenPartOf(terms, paying);
  let instalment = method === "equal-instalment" ? equalInstalment(terms, rates) : zero;
  let rate: RowRate = { num: 0, den: 1, exact: none };
  let balance: number = principal;
  let cost = zero;
  let [costed, deferred] = [-1, 0];
  const last = rates.length - 1;
  const rows = new Array<RowAmounts>(rates.length);
  // A loop over plain variables, into room that is made once: functions that share them, and rows that are pushed, take twice as long.
  for (let at = 0; at <= last; at++) {
    const exact = rates[at] ?? none;
    if (exact !== rate.exact) {
      rate = { num: Number(exact.num), den: Number(exact.den), exact };
      costed = -1;
      if (method === "flat") instalment = flatInstalment(principal, paying, rate, instalmentRounding);
    }
    const costs = method === "flat" ? principal : balance;
    if (costs !== costed) cost = interestOn(costs, rate, rounding);
    costed = costs;
    const wanted = at < gracePrincipal ? 0 : (evenPart ?? instalment - cost);
    const part = at === last || wanted > balance ? balance : wanted < 0 ? 0 : wanted;
    balance -= part;
    if (at <= graceInterest) deferred += cost;
    const interest = at < graceInterest ? zero : at > graceInterest ? cost : satang(deferred);
    rows[at] = { principal: part as Satang, interest, balance: balance as Satang };
  }
  return rows;
}

/** The part of principal of each row that pays one, the last aside; null where instalments are even in place of it. */
function evenPartOf({ method, principal, instalmentRounding }: AmountTerms, paying: number): Satang | null {
  if (method === "interest-only") return zero;
  if (method === "flat" || method === "equal-instalment") return null;
  return (
    safeQuotient(principal, paying, instalmentRounding) ??
    roundedQuotient(BigInt(principal), BigInt(paying), instalmentRounding)
  );
}

/** What a row costs of a sum, rounded, in satang. */
function interestOn(amount: number, { num, den, exact }: RowRate, rounding: Rounding): Satang {
  return safeQuotient(amount * num, den, rounding) ?? roundedProduct(amount, exact, rounding);
}

/** What a row with `flat` takes in all, in satang: its share of the principal among so many, and its rate of all of it, rounded once. */
function flatInstalment(principal: Satang, paying: number, rate: RowRate, rounding: Rounding): Satang {
  const told = safeQuotient(principal * (rate.den + paying * rate.num), paying * rate.den, rounding);
  const { num, den } = rate.exact;
  return told ?? roundedProduct(principal, { num: den + BigInt(paying) * num, den: BigInt(paying) * den }, rounding);
}
