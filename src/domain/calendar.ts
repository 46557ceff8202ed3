import { addMonths, dayInMonth, monthOf, type LocalDate, type YearMonth } from "./dates";

/** When a group meets: a day of the month (its last day where the month is shorter), from and to as "HH:mm", and where. */
export interface WorkingDayRule {
  dayOfMonth: number;
  from: string;
  to: string;
  place: string;
}

/** Why a day is unusual to open: one of its date was closed already, or the calendar names another date, `planned`. */
export type OpeningRemark = { kind: "closed" } | { kind: "unplanned"; planned: LocalDate };

/** The group's next working day on or after `today`. */
export function nextWorkingDay(rule: WorkingDayRule, today: LocalDate): LocalDate {
  const thisMonth = dayInMonth(monthOf(today), rule.dayOfMonth);
  return thisMonth >= today ? thisMonth : dayInMonth(addMonths(monthOf(today), 1), rule.dayOfMonth);
}

/** The month of the last working day on or before `on`. */
export function lastDueMonth(rule: Pick<WorkingDayRule, "dayOfMonth">, on: LocalDate): YearMonth {
  const month = monthOf(on);
  return dayInMonth(month, rule.dayOfMonth) <= on ? month : addMonths(month, -1);
}
