declare const localDateBrand: unique symbol;

/** A day that people mean, in Asia/Bangkok, as "YYYY-MM-DD" of the Common Era. Compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** A month that people mean, as "YYYY-MM" of the Common Era. Compares as text. */
export type YearMonth = string & { readonly [localMonthBrand]: true };
declare const localMonthBrand: unique symbol;

// Thailand has kept +07:00 without daylight saving since 1920; a test compares with Intl.
const bangkokOffsetMs = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

const epochMs = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`);
const fromEpochMs = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/** Gives the text as a day; throws a RangeError unless it is a real day written YYYY-MM-DD. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError("not a day written YYYY-MM-DD");
  return text;
}

/** Whether the text is a real day written YYYY-MM-DD. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The day in Bangkok at that instant. */
export function localDateOf(instant: Date): LocalDate {
  return fromEpochMs(instant.getTime() + bangkokOffsetMs);
}

/** The time of day in Bangkok at that instant, as "HH:mm". */
export function localTimeOf(instant: Date): string {
  return new Date(instant.getTime() + bangkokOffsetMs).toISOString().slice(11, 16);
}

/** The instant of a Bangkok day and a time of day "HH:mm". */
export function instantOf(day: LocalDate, time = "00:00"): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - bangkokOffsetMs);
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return fromEpochMs(epochMs(day) + days * dayMs);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((epochMs(to) - epochMs(from)) / dayMs);
}

/** Day of the week, 0 = Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(epochMs(day)).getUTCDay();
}

/** The month of a day. */
export function monthOf(day: LocalDate): YearMonth {
  return day.slice(0, 7) as YearMonth;
}

/** The month so many months later (or earlier, when negative). */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const [year, index] = [Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months];
  return new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 7) as YearMonth;
}

/** That day of the month, or its last day where the month is shorter. */
export function dayInMonth(month: YearMonth, dayOfMonth: number): LocalDate {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(Math.min(dayOfMonth, last)).padStart(2, "0")}` as LocalDate;
}

/** The Buddhist year of a day: Common Era + 543. */
export function buddhistYearOf(day: LocalDate): number {
  return Number(day.slice(0, 4)) + 543;
}
