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

/** One month's working day that is not as the rule says: on another date, at another hour, or not held at all (`on` null). */
export interface DayChange {
  month: YearMonth;
  on: LocalDate | null;
  /** "HH:mm"; null: at the usual time. */
  from: string | null;
}

/** A month's working day as it stands now. */
export interface PlannedDay extends WorkingDayRule {
  month: YearMonth;
  on: LocalDate;
}

/** So many months in a row may be without a working day before the next one is looked for no further. */
const monthsLooked = 14;

/** The group's next working day on or after `today`, with its hours, as the calendar of its changes has it; null where all of a year are cancelled. */
export function nextPlannedDay(
  rule: WorkingDayRule,
  today: LocalDate,
  changes: readonly DayChange[] = [],
): PlannedDay | null {
  // A day of the month before may have moved into this one.
  const months = Array.from({ length: monthsLooked }, (_, at) => addMonths(monthOf(today), at - 1));
  const days = months.flatMap((month): PlannedDay[] => {
    const change = changes.find((one) => one.month === month);
    const on = change ? change.on : dayInMonth(month, rule.dayOfMonth);
    return on === null || on < today ? [] : [{ ...rule, ...hoursFrom(rule, change?.from ?? null), month, on }];
  });
  return days.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}

/** The hours of a day that begins at another time: it lasts as long as usual, at most to the end of the day. */
function hoursFrom(rule: WorkingDayRule, from: string | null): Pick<WorkingDayRule, "from" | "to"> {
  if (from === null) return { from: rule.from, to: rule.to };
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const end = Math.min(minutes(from) + minutes(rule.to) - minutes(rule.from), 23 * 60 + 59);
  const pad = (value: number) => String(value).padStart(2, "0");
  return { from, to: `${pad(Math.floor(end / 60))}:${pad(end % 60)}` };
}

/** The group's next working day on or after `today`, as its rule and the changes of single months say. */
export function nextWorkingDay(rule: WorkingDayRule, today: LocalDate, changes: readonly DayChange[] = []): LocalDate {
  return (
    nextPlannedDay(rule, today, changes)?.on ?? dayInMonth(addMonths(monthOf(today), monthsLooked), rule.dayOfMonth)
  );
}

/** The month of the last working day on or before `on`. */
export function lastDueMonth(rule: Pick<WorkingDayRule, "dayOfMonth">, on: LocalDate): YearMonth {
  const month = monthOf(on);
  return dayInMonth(month, rule.dayOfMonth) <= on ? month : addMonths(month, -1);
}
