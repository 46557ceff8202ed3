import { daysBetween, type LocalDate } from "../../dates";
import { ratio, times, type Ratio } from "../../ratio";
import { dueDay } from "./due-days";
import type { Every, InterestBasis, LoanTerms } from "./terms";

/** Periods in a year: 12/N months, 52/N weeks, 365/N days. */
export function periodsInYear({ count, unit }: Every): Ratio {
  const inYear = { month: 12n, week: 52n, day: 365n }[unit];
  return ratio(inYear, BigInt(count));
}

/**
 * What each row costs of the sum owed, exactly, in the order of their due days. Per period: the yearly rate by the periods in a year, a first
 * period of odd length by its days against those of the regular period that ends on the first due day as periods are counted. Otherwise by
 * the days since the due day before, the first since the payout.
 */
export function rowRates(terms: LoanTerms, dueOn: readonly LocalDate[]): Ratio[] {
  const { yearlyRate, basis, disbursedOn, every } = terms;
  if (basis !== "per-period")
    return dueOn.map((day, at) => times(yearlyRate, yearFraction(basis, dueOn[at - 1] ?? disbursedOn, day)));
  const perYear = periodsInYear(every);
  const regular = times(yearlyRate, { num: perYear.den, den: perYear.num });
  return dueOn.map((_, at) => (at === 0 ? times(regular, firstPeriod(terms)) : regular));
}

/** The length of the first period against a regular one. */
function firstPeriod({ disbursedOn, firstDueOn, every }: LoanTerms): Ratio {
  const regular = daysBetween(dueDay(firstDueOn, every, -1), firstDueOn);
  return ratio(BigInt(daysBetween(disbursedOn, firstDueOn)), BigInt(regular));
}

/** The part of a year from one day to another: a day counts where it begins. */
function yearFraction(basis: Exclude<InterestBasis, "per-period">, from: LocalDate, to: LocalDate): Ratio {
  switch (basis) {
    case "30/360":
      return ratio(BigInt(daysOf30(from, to)), 360n);
    case "actual/360":
      return ratio(BigInt(daysBetween(from, to)), 360n);
    case "actual/364":
      return ratio(BigInt(daysBetween(from, to)), 364n);
    case "actual/365":
      return ratio(BigInt(daysBetween(from, to)), 365n);
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
  return ratio(BigInt(leap * 365 + common * 366), 365n * 366n);
}
