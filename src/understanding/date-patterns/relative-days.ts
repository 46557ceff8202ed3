import { addDays } from "../../domain/dates";
import { ask, day, unknownDay, type DatePattern, type SaidDate } from "../date-reading";
import { doubted } from "./yearless";
import { smallNumber, smallNumberOf } from "../small-numbers";

/** Words for days seen from today: central Thai with its slips, southern, English; how many days away they are. */
const relativeDays: ReadonlyMap<string, number> = new Map<string, number>([
  ...["วันนี้", "วันนี่", "วันนิ้", "เมื่อเช้า", "เช้านี้", "สายนี้", "บ่ายนี้", "เย็นนี้", "ค่ำนี้", "คืนนี้", "แรกเช้า"].map(at(0)),
  ...["today", "tonight", "this morning"].map(at(0)),
  ...["เมื่อวาน", "เมือวาน", "เมื้อวาน", "มะวาน", "วานนี้", "เมื่อคืน", "แรกวา", "แรกคืน"].map(at(-1)),
  ...["yesterday", "last night"].map(at(-1)),
  ...["เมื่อวานซืน", "เมื่อวานซื่น", "วานซืน", "แรกวาซือ", "day before yesterday"].map(at(-2)),
  ...["พรุ่งนี้", "พรุ่งนี่", "พรุงนี้", "พรุ้งนี้", "พุ่งนี้", "พุ้งนี้", "พุงนี้", "พรุ่งนิ้", "วันพรุ่ง", "วันพรุก", "พรุกนี้"].map(at(1)),
  ...["ต่อเช้า", "ต่อโพรก", "ต่อพรุก", "tomorrow", "tmr"].map(at(1)),
  ...["วันมะรืน", "มะรืน", "มะรื่น", "มะลืน", "ต่อรือ", "day after tomorrow"].map(at(2)),
]);

function at(days: number): (word: string) => [string, number] {
  return (word) => [word, days];
}

const words = [...relativeDays.keys()].sort((a, b) => b.length - a.length).join("|");
const units = "(?<unit>วัน|อาทิตย์|สัปดาห์|เดือน|ปี)(?!ละ|นี้)";
const daysIn: ReadonlyMap<string, number> = new Map([
  ["วัน", 1],
  ["day", 1],
  ["อาทิตย์", 7],
  ["สัปดาห์", 7],
  ["week", 7],
]);

/** So many days or weeks away; months and years leave the day open. */
function away({ count, more, unit = "" }: Record<string, string | undefined>, sign: 1 | -1): SaidDate {
  const each = daysIn.get(unit);
  const counts = [count, more].filter((one) => one !== undefined).map(smallNumberOf);
  if (each === undefined || counts.length === 0 || counts.some((one) => !(one > 0))) return unknownDay;
  return (today) => {
    const days = counts.map((one) => addDays(today, sign * one * each));
    const [only, other] = days;
    return only !== undefined && other === undefined ? day(only) : ask(...days);
  };
}

const counted = `(?<count>${smallNumber})(?: ?(?:-|ถึง|หรือ)? ?(?<more>${smallNumber}))?`;

/** "พรุ่งนี้", "อีก 3 วัน", "สองวันก่อน", "อีกสองเดือน". */
export const relativePatterns: readonly DatePattern[] = [
  {
    pattern: new RegExp(`(?<!ทุก|[a-z])(?<word>${words})(?![a-z])`, "g"),
    said: ({ word = "" }) => {
      const days = relativeDays.get(word) ?? 0;
      return (today) => day(addDays(today, days));
    },
  },
  {
    pattern: new RegExp(`อีก ?(?:สัก|ซัก|ประมาณ|ราว)? ?(?:(?:ไม่กี่|หลาย|ครึ่ง) ?|${counted} ?)${units}`, "g"),
    said: (groups) => away(groups, 1),
  },
  {
    pattern: new RegExp(`ภายใน ?${counted} ?${units}`, "g"),
    said: (groups) => doubted(away(groups, 1)),
  },
  { pattern: /อีก ?(?:เดือน|อาทิตย์|สัปดาห์|ปี)(?:หนึ่ง|นึง|เดียว)?(?!ละ)/g, said: () => unknownDay },
  {
    pattern: new RegExp(`อีก ?(?:วันหรือ|วัน) ?(?<count>${smallNumber}) ?(?<unit>วัน)`, "g"),
    said: ({ count, unit }) => away({ count: "1", more: count, unit }, 1),
  },
  { pattern: new RegExp(`${counted} ?${units} ?ข้างหน้า`, "g"), said: (groups) => away(groups, 1) },
  {
    pattern: new RegExp(
      `(?:เมื่อ ?)?${counted} ?${units} ?(?:ที่แล้ว|ที่ผ่านมา|ก่อน(?! ?(?:ประชุม|วัน|ครบ|ถึง|กำหนด|สิ้น|งาน|เปิด|ปิด|จะ|ปี|เดือน)))`,
      "g",
    ),
    said: (groups) => away(groups, -1),
  },
  {
    pattern: /(?<![a-z])in (?<count>\d{1,2}) (?<unit>day|week|month|year)s?(?![a-z])/g,
    said: (groups) => away(groups, 1),
  },
  {
    pattern: /(?<![\d.,])(?<count>\d{1,2}) (?<unit>day|week|month|year)s? ago(?![a-z])/g,
    said: (groups) => away(groups, -1),
  },
];
