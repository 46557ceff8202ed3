import type { WorkingDayRule } from "../calendar";
import { addDays, addMonths, dayInMonth, monthOf, type LocalDate } from "../dates";
import { isPublicHoliday } from "../holidays";
import type { LoanDueRule } from "./loan-rules";
import { dueDay } from "./schedule/due-days";
import type { LoanTerms } from "./schedule/terms";

/** When a loan of so many monthly instalments falls due. */
export type DueDays = Pick<LoanTerms, "firstDueOn"> & { dueOn?: LocalDate[] };

/**
 * The due days that a rule gives a loan: its day of each month from the first in which enough days have passed since the payout, moved off public
 * holidays. They are listed only where they are not counted from the first.
 */
export function dueDaysByRule(
  due: LoanDueRule,
  { dayOfMonth }: Pick<WorkingDayRule, "dayOfMonth">,
  { disbursedOn, instalments }: { disbursedOn: LocalDate; instalments: number },
): DueDays {
  const day = { "working-day": dayOfMonth, "fixed-day": due.dayOfMonth, "month-end": 31 }[due.due];
  const earliest = addDays(disbursedOn, Math.max(1, due.firstPeriodDays));
  const inTime = (on: LocalDate): boolean => on >= earliest && movedOff(on, due.holidays) >= earliest;
  const thisMonth = monthOf(earliest);
  // A day that goes back off a holiday may come too early in the month after as well.
  const months = [0, 1, 2].map((later) => addMonths(thisMonth, later));
  const first = months.find((month) => inTime(dayInMonth(month, day))) ?? addMonths(thisMonth, 2);
  const firstDueOn = dayInMonth(first, day);
  const dueOn = Array.from({ length: instalments }, (_, at) =>
    movedOff(dayInMonth(addMonths(first, at), day), due.holidays),
  );
  const counted = dueOn.every((on, at) => on === dueDay(firstDueOn, { count: 1, unit: "month" }, at));
  return counted ? { firstDueOn } : { firstDueOn, dueOn };
}

/** The nearest day from this one on, forward or back, that is no public holiday; the day itself where the rule moves none. */
function movedOff(day: LocalDate, move: LoanDueRule["holidays"]): LocalDate {
  if (move === "stay") return day;
  let on = day;
  while (isPublicHoliday(on)) on = addDays(on, move === "next" ? 1 : -1);
  return on;
}
