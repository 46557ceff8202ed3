import { addMonths, dayInMonth, monthOf, type LocalDate } from "./dates";

/** When a group meets: a day of the month (its last day where the month is shorter), from and to as "HH:mm", and where. */
export interface WorkingDayRule {
  dayOfMonth: number;
  from: string;
  to: string;
  place: string;
}

/** The group's next working day on or after `today`. */
export function nextWorkingDay(rule: WorkingDayRule, today: LocalDate): LocalDate {
  const thisMonth = dayInMonth(monthOf(today), rule.dayOfMonth);
  return thisMonth >= today ? thisMonth : dayInMonth(addMonths(monthOf(today), 1), rule.dayOfMonth);
}
