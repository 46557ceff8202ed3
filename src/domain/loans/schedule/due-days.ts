import { addDays, addMonths, dayInMonth, monthOf, type LocalDate } from "../../dates";
import type { Every, LoanTerms } from "./terms";

/** The due day so many periods after the first one (before, when negative); months are counted from the first: 31, 28 or 29, 31. */
export function dueDay(firstDueOn: LocalDate, { count, unit }: Every, periods: number): LocalDate {
  if (unit === "month") return dayInMonth(addMonths(monthOf(firstDueOn), periods * count), Number(firstDueOn.slice(8)));
  return addDays(firstDueOn, periods * count * (unit === "week" ? 7 : 1));
}

/**
 * The due day of each period: those that the terms name, else counted from the first. Throws a RangeError where those named are not one a period,
 * each after the one before and the first after the payout.
 */
export function dueDaysOf({
  dueOn,
  firstDueOn,
  every,
  instalments,
  disbursedOn,
}: Pick<LoanTerms, "dueOn" | "firstDueOn" | "every" | "instalments" | "disbursedOn">): LocalDate[] {
  if (!dueOn) return Array.from({ length: instalments }, (_, at) => dueDay(firstDueOn, every, at));
  const ascends = dueOn.every((day, at) => day > (dueOn[at - 1] ?? disbursedOn));
  if (dueOn.length !== instalments || !ascends) throw new RangeError("no schedule: due days");
  return [...dueOn];
}
