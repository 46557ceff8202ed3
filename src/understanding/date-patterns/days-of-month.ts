import { addMonths, dayInMonth, monthOf, type LocalDate, type YearMonth } from "../../domain/dates";
import { ask, dayOf, noDay, unknownDay, type DatePattern, type SaidDate } from "../date-reading";
import { smallNumber, smallNumberOf } from "../small-numbers";
import { weekdayName, weekdayOfName } from "../weekday-names";
import { saidDay } from "./full-dates";
import { certainDay, doubted, settle } from "./yearless";

type Groups = Record<string, string | undefined>;

const counted = `(?:เดือน ?)?(?:(?<next>หน้า|ถัดไป|ต่อไป)|(?<this>นี้)|(?<last>ก่อน|ที่แล้ว|ที่ผ่านมา))`;
const fraction = /^(?:1\/[234]|[23]\/[34])$/;

/** That day of the month so many months from today's; null where the month is shorter. */
function inMonth(today: LocalDate, months: number, dayOfMonth: number): LocalDate | null {
  const month: YearMonth = addMonths(monthOf(today), months);
  return dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), dayOfMonth);
}

/** "วันที่ 5", perhaps of a month counted from this one, is the next 5th unless it tells of what was done. */
function dayNumber(groups: Groups): SaidDate | null {
  const dayOfMonth = smallNumberOf(groups["day"] ?? "");
  if (!(dayOfMonth >= 1 && dayOfMonth <= 31)) return () => noDay;
  const weekday = weekdayOfName(groups["weekday"]);
  if (groups["every"]) return unknownDay;
  const months = groups["next"] ? 1 : groups["this"] ? 0 : groups["last"] ? -1 : null;
  if (months !== null) return (today, done) => certainDay([inMonth(today, months, dayOfMonth)], weekday)(today, done);
  if (groups["number"]) return saidDay(groups["day"] ?? "", smallNumberOf(groups["number"]), groups);
  return (today, done) => {
    const on = (offset: number): LocalDate | null => inMonth(today, offset, dayOfMonth);
    // Where this month has no such day, its last day may be meant.
    if (on(0) === null) return ask(dayInMonth(monthOf(today), 31), on(1));
    return settle(on, { past: groups["past"] !== undefined, weekday }, true)(today, done);
  };
}

/** "15/1": the next or last such day; what may be a fraction is asked. */
function withoutYear(groups: Groups): SaidDate | null {
  const [dayText = "", month = NaN] = [groups["day"], Number(groups["month"])];
  if (month > 12 || month < 1) return () => noDay;
  const said = saidDay(dayText, month, groups);
  return groups["label"] || !fraction.test(`${Number(dayText)}/${month}`) ? said : doubted(said);
}

/** "วันที่ 5", "วันที่ห้า เดือนหน้า", "ศุกร์ที่ 27", "15/1". */
export const dayOfMonthPatterns: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      `(?<past>เมื่อ ?)?(?<every>ทุก ?)?(?:วันที่|(?:วัน)?(?<weekday>${weekdayName}) ?ที่) ?(?<day>${smallNumber})(?: ?(?:ของ)? ?(?:(?:เดือน)?(?<repeated>ทุกเดือน)|${counted}|เดือน ?(?:ที่ ?)?(?<number>${smallNumber})))?`,
      "g",
    ),
    said: ({ repeated, ...groups }) => dayNumber({ ...groups, every: groups["every"] ?? repeated }),
  },
  {
    pattern:
      /(?<!(?:เลขที่|ที่อยู่|ที่ดิน|บ้าน|ห้อง|ข้อ|ครั้งที่|งวดที่|งวด|รอบที่|เดือนที่|ซอย|คำขอ|เล่ม|เล่มที่|หมู่|ชั้น|มติ|สัญญา|ใบเสร็จ|no\.?|#) ?)(?<past>เมื่อ ?)?(?<label>วันที่ ?|ก่อน ?|ภายใน ?|ถึง ?)?(?<![\d.,:/-])(?<day>\d{1,2}) ?\/ ?(?<month>\d{1,2})(?!\d|[/.:-]\d| ?\/| ?(?:ไร่|ส่วน|ถัง|ของ|ช้อน|แก้ว|กก|กิโล|ถุง|%|บาท|งาน))/g,
    said: withoutYear,
  },
];
