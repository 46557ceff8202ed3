import { localDate, localDateOf, localTimeOf, monthOf } from "../../../../src/domain/dates";
import { satang } from "../../../../src/domain/money";
import { dateText, instantText, moneyText, monthText, timeText } from "../../../../src/i18n/format";
import type { Language } from "../../../../src/i18n/language";

/** The day of a message: "พฤ. 5 มี.ค. 2569". */
export function dayOf(at: string | Date, language: Language): string {
  return dateText(localDateOf(new Date(at)), language);
}

/** The time of day of a message: "09.30 น.". */
export function timeOf(at: string | Date, language: Language): string {
  return timeText(localTimeOf(new Date(at)), language);
}

/** Day and time: "พฤ. 5 มี.ค. 2569 09.30 น.". */
export function whenText(at: Date, language: Language): string {
  return instantText(at, language);
}

/** A month given as yyyy-mm: "มี.ค. 2569". */
export function monthOfBill(month: string, language: Language): string {
  return monthText(monthOf(localDate(`${month}-01`)), language);
}

/** A sum in satang with its currency. */
export function costText(amount: number, language: Language): string {
  return moneyText(satang(amount), language);
}
