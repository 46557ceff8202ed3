import type { LocalDate } from "../dates";
import { baht, type Satang } from "../money";
import { ratio, times, type Ratio } from "../ratio";
import type { RuleBook } from "../rules/rule-book";
import { loanTermsOf } from "./contract-terms";
import type { LoanProduct } from "./loan-rules";
import { dueDay } from "./schedule/due-days";
import { scheduleOf } from "./schedule/schedule";
import type { InterestBasis, LoanTerms } from "./schedule/terms";
import { termsFor } from "./terms-for";

/** What may be asked for a loan at most, fees included, in basis points a year: section 654 of the Civil and Commercial Code. */
export const effectiveCapBps = 1_500;

/** A loan that the rules would make, and what it costs. */
export interface LoanCost {
  amount: Satang;
  instalments: number;
  /** Fees and rounding included, in basis points. */
  effectiveYearlyBps: number;
}

/** Any day will do: each period of the trial counts as the twelfth of a year. */
const paidOutOn = "2026-01-05" as LocalDate;

/** A fee and rounding weigh most on the smallest and shortest loans; flat interest on those of a year or three. */
const amounts = [baht(1_000), baht(5_000), baht(20_000), baht(100_000)];
const lengths = [1, 2, 3, 6, 10, 12, 18, 24, 36, 60, 120];

/** A day's part of the yearly rate in years of 365 days. */
const ofBasis: Readonly<Record<InterestBasis, Ratio>> = {
  "per-period": ratio(1n, 1n),
  "30/360": ratio(1n, 1n),
  "actual/360": ratio(365n, 360n),
  "actual/364": ratio(365n, 364n),
  "actual/365": ratio(1n, 1n),
  "actual/actual": ratio(1n, 1n),
};

/**
 * Of the loans that a product's rule would make, from 1,000 baht over one month to its largest and longest, the one whose effective yearly rate is the
 * highest. Throws a RangeError where the rule makes no terms.
 */
export function dearestLoan(rules: Pick<RuleBook, "number" | "clauses" | "values">, product: LoanProduct): LoanCost {
  const { most, instalments: longest } = rules.values[`loan-${product}`];
  const sums = most === null ? amounts : [...amounts.filter((amount) => amount < most), most];
  const counts = [...lengths.filter((count) => count < longest), longest];
  const costs = sums.flatMap((amount) =>
    counts.map((instalments): LoanCost => {
      const { effectiveYearlyBps } = scheduleOf(trialTerms(rules, product, amount, instalments));
      return { amount, instalments, effectiveYearlyBps };
    }),
  );
  return costs.reduce((dearest, cost) => (cost.effectiveYearlyBps > dearest.effectiveYearlyBps ? cost : dearest));
}

/** The loan paid out one period before its first due day, so that the rate of the rule is measured and not the length of a first period. */
function trialTerms(
  rules: Pick<RuleBook, "number" | "clauses" | "values">,
  product: LoanProduct,
  amount: Satang,
  instalments: number,
): LoanTerms {
  const asked = { product, amount, instalments, disbursedOn: paidOutOn };
  const { dueOn: _moved, ...terms } = loanTermsOf(termsFor(rules, asked, { dayOfMonth: 5 }));
  return {
    ...terms,
    disbursedOn: dueDay(terms.firstDueOn, terms.every, -1),
    yearlyRate: times(terms.yearlyRate, ofBasis[terms.basis]),
    basis: "per-period",
  };
}
