import { daysBetween, weekdayOf, type LocalDate } from "../../domain/dates";
import { ask, day, noDay, type DateReading, type SaidDate } from "../date-reading";

/** A day that comes back, given its year or month counted from `today`'s; null where that one has no such day. */
type Recurring = (offset: number) => LocalDate | null;

// A 29 February may be eight years away.
const reach = Array.from({ length: 9 }, (_, offset) => offset);

/** What else is said of a day without its year or month. */
export interface DayHints {
  /** "เมื่อ" before it. */
  past: boolean;
  weekday: number | null;
}

/** The next such day from today on, and the last one before. */
function neighbours(on: Recurring, today: LocalDate): { next: LocalDate | null; last: LocalDate | null } {
  const ahead = reach.map((offset) => on(offset)).find((one) => one !== null && one >= today) ?? null;
  const behind = reach.map((offset) => on(-offset)).find((one) => one !== null && one < today) ?? null;
  return { next: ahead, last: behind };
}

/**
 * A day without its year or month. After "เมื่อ" it is the last one; a weekday beside it may tell which; else the next one where it is the
 * nearer of the two, or `soon`. Otherwise both are asked.
 */
export function settle(on: Recurring, hints: DayHints, soon: boolean): SaidDate {
  return (today, done): DateReading => {
    const { next, last } = neighbours(on, today);
    if (next === null || last === null) return noDay;
    if (hints.past) return next === today ? ask(today, last) : day(last);
    const { weekday } = hints;
    if (weekday !== null) {
      const fitting = [next, last].filter((one) => weekdayOf(one) === weekday);
      const [only, other] = fitting;
      const isNear = only === next || (only !== undefined && daysBetween(only, today) <= 31);
      return only !== undefined && other === undefined && isNear ? day(only) : ask(next, last);
    }
    const nearer = daysBetween(today, next) <= daysBetween(last, today);
    if (done && next !== today) return ask(last, next);
    if (soon || nearer) return day(next);
    return ask(last, next);
  };
}

/** A day with its year: asked where the weekday beside it is another, or where the year can be of either era. */
export function certainDay(days: readonly (LocalDate | null)[], weekday: number | null): SaidDate {
  const possible = days.filter((one) => one !== null);
  const [only, other] = possible;
  if (only === undefined) return () => noDay;
  const agrees = weekday === null || weekdayOf(only) === weekday;
  return () => (other === undefined && days.length === 1 && agrees ? day(only) : ask(...possible));
}

/** The days from one to another day of the same month, as a question between the two ends. */
export function between(first: SaidDate, second: SaidDate): SaidDate {
  return (today, done) => {
    const ends = [first(today, done), second(today, done)];
    if (ends.some(({ verdict }) => verdict === "none")) return noDay;
    return ask(
      ...ends.flatMap((end) => (end.verdict === "value" ? [end.on] : end.verdict === "ask" ? end.candidates : [])),
    );
  };
}

/** The same day as a question. */
export function doubted(said: SaidDate): SaidDate {
  return (today, done) => {
    const reading = said(today, done);
    return reading.verdict === "value" ? ask(reading.on) : reading;
  };
}
