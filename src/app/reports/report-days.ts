import { isLocalDate, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { findWorkingDays, findWorkingDaysOn } from "../../storage/day-list";
import type { DayRow } from "../../storage/days";
import type { Tx } from "../../storage/tx";

/** A working day as papers ask for it. */
export interface ReportDay {
  /** Its date; with ".1" and so on an earlier one of a date that was opened again. */
  at: string;
  on: LocalDate;
  /** Which of its date it is, from 1; null where it is the only one. */
  nth: number | null;
}

/** The working day of a group that is asked for, of several of a date the last, or the one of that number; the last of all for "now". Null where there was none. */
export async function findReportDay(tx: Tx, group: Group, at: string): Promise<DayRow | null> {
  if (at === "now") return (await findWorkingDays(tx, group.id, 1))[0] ?? null;
  const [on = "", nth] = at.split(".");
  if (!isLocalDate(on)) return null;
  const days = await findWorkingDaysOn(tx, group.id, on);
  return (nth === undefined ? days.at(-1) : days[Number(nth) - 1]) ?? null;
}

/** Every working day of a date, in order. */
export async function reportDaysOn(tx: Tx, group: Group, on: LocalDate): Promise<ReportDay[]> {
  const days = await findWorkingDaysOn(tx, group.id, on);
  return days.map((_, at) => ({
    at: at === days.length - 1 ? on : `${on}.${at + 1}`,
    on,
    nth: days.length > 1 ? at + 1 : null,
  }));
}

/** A year of working days, a few that were opened twice among them. */
const shownDays = 15;

/** The dates of a group's last working days, newest first, each once. */
export async function lastReportDays(tx: Tx, group: Group): Promise<LocalDate[]> {
  return [...new Set((await findWorkingDays(tx, group.id, shownDays)).map(({ on }) => on))];
}

/** The same, with every one of a date that was opened again, the last first. */
export async function everyReportDay(tx: Tx, group: Group): Promise<ReportDay[]> {
  const rows = await findWorkingDays(tx, group.id, shownDays);
  const dates = [...new Set(rows.map(({ on }) => on))];
  const days: ReportDay[] = [];
  for (const on of dates) {
    const isAlone = rows.filter((row) => row.on === on).length === 1 && rows.at(-1)?.on !== on;
    days.push(...(isAlone ? [{ at: on, on, nth: null }] : (await reportDaysOn(tx, group, on)).reverse()));
  }
  return days;
}
