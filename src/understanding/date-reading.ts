import { isLocalDate, type LocalDate } from "../domain/dates";

/** How a date in a text reads: as a day, as a question with the days it could be, or as a day that does not exist. */
export type DateReading =
  { verdict: "value"; on: LocalDate } | { verdict: "ask"; candidates: LocalDate[] } | { verdict: "none" };

/** What a text says of a day. `done`: the text tells of something done already, so that the day may lie behind. */
export type SaidDate = (today: LocalDate, done: boolean) => DateReading;

/** A form in which people write days; `said` gives null where the match is something else after all. */
export interface DatePattern {
  pattern: RegExp;
  said(groups: Record<string, string | undefined>): SaidDate | null;
}

/** A day that does not exist. */
export const noDay: DateReading = { verdict: "none" };

/** A day that is certain. */
export const day = (on: LocalDate): DateReading => ({ verdict: "value", on });

/** A question between days, each named once. */
export const ask = (...days: (LocalDate | null)[]): DateReading => ({
  verdict: "ask",
  candidates: [...new Set(days.filter((one) => one !== null))],
});

/** A time whose day is not in the words ("หลังกรีดยาง"). */
export const unknownDay: SaidDate = () => ask();

/** That day, or null where the calendar has none. */
export function dayOf(year: number, month: number, dayOfMonth: number): LocalDate | null {
  const pad = (number: number, length: number): string => String(number).padStart(length, "0");
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  return isLocalDate(text) ? text : null;
}
