import { monthOf, type LocalDate, type YearMonth } from "../domain/dates";
import { readDates } from "./dates";
import { tidied } from "./normalise";
import { readTimes } from "./times";

/**
 * The day and time that a working day is to be held, of "เป็น 6 ธ.ค. 09.00" or "ธ.ค. 6"; a month may stand before its day. Null where no day is
 * certain.
 */
export function readMovedDay(text: string, today: LocalDate): { on: LocalDate; from: string | null } | null {
  const said = tidied(text);
  const swapped = said.replace(/([ก-๎]{1,3}\.\s?[ก-ฮ]\.?|[ก-๎]{5,})\s*(\d{1,2})(?![\d.:])/, "$2 $1");
  const on = certainDay(said, today) ?? certainDay(swapped, today);
  return on === null ? null : { on, from: readTimes(said)[0] ?? bareTime(said) };
}

function certainDay(said: string, today: LocalDate): LocalDate | null {
  const [day, other] = readDates(said, today);
  return day?.verdict === "value" && !other ? day.on : null;
}

/** The month whose working day is not held, of "5 ม.ค." or "มี.ค."; null where the text names none. */
export function readMonthOfDay(text: string, today: LocalDate): YearMonth | null {
  const said = tidied(text);
  // Every month has a 28th.
  const on = certainDay(said, today) ?? certainDay(`28 ${said}`, today);
  return on === null ? null : monthOf(on);
}

/** "09.00" at the end of the line, where nothing says that it is a time. */
function bareTime(said: string): string | null {
  const [, hour, minute] = /(?<!\d)([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(said.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}
