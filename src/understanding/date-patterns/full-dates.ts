import { dayOf, noDay, type DatePattern, type SaidDate } from "../date-reading";
import { monthName, monthNumberOf } from "../months";
import { smallNumber, smallNumberOf } from "../small-numbers";
import { weekdayBeforeDate, weekdayOfName } from "../weekday-names";
import { yearsOf, type Era } from "../years";
import { between, certainDay, doubted, settle, type DayHints } from "./yearless";

type Groups = Record<string, string | undefined>;

const before = `(?:(?<past>เมื่อ ?)?(?:(?:วัน ?)?(?<weekday>${weekdayBeforeDate}) ?,? ?)?(?:(?:วัน)?ที่ ?)?)`;
// What follows a number to make another number of it than a year; a small one may be an hour.
const money = "บาท|บ\\.|บ(?![ก-๎])|฿|baht|thb|คน|ราย|หุ้น|งวด|พัน|หมื่น|แสน|ล้าน|ร้อย|k(?![a-z])|%";
const noYear = `(?! ?(?:${money})|\\d|[.:,/]\\d)`;
const yearDigits = `(?<year>(?:(?:19|2[0456])\\d\\d|[5-9]\\d)${noYear}|[0-4]\\d${noYear}(?! ?(?:โมง|ทุ่ม|น\\.|นาฬิกา)))`;
const eraName = "พ\\.? ?ศ\\.?|ค\\.? ?ศ\\.?|b\\.?e\\.?|a\\.?d\\.?";
const year = `(?: ?,? ?(?:ปี ?)?(?<era>${eraName})? ?${yearDigits}(?: ?(?<eraAfter>${eraName})(?![a-zก-๎]))?)?`;
// Four more digits that no year has, and that nobody would round: a year that was mistyped, perhaps.
const strangeYear = `(?:(?= ?(?<strange>\\d{2}(?!00|50)\\d{2})${noYear})|)`;
const notAfterNumber = "(?<![\\d.,:/-])(?<!(?:ร้อย|พัน|หมื่น|แสน|ล้าน) ?)";

/** The days that a day, month and year can be, whose year may be of either era or missing. */
export function saidDay(dayText: string, month: number, groups: Groups): SaidDate {
  const dayOfMonth = smallNumberOf(dayText);
  const hints: DayHints = { past: groups["past"] !== undefined, weekday: weekdayOfName(groups["weekday"]) };
  if (groups["year"] === undefined) {
    return (today, done) => {
      const thisYear = Number(today.slice(0, 4));
      return settle((offset) => dayOf(thisYear + offset, month, dayOfMonth), hints, false)(today, done);
    };
  }
  const days = yearsOf(groups["year"], eraOf(groups)).map((one) => dayOf(one, month, dayOfMonth));
  return days.length === 0 ? () => noDay : certainDay(days, hints.weekday);
}

function eraOf({ era, eraAfter }: Groups): Era | null {
  const named = era ?? eraAfter;
  if (named === undefined) return null;
  return /^[พb]/.test(named) ? "buddhist" : "common";
}

function namedMonth(groups: Groups): SaidDate | null {
  const month = monthNumberOf(groups["month"] ?? "");
  if (month === null || groups["day"] === undefined) return null;
  // "15 ม.ค. 2000" may name a sum behind the day.
  const isRound = /^\d\d00$/.test(groups["year"] ?? "") && eraOf(groups) === null;
  const first =
    isRound || groups["strange"] !== undefined
      ? doubted(saidDay(groups["day"], month, groups))
      : saidDay(groups["day"], month, groups);
  return groups["until"] === undefined ? first : between(first, saidDay(groups["until"], month, groups));
}

/** "15/1/68": Thai people write the day first; where only the other order makes a date it is asked. */
function inFigures(groups: Groups): SaidDate | null {
  const month = Number(groups["month"]);
  const dayOfMonth = groups["day"] ?? "";
  const figures = groups["year"] ?? "";
  if (figures.length !== 2 && figures.length !== 4) return groups["mark"] === "/" ? () => noDay : null;
  if (month >= 1 && month <= 12) return saidDay(dayOfMonth, month, groups);
  // "16-20-0" is a fertiliser, "1.20.33" nothing that is known.
  if (groups["mark"] !== "/") return null;
  const days = yearsOf(figures).map((one) => dayOf(one, Number(dayOfMonth), month));
  return certainDay([...days, null], null);
}

/** "15 ม.ค. 68", "วันศุกร์ที่ 5 ธันวาคม 2568", "15/1/68", "2025-01-15", "Jan 15, 2025". */
export const fullDatePatterns: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      `${before}${notAfterNumber}(?<day>${smallNumber})(?:st|nd|rd|th)?(?: ?(?:-|ถึง|และ|กับ|หรือ|,) ?(?:วันที่ ?)?(?<until>${smallNumber}))?(?: of)? ?(?:เดือน ?)?(?<month>${monthName})${year}${strangeYear}`,
      "g",
    ),
    said: namedMonth,
  },
  {
    pattern: new RegExp(
      `(?<month>(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,:/]\\d|\\d)(?:,? (?<year>\\d{4})(?!\\d))?`,
      "g",
    ),
    said: namedMonth,
  },
  {
    pattern: new RegExp(
      `${before}(?<!สูตร ?|ปุ๋ย ?|ซอย ?)(?<![\\d.,:/-])(?<day>\\d{1,2}) ?(?<mark>[/.-]) ?(?<month>\\d{1,2}) ?\\k<mark> ?(?<era>พ\\.?ศ\\.? ?|ค\\.?ศ\\.? ?)?(?<year>\\d+)(?![/.:-]\\d)`,
      "g",
    ),
    said: inFigures,
  },
  {
    pattern: /(?<![\d.,:/-])(?<year>\d{4})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d|[/.:-]\d)/g,
    said: (groups) => {
      if (yearsOf(groups["year"] ?? "").length === 0) return null;
      const month = Number(groups["month"]);
      return month >= 1 && month <= 12
        ? saidDay(groups["day"] ?? "", month, groups)
        : groups["mark"] === "-"
          ? () => noDay
          : null;
    },
  },
];
