import { addMonths, monthOf, type LocalDate, type YearMonth } from "../domain/dates";
import { monthNumberOf } from "./months";
import { normalise, stripPoliteness } from "./normalise";

/** A month, or a year of the Common Era. */
export type Period = { kind: "month"; month: YearMonth } | { kind: "year"; year: number };

/** A period as it was said; `back` counts from the present one. */
type SaidPeriod =
  | { kind: "month"; month: number; year: string | null }
  | { kind: "monthBack"; back: number }
  | { kind: "year"; year: string }
  | { kind: "yearBack"; back: number };

const opening =
  /^(?:(?:ขอ)? ?(?:ดู)? ?(?:รายการ|สเตทเม้นท์|สเตทเม้น|สเตทเมนท์)(?:เงิน|สัจจะ|ย้อนหลัง)? ?(?:ของ|ใน)?|(?:my )?(?:entries|statement|transactions)(?: of| for| in)?) ?/;
const relative: ReadonlyMap<string, SaidPeriod> = new Map<string, SaidPeriod>([
  ["เดือนนี้", { kind: "monthBack", back: 0 }],
  ["this month", { kind: "monthBack", back: 0 }],
  ["เดือนที่แล้ว", { kind: "monthBack", back: 1 }],
  ["เดือนก่อน", { kind: "monthBack", back: 1 }],
  ["last month", { kind: "monthBack", back: 1 }],
  ["ปีนี้", { kind: "yearBack", back: 0 }],
  ["this year", { kind: "yearBack", back: 0 }],
  ["ปีที่แล้ว", { kind: "yearBack", back: 1 }],
  ["ปีก่อน", { kind: "yearBack", back: 1 }],
  ["last year", { kind: "yearBack", back: 1 }],
]);

/** Whether a text asks for the entries of a month or year ("รายการเดือน ต.ค. 69", "รายการปี 2568"). */
export function asksForPeriod(text: string): boolean {
  return saidIn(text) !== null;
}

/** The month or year whose entries a text asks for, seen from `today`; null where it names none. */
export function readPeriod(text: string, today: LocalDate): Period | null {
  const said = saidIn(text);
  if (!said) return null;
  const thisMonth = monthOf(today);
  const thisYear = Number(today.slice(0, 4));
  switch (said.kind) {
    case "monthBack":
      return { kind: "month", month: addMonths(thisMonth, -said.back) };
    case "yearBack":
      return { kind: "year", year: thisYear - said.back };
    case "year":
      return { kind: "year", year: commonYear(said.year, thisYear) };
    case "month": {
      const year = said.year === null ? thisYear : commonYear(said.year, thisYear);
      const month = monthIn(year, said.month);
      // Without a year it is the last month of that name.
      return { kind: "month", month: said.year === null && month > thisMonth ? addMonths(month, -12) : month };
    }
  }
}

function saidIn(text: string): SaidPeriod | null {
  const line = stripPoliteness(normalise(text));
  const opened = opening.exec(line)?.[0];
  if (opened === undefined) return null;
  const rest = line.slice(opened.length);
  const known = relative.get(rest);
  if (known) return known;
  const inYear = /^(?:ปี|พ\.?ศ\.?|year) ?(\d{2}|\d{4})$/.exec(rest)?.[1] ?? /^(\d{4})$/.exec(rest)?.[1];
  if (inYear !== undefined) return { kind: "year", year: inYear };
  const figures = /^(?:เดือน)? ?(\d{1,2})\/(\d{2}|\d{4})$/.exec(rest);
  const words = /^(?:เดือน|month)? ?(\p{L}[\p{L}\p{M}.]*?\.?)(?: ?(?:ปี|พ\.?ศ\.?)? ?(\d{2}|\d{4}))?$/u.exec(rest);
  const [month, year = null] = figures
    ? [Number(figures[1]), figures[2]]
    : [words ? monthNumberOf(words[1] ?? "") : null, words?.[2]];
  return month !== null && month >= 1 && month <= 12 ? { kind: "month", month, year } : null;
}

const monthIn = (year: number, month: number): YearMonth => `${year}-${String(month).padStart(2, "0")}` as YearMonth;

/** Two digits are of the Buddhist or the Common Era, whichever is nearer to today; four from 2400 on are Buddhist. */
function commonYear(digits: string, thisYear: number): number {
  const said = Number(digits);
  if (digits.length === 4) return said >= 2400 ? said - 543 : said;
  const [buddhist, common] = [2500 + said - 543, 2000 + said];
  return Math.abs(buddhist - thisYear) <= Math.abs(common - thisYear) ? buddhist : common;
}
