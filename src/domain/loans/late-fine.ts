import { addDays, addMonths, dayInMonth, monthOf, monthsBetween, type LocalDate } from "../dates";
import { satang, zero, type Satang } from "../money";
import type { Ratio } from "../ratio";
import { roundedProduct, type Rounding } from "../rounding";
import { ratioOfPercent } from "./contract-terms";
import type { LateLoanRule } from "./loan-rules";

/** An instalment that may be late. */
export interface LateInstalment {
  dueOn: LocalDate;
  /** The last day on which it is in time: its due day, or the working day of its month where that was held later. */
  inTimeUntil: LocalDate;
  /** Satang of it that were not paid by the end of a day. */
  unpaidOn: (day: LocalDate) => Satang;
}

/**
 * The fine on one instalment by a day, in satang: for each month begun since it is late, the rule's share of what of the instalment was unpaid
 * when that month began, in all at most the rule's share of what was unpaid at first. Nothing else of the loan is fined (CCC 224/1).
 */
export function lateFineOf(
  { percentPerMonth, mostPercent, freeDays }: LateLoanRule,
  { dueOn, inTimeUntil, unpaidOn }: LateInstalment,
  { on, rounding }: { on: LocalDate; rounding: Rounding },
): Satang {
  const rate = ratioOfPercent(percentPerMonth);
  const free = addDays(dueOn, freeDays);
  const from = free > inTimeUntil ? free : inTimeUntil;
  if (rate.num === 0n || on <= from) return zero;
  const first = unpaidOn(from);
  const most = roundedProduct(first, { num: BigInt(mostPercent), den: 100n }, { mode: "down", multiple: satang(1) });
  let fine: number = 0;
  for (let month = 0; month < monthsBegun(from, on) && fine < most; month++) {
    const unpaid = unpaidOn(monthsAfter(from, month));
    if (unpaid === 0) break;
    fine += shareOf(unpaid, rate, rounding);
  }
  return satang(Math.min(fine, most));
}

const shareOf = (unpaid: Satang, rate: Ratio, rounding: Rounding): number => roundedProduct(unpaid, rate, rounding);

const monthsAfter = (day: LocalDate, months: number): LocalDate =>
  dayInMonth(addMonths(monthOf(day), months), Number(day.slice(8)));

/** Months that have begun after a day until another: one from the day after it on. */
function monthsBegun(from: LocalDate, on: LocalDate): number {
  const months = monthsBetween(monthOf(from), monthOf(on));
  return on > monthsAfter(from, months) ? months + 1 : months;
}
