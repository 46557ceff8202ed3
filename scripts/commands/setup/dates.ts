import { isLocalDate, monthOf, type LocalDate, type YearMonth } from "../../../src/domain/dates";
import { arabicDigits, quoted, type Reader, type Reading } from "./cells";

const monthNames: readonly (readonly string[])[] = [
  ["ม.ค.", "มกราคม", "มกรา"],
  ["ก.พ.", "กุมภาพันธ์", "กุมภา"],
  ["มี.ค.", "มีนาคม", "มีนา"],
  ["เม.ย.", "เมษายน", "เมษา"],
  ["พ.ค.", "พฤษภาคม", "พฤษภา"],
  ["มิ.ย.", "มิถุนายน", "มิถุนา"],
  ["ก.ค.", "กรกฎาคม", "กรกฎา"],
  ["ส.ค.", "สิงหาคม", "สิงหา"],
  ["ก.ย.", "กันยายน", "กันยา"],
  ["ต.ค.", "ตุลาคม", "ตุลา"],
  ["พ.ย.", "พฤศจิกายน", "พฤศจิกา"],
  ["ธ.ค.", "ธันวาคม", "ธันวา"],
];

const bare = (name: string) => name.replaceAll(/[.\s]/g, "");
const monthNumbers = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [bare(name), index + 1] as const)),
);

/** A day: `2021-01-05`, `5/1/2564` or `5 ม.ค. 64`; Thai digits and both eras. */
export const readDate: Reader<LocalDate> = (text) => {
  const parts = dayParts(arabicDigits(text));
  if (!parts) return { problem: `${quoted(text)} is not a date such as 2021-01-05, 5/1/2564 or 5 ม.ค. 64.` };
  const year = readYear(parts.year);
  if ("problem" in year) return year;
  const day = `${year.value}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`;
  return isLocalDate(day) ? { value: day } : { problem: `${quoted(text)} is a day that does not exist.` };
};

/** A month: `2026-10`, `10/2569`, `ต.ค. 69`, or any day in it. */
export const readMonth: Reader<YearMonth> = (text) => {
  const parts = monthParts(arabicDigits(text));
  if (!parts) {
    const day = readDate(text);
    return "value" in day
      ? { value: monthOf(day.value) }
      : { problem: `${quoted(text)} is not a month such as 2026-10, 10/2569 or ต.ค. 69.` };
  }
  const year = readYear(parts.year);
  if ("problem" in year) return year;
  if (parts.month < 1 || parts.month > 12) return { problem: `${quoted(text)} is a month that does not exist.` };
  return { value: `${year.value}-${twoDigits(parts.month)}` as YearMonth };
};

function dayParts(text: string): { year: string; month: number; day: number } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: iso[1] ?? "", month: Number(iso[2]), day: Number(iso[3]) };
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
  if (figures) return { year: figures[3] ?? "", month: Number(figures[2]), day: Number(figures[1]) };
  const words = /^(\d{1,2})\s*([\p{L}\p{M}. ]+?)\s*(?:พ\.?ศ\.?\s*)?(\d{2}|\d{4})$/u.exec(text);
  const month = words ? monthNumbers.get(bare(words[2] ?? "")) : undefined;
  return words && month ? { year: words[3] ?? "", month, day: Number(words[1]) } : null;
}

function monthParts(text: string): { year: string; month: number } | null {
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (iso) return { year: iso[1] ?? "", month: Number(iso[2]) };
  const figures = /^(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (figures) return { year: figures[2] ?? "", month: Number(figures[1]) };
  const words = /^([\p{L}\p{M}. ]+?)\s*(\d{2}|\d{4})$/u.exec(text);
  const month = words ? monthNumbers.get(bare(words[1] ?? "")) : undefined;
  return words && month ? { year: words[2] ?? "", month } : null;
}

/** The year in the Common Era. Two digits from 50 on are Buddhist (25xx); below, both eras are possible and nobody guesses. */
function readYear(text: string): Reading<number> {
  const year = Number(text);
  if (text.length === 2) {
    return year >= 50
      ? { value: 2500 + year - 543 }
      : { problem: `The year ${text} is not certain: write it with four digits.` };
  }
  if (year >= 2400 && year <= 2700) return { value: year - 543 };
  return year >= 1857 && year <= 2157
    ? { value: year }
    : { problem: `The year ${text} is in no era that Sajja knows.` };
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}
