import { localDate } from "../../src/domain/dates";
import { readAmounts, type AmountReading } from "../../src/understanding/amounts";
import { readDates, type DateReading } from "../../src/understanding/dates";
import { readTimes } from "../../src/understanding/times";

/**
 * A text with what is to be read out of it, in its order: sums in baht, dates, times. "?" is a question, with its candidates behind it where
 * the table names them; "none" is what looks like one and cannot be. Without a day the table's own is today.
 */
export type Row = readonly [text: string, sums: string, dates?: string, times?: string, today?: string];

/** A sum in one word: "500", "?150,105", "none". */
export function toldSum(reading: AmountReading): string {
  if (reading.verdict === "value") return String(reading.satang / 100);
  return reading.verdict === "ask" ? `?${reading.candidates.map((sum) => sum / 100).join(",")}` : reading.verdict;
}

/** A date in one word: "2026-11-24", "?2026-11-27,2026-12-04", "none". */
export function toldDate(reading: DateReading): string {
  if (reading.verdict === "value") return reading.on;
  return reading.verdict === "ask" ? `?${reading.candidates.join(",")}` : reading.verdict;
}

/** Everything that is read out of a text, as a table has it. */
export function readRow(text: string, today: string): [sums: string, dates: string, times: string] {
  return [
    readAmounts(text).map(toldSum).join(" "),
    readDates(text, localDate(today)).map(toldDate).join(" "),
    readTimes(text).join(" "),
  ];
}

/** The same without the candidates of questions. */
export function readVerdicts(text: string, today: string): [sums: string, dates: string, times: string] {
  const [sums, dates, times] = readRow(text, today);
  return [sums.replace(/\?[^ ]+/g, "?"), dates.replace(/\?[^ ]+/g, "?"), times];
}
