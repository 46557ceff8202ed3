import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat";
import utc from "dayjs/plugin/utc";

dayjs.extend(utc);
dayjs.extend(customParseFormat);

declare const localDateBrand: unique symbol;

/** A day that people mean, in Asia/Bangkok, as "YYYY-MM-DD" of the Common Era. Compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** A month that people mean, as "YYYY-MM" of the Common Era. Compares as text. */
export type YearMonth = string & { readonly [localMonthBrand]: true };
declare const localMonthBrand: unique symbol;

// Thailand has kept +07:00 without daylight saving since 1920; a test compares with Intl.
const bangkokOffsetMinutes = 7 * 60;
const dayFormat = "YYYY-MM-DD";
const dayMs = 86_400_000;

const inBangkok = (instant: Date) => dayjs.utc(instant).add(bangkokOffsetMinutes, "minute");
const dayText = (day: dayjs.Dayjs): LocalDate => day.format(dayFormat) as LocalDate;

/** Gives the text as a day; throws a RangeError unless it is a real day written YYYY-MM-DD. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError("not a day written YYYY-MM-DD");
  return text;
}

/** Whether the text is a real day written YYYY-MM-DD. */
export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text, dayFormat, true).isValid();
}

/** The day in Bangkok at that instant. */
export function localDateOf(instant: Date): LocalDate {
  return dayText(inBangkok(instant));
}

/** The time of day in Bangkok at that instant, as "HH:mm". */
export function localTimeOf(instant: Date): string {
  return inBangkok(instant).format("HH:mm");
}

/** The instant of a Bangkok day and a time of day "HH:mm". */
export function instantOf(day: LocalDate, time = "00:00"): Date {
  return dayjs.utc(`${day}T${time}:00Z`).subtract(bangkokOffsetMinutes, "minute").toDate();
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** Day of the week, 0 = Sunday. */
export function weekdayOf(day: LocalDate): number {
  return dayjs.utc(day).day();
}

/** The month of a day. */
export function monthOf(day: LocalDate): YearMonth {
  return day.slice(0, 7) as YearMonth;
}

/** The month so many months later (or earlier, when negative). */
export function addMonths(month: YearMonth, months: number): YearMonth {
  // Counted by hand: schedules of loans ask it by the thousand.
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = Math.floor(count / 12);
  return `${String(year).padStart(4, "0")}-${String(count - year * 12 + 1).padStart(2, "0")}` as YearMonth;
}

/** Months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return dayjs.utc(`${to}-01`).diff(dayjs.utc(`${from}-01`), "month");
}

/** That day of the month, or its last day where the month is shorter. */
export function dayInMonth(month: YearMonth, dayOfMonth: number): LocalDate {
  const day = dayOfMonth <= 28 ? dayOfMonth : Math.min(dayOfMonth, lastDayOf(month));
  return `${month}-${String(day).padStart(2, "0")}` as LocalDate;
}

function lastDayOf(month: YearMonth): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

/** The Buddhist year of a day: Common Era + 543. */
export function buddhistYearOf(day: LocalDate): number {
  return Number(day.slice(0, 4)) + 543;
}

/** The Buddhist year behind a number such as "12/69" or "12/2569": four digits, or the last two of this century's count. */
export function buddhistYearIn(digits: string): number {
  const said = Number(digits);
  return said < 100 ? said + 2500 : said;
}
