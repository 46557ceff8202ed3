import {
  buddhistYearOf,
  dayInMonth,
  localDateOf,
  localTimeOf,
  monthOf,
  weekdayOf,
  type LocalDate,
  type YearMonth,
} from "../domain/dates";
import type { Satang } from "../domain/money";
import type { Language } from "./language";
import { englishWords, monthNames, thaiWords, weekdayNames } from "./words";

/** A sum in digits of baht: "4,200", "4,200.50" (two decimals only when there are satang), "−50". */
export function moneyDigits(amount: Satang): string {
  const { sign, baht, satang } = split(amount);
  const whole = String(baht).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${whole}${satang === 0 ? "" : `.${String(satang).padStart(2, "0")}`}`;
}

/** A sum in digits with its currency: "4,200 บาท", "4,200 baht". */
export function moneyText(amount: Satang, language: Language): string {
  return `${moneyDigits(amount)} ${language === "th" ? "บาท" : "baht"}`;
}

/** A sum in words, for where it binds: "สี่พันสองร้อยบาทถ้วน", "four thousand two hundred baht". */
export function moneyWords(amount: Satang, language: Language): string {
  const { sign, baht, satang } = split(amount);
  if (language === "th") {
    const whole = baht > 0 || satang === 0 ? `${thaiWords(baht)}บาท` : "";
    return `${sign && "ลบ"}${whole}${satang === 0 ? "ถ้วน" : `${thaiWords(satang)}สตางค์`}`;
  }
  const parts = [
    baht > 0 || satang === 0 ? `${englishWords(baht)} baht` : "",
    satang > 0 ? `${englishWords(satang)} satang` : "",
  ];
  return `${sign && "minus "}${parts.filter(Boolean).join(" and ")}`;
}

function split(amount: Satang): { sign: string; baht: number; satang: number } {
  const size = Math.abs(amount);
  return { sign: amount < 0 ? "−" : "", baht: Math.floor(size / 100), satang: size % 100 };
}

/** A day with its weekday: "อา. 5 ม.ค. 2568", "Sun 5 Jan 2025". */
export function dateText(day: LocalDate, language: Language): string {
  return `${weekdayNames[language][weekdayOf(day)]} ${dayOfMonth(day)} ${monthText(monthOf(day), language)}`;
}

/** A day without its weekday and with a year of two digits: "5 ม.ค. 68", "5 Jan 25". */
export function shortDateText(day: LocalDate, language: Language): string {
  const year = String(yearOf(day, language) % 100).padStart(2, "0");
  return `${dayOfMonth(day)} ${monthName(monthOf(day), language)} ${year}`;
}

/** A month: "ม.ค. 2568", "Jan 2025". */
export function monthText(month: YearMonth, language: Language): string {
  return `${monthName(month, language)} ${yearOf(dayInMonth(month, 1), language)}`;
}

// Thai readers see the Buddhist year, English readers the Common Era.
function yearOf(day: LocalDate, language: Language): number {
  return language === "th" ? buddhistYearOf(day) : Number(day.slice(0, 4));
}

function monthName(month: YearMonth, language: Language): string {
  return String(monthNames[language][Number(month.slice(5, 7)) - 1]);
}

function dayOfMonth(day: LocalDate): number {
  return Number(day.slice(8, 10));
}

/** A time of day given as "HH:mm": "09.00 น." (a space that does not break), "09:00". */
export function timeText(time: string, language: Language): string {
  return language === "th" ? `${time.replace(":", ".")}\u00a0น.` : time;
}

/** An instant as day and time in Bangkok: "อา. 5 ม.ค. 2568 09.00 น.", "Sun 5 Jan 2025 09:00". */
export function instantText(at: Date, language: Language): string {
  return `${dateText(localDateOf(at), language)} ${timeText(localTimeOf(at), language)}`;
}
