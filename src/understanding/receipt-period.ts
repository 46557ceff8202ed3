import type { LocalDate } from "../domain/dates";
import { findDates } from "./dates";
import { normalise, stripPoliteness } from "./normalise";
import { asksForPeriod, readPeriod, type Period } from "./periods";
import { pastDay } from "./transfer-text";

/** A day, month or year (of the Common Era) whose receipts are asked for. */
export type ReceiptPeriod = { kind: "day"; on: LocalDate } | Period;

const opening =
  /^(?:ขอ)? ?(?:ดู)? ?(?:ใบเสร็จรับเงิน|ใบเสร็จ|ใบรับเงิน|ใบเสร็ด|ใบเส็จ|ใบเส็ด|ใบเสด) ?(?:ของ|ใน|เมื่อ(?!วาน))? ?|^(?:my )?receipts?(?: of| for| in| from)? /;

/** Whether a text asks for the receipts of a day, month or year: "ใบเสร็จ 5 พ.ย.", "ใบเสดวันนี้"; not for one receipt by its number. */
export function asksForReceipts(text: string): boolean {
  const rest = restOf(text);
  if (rest === null || /\d{4} ?\//.test(rest)) return false;
  return asksForPeriod(`รายการ${rest}`) || findDates(rest).length > 0;
}

/** The day, month or year whose receipts a text asks for, the last one that has been; null where it names none. */
export function readReceiptPeriod(text: string, today: LocalDate): ReceiptPeriod | null {
  const rest = restOf(text);
  if (rest === null) return null;
  const period = readPeriod(`รายการ${rest}`, today);
  if (period) return period;
  const day = findDates(rest).at(0)?.said(today, true);
  const on = day ? pastDay(day, today) : null;
  return on && { kind: "day", on };
}

function restOf(text: string): string | null {
  const line = stripPoliteness(normalise(text));
  const opened = opening.exec(line)?.[0];
  return opened === undefined ? null : line.slice(opened.length);
}
