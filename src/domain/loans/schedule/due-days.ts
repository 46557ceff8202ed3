import { addDays, addMonths, dayInMonth, monthOf, type LocalDate } from "../../dates";
import type { Every } from "./terms";

/** The due day so many periods after the first one (before, when negative); months are counted from the first: 31, 28 or 29, 31. */
export function dueDay(firstDueOn: LocalDate, { count, unit }: Every, periods: number): LocalDate {
  if (unit === "month") return dayInMonth(addMonths(monthOf(firstDueOn), periods * count), Number(firstDueOn.slice(8)));
  return addDays(firstDueOn, periods * count * (unit === "week" ? 7 : 1));
}
