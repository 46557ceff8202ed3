import { addMonths, dayInMonth, monthOf, type LocalDate, type YearMonth } from "../../domain/dates";
import { ask, day, unknownDay, type DatePattern, type DateReading, type SaidDate } from "../date-reading";
import { monthName, monthNumberOf } from "../months";
import { yearsOf } from "../years";
import { settle } from "./yearless";

type Groups = Record<string, string | undefined>;
type Part = "start" | "middle" | "late" | "end";

const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...["ต้น", "early", "beginning of", "start of"].map((word): [string, Part] => [word, "start"]),
  ...["กลาง", "mid", "middle of"].map((word): [string, Part] => [word, "middle"]),
  ...["ปลาย", "late"].map((word): [string, Part] => [word, "late"]),
  ...["สิ้น", "สิ่น", "ซิ้น", "end of"].map((word): [string, Part] => [word, "end"]),
]);

const partWord = `(?<part>${[...parts.keys()].join("|")})`;
const counted = "(?:(?<next>หน้าโน้น|หน้า|ถัดไป|ต่อไป)|(?<this>นี้|นี่)|(?<last>ก่อน|ที่แล้ว|ที่ผ่านมา))";

function monthsAway(groups: Groups): number {
  if (groups["next"] === "หน้าโน้น") return 2;
  return groups["next"] ? 1 : groups["last"] ? -1 : 0;
}

const lastOf = (month: YearMonth): LocalDate => dayInMonth(month, 31);

/** The part of a month as days: its last day and its middle are certain, its first days a question, its late ones open. */
function partOf(part: Part, month: YearMonth): DateReading {
  switch (part) {
    case "start":
      return ask(...[1, 2, 3, 4, 5].map((one) => dayInMonth(month, one)));
    case "middle":
      return day(dayInMonth(month, 15));
    case "late":
      return ask(lastOf(month));
    case "end":
      return day(lastOf(month));
  }
}

/** Without a word for which month: this one, but what lies behind in it may also be of the next. */
function partOfThis(part: Part): SaidDate {
  return (today) => {
    const month = monthOf(today);
    if (part === "start") return partOf(part, today.slice(8) <= "05" ? month : addMonths(month, 1));
    if (part === "middle" && today.slice(8) > "15")
      return ask(dayInMonth(addMonths(month, 1), 15), dayInMonth(month, 15));
    return partOf(part, month);
  };
}

function saidMonth(groups: Groups): SaidDate | null {
  const part = parts.get(groups["part"] ?? "");
  if (part === undefined) return null;
  if (groups["every"]) return unknownDay;
  if (!groups["next"] && !groups["this"] && !groups["last"]) return partOfThis(part);
  return (today) => partOf(part, addMonths(monthOf(today), monthsAway(groups)));
}

const monthIn = (year: number, month: number): YearMonth => `${year}-${String(month).padStart(2, "0")}` as YearMonth;

function saidNamedMonth(groups: Groups): SaidDate | null {
  const part = parts.get(groups["part"] ?? "");
  const month = monthNumberOf(groups["name"] ?? "");
  if (part === undefined || month === null) return null;
  const [year, other] = groups["year"] === undefined ? [] : yearsOf(groups["year"]);
  if (other !== undefined) return unknownDay;
  if (year !== undefined) return () => partOf(part, monthIn(year, month));
  if (part !== "end" && part !== "middle") return unknownDay;
  const dayOfMonth = part === "end" ? 31 : 15;
  return (today, done) => {
    const thisYear = Number(today.slice(0, 4));
    const on = (offset: number): LocalDate => dayInMonth(monthIn(thisYear + offset, month), dayOfMonth);
    return settle(on, { past: false, weekday: null }, false)(today, done);
  };
}

/** Only the last day of a year is a day; its late part may be that day, its other parts are open. */
function saidYear(groups: Groups): SaidDate {
  const part = parts.get(groups["part"] ?? "");
  const last = (today: LocalDate): LocalDate => {
    const [year = Number(today.slice(0, 4)) + monthsAway(groups)] = groups["year"] ? yearsOf(groups["year"]) : [];
    return lastOf(monthIn(year, 12));
  };
  if (part === "end") return (today) => day(last(today));
  return part === "late" ? (today) => ask(last(today)) : unknownDay;
}

/** "สิ้นเดือน", "ต้นเดือนหน้า", "กลางเดือน มี.ค.", "สิ้นปี", "end of next month". */
export const partPatterns: readonly DatePattern[] = [
  { pattern: new RegExp(`(?<every>ทุก ?)?${partWord} ?เดือน(?: ?${counted})?`, "g"), said: saidMonth },
  {
    pattern: new RegExp(
      `(?<![a-z])${partWord} (?:(?<next>next)|(?<this>this|the)|(?<last>last))? ?month(?![a-z])`,
      "g",
    ),
    said: saidMonth,
  },
  {
    pattern: new RegExp(
      `${partWord} ?(?:เดือน ?)?(?<name>${monthName})(?: ?(?:ปี ?)?(?<year>\\d{4}|[5-9]\\d)(?! ?บาท|[\\d.,:]))?`,
      "g",
    ),
    said: saidNamedMonth,
  },
  {
    pattern: new RegExp(`${partWord} ?ปี(?: ?(?:${counted}|(?<year>\\d{4}|[5-9]\\d)(?![\\d.,:])))?`, "g"),
    said: saidYear,
  },
  { pattern: new RegExp(`${partWord} ?(?:สัปดาห์|อาทิตย์)(?: ?${counted})?`, "g"), said: () => unknownDay },
];
