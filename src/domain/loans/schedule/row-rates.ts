import { daysBetween, type LocalDate } from "../../dates";
import type { Ratio } from "../../ratio";
import { dueDay } from "./due-days";
import type { Every, InterestBasis, LoanTerms } from "./terms";

/** Periods in a year: 12/N months, 52/N weeks, 365/N days. */
export function periodsInYear({ count, unit }: Every): Ratio {
  const inYear = { month: 12n, week: 52n, day: 365n }[unit];
  return { num: inYear, den: BigInt(count) };
}

/**
 * What each row costs of the sum owed, exactly, in the order of their due days. Per period: the yearly rate by the periods in a year, a first
 * period of odd length by its days against those of the regular period that ends on the first due day as periods are counted. Otherwise by
 * the days since the due day before, the first since the payout.
 */
export function rowRates(terms: LoanTerms, dueOn: readonly LocalDate[]): Ratio[] {
  const { yearlyRate, basis, disbursedOn, every } = terms;
  if (basis !== "per-period")
    return dueOn.map((day, at) => product(yearlyRate, yearFraction(basis, dueOn[at - 1] ?? disbursedOn, day)));
  const perYear = periodsInYear(every);
  const regular = product(yearlyRate, { num: perYear.den, den: perYear.num });
  const first = ofFirstPeriod(terms, regular);
  return dueOn.map((_, at) => (at === 0 ? first : regular));
}

/** What a first period costs, by its days against those of a regular one. */
function ofFirstPeriod({ disbursedOn, firstDueOn, every }: LoanTerms, regular: Ratio): Ratio {
  const from = dueDay(firstDueOn, every, -1);
  if (from === disbursedOn) return regular;
  const [days, usual] = [daysBetween(disbursedOn, firstDueOn), daysBetween(from, firstDueOn)];
  return product(regular, { num: BigInt(days), den: BigInt(usual) });
}

/** Not in lowest terms: rates with one denominator are added and multiplied sooner. */
const product = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.num, den: a.den * b.den });

/** The part of a year from one day to another: a day counts where it begins. */
function yearFraction(basis: Exclude<InterestBasis, "per-period">, from: LocalDate, to: LocalDate): Ratio {
  switch (basis) {
    case "30/360":
      return { num: BigInt(daysOf30(from, to)), den: 360n };
    case "actual/360":
      return { num: BigInt(daysBetween(from, to)), den: 360n };
    case "actual/364":
      return { num: BigInt(daysBetween(from, to)), den: 364n };
    case "actual/365":
      return { num: BigInt(daysBetween(from, to)), den: 365n };
    case "actual/actual":
      return ofEachYear(from, to);
  }
}

/** Days between, in months of 30 days: a 31st counts as the 30th. */
function daysOf30(from: LocalDate, to: LocalDate): number {
  const count = (day: LocalDate) => {
    const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
    return (year * 12 + month) * 30 + Math.min(dayOfMonth, 30);
  };
  return count(to) - count(from);
}

/** Each day by the 365 or 366 of its own year. */
function ofEachYear(from: LocalDate, to: LocalDate): Ratio {
  let [leap, common] = [0, 0];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const [start, next] = [`${year}-01-01` as LocalDate, `${year + 1}-01-01` as LocalDate];
    const days = daysBetween(from > start ? from : start, to < next ? to : next);
    if (daysBetween(start, next) === 366) leap += days;
    else common += days;
  }
  return { num: BigInt(leap * 365 + common * 366), den: 365n * 366n };
}
