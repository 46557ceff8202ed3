import Holidays from "date-holidays";
import type { LocalDate } from "./dates";

/**
 * Thailand's public holidays by year, as `date-holidays` knows them: fixed days of every year, but days of the moon (Makha Bucha, Visakha, Asalha)
 * only of the years that it lists, and no day given in place of one at a weekend.
 */
const ofYear = new Map<string, ReadonlySet<string>>();
let calendar: Holidays | undefined;

/** Whether the day is a public holiday of Thailand. */
export function isPublicHoliday(day: LocalDate): boolean {
  const year = day.slice(0, 4);
  const known = ofYear.get(year) ?? publicHolidays(year);
  ofYear.set(year, known);
  return known.has(day);
}

/** The library's instants hang on a zone; its `date` is the day as people write it there. */
function publicHolidays(year: string): ReadonlySet<string> {
  calendar ??= new Holidays("TH", { types: ["public"], timezone: "Asia/Bangkok" });
  return new Set(calendar.getHolidays(Number(year)).map(({ date }) => date.slice(0, 10)));
}
