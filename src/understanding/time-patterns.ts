import { smallNumber, smallNumberOf, smallNumberUpTo } from "./small-numbers";

type Groups = Record<string, string | undefined>;
/** Hour and minute, or null where the words leave them open or there is no such time. */
export type Clock = { hour: number; minute: number } | null;

/** A form in which people write times of day. */
interface TimePattern {
  pattern: RegExp;
  read(groups: Groups): Clock;
}

// Half past, or minutes: "ครึ่ง", "สิบห้านาที", "15".
const minutes = `(?: ?(?<half>ครึ่ง)| ?(?<minute>${smallNumber}) ?นาที| ?(?<plain>[1-5]\\d|0\\d)(?!\\d|[.,:/]\\d| ?(?:บาท|บ\\.|คน|น\\.|฿|baht|-|/))|(?<spoken>สิบห้า|ยี่สิบห้า|ยี่สิบ|สามสิบห้า|สามสิบ|สี่สิบห้า|สี่สิบ|ห้าสิบห้า|ห้าสิบ|สิบ)(?!ร้อย|พัน|หมื่น|แสน|ล้าน|บาท|[\\u0e30-\\u0e3a\\u0e47-\\u0e4e]))?`;
// Words of later hours would take those of the minutes along ("ตีห้าสิบห้านาที").
const hour = `(?<hour>${smallNumberUpTo(11)})`;
const hourOfSix = `(?<hour>${smallNumberUpTo(6)})`;
// A number word that goes on to the left is another number.
const alone = "(?<![\\d.,:/])(?<!(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน) ?)";
const point = `(?<hour>[01]?\\d|2[0-4])(?<mark>[.:])(?<minute>[0-5]\\d)(?!\\d|[.,:/]\\d| ?(?:บาท|บ\\.|บ(?![ก-๎])|฿|baht|thb|%|ล้าน|แสน|หมื่น|พัน|ร้อย|k(?![a-z])|ไร่|กก|กิโล))`;
const clockMark = "น\\.?(?![ก-๎])|นาฬิกา|hrs?(?![a-z])";

/** A time in the 24 hours; "24.00" is midnight. */
function clock(hours: number, minute: number): Clock {
  if (!(minute >= 0 && minute < 60) || !(hours >= 0 && hours <= 24) || (hours === 24 && minute > 0)) return null;
  return { hour: hours % 24, minute };
}

function minuteOf({ half, minute, plain, spoken }: Groups): number {
  if (half) return 30;
  return smallNumberOf(minute ?? plain ?? spoken ?? "0");
}

/** An hour of the Thai clock, whose hours are counted anew every six: `from` is added to those between `least` and `most`. */
function counted(groups: Groups, from: number, least: number, most: number): Clock {
  const said = groups["hour"] === undefined ? 1 : smallNumberOf(groups["hour"]);
  return said >= least && said <= most ? clock(from + said, minuteOf(groups)) : null;
}

/** "เก้าโมง" is of the morning; below seven only เช้า, บ่าย or เย็น tells which. */
function oClock(groups: Groups): Clock {
  const said = smallNumberOf(groups["hour"] ?? "");
  switch (groups["part"]) {
    case "เช้า":
      // The old count begins again at seven: "สามโมงเช้า" is nine.
      return said < 6 ? counted(groups, 6, 1, 5) : counted(groups, 0, 6, 11);
    case "บ่าย":
      return counted(groups, 12, 1, 5);
    case "เย็น":
      return counted(groups, 12, 3, 7);
    default:
      return counted(groups, 0, 7, 11);
  }
}

function english(groups: Groups): Clock {
  const said = Number(groups["hour"]);
  if (!(said >= 1 && said <= 12)) return null;
  return clock((said % 12) + (groups["half"] === "p" ? 12 : 0), Number(groups["minute"] ?? "0"));
}

const inFigures = (groups: Groups): Clock => clock(Number(groups["hour"]), Number(groups["minute"] ?? "0"));

/** "19.00 น.", "เก้าโมงครึ่ง", "บ่ายสอง", "สองทุ่ม", "ตีห้า", "7pm". */
export const timePatterns: readonly TimePattern[] = [
  {
    pattern: /(?<![\d.,:/a-z])(?<hour>\d{1,2})(?:[.:](?<minute>[0-5]\d))? ?(?<half>[ap])\.? ?m\b\.?/g,
    read: english,
  },
  { pattern: new RegExp(`(?<![\\d.,:/])${point}(?::[0-5]\\d)? ?(?:${clockMark})`, "g"), read: inFigures },
  // Its first end is a time because its second one is ("09.00-12.00 น.").
  {
    pattern: new RegExp(`(?<![\\d.,:/])${point}(?= ?(?:-|ถึง) ?\\d{1,2}[.:]\\d{2} ?(?:${clockMark}))`, "g"),
    read: inFigures,
  },
  {
    pattern: new RegExp(`(?<![\\d.,/:])(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:/])`, "g"),
    read: inFigures,
  },
  {
    pattern: new RegExp(`(?<=(?<![\\d.,:/])0\\d\\.[0-5]\\d ?(?:-|ถึง) ?)${point}`, "g"),
    read: inFigures,
  },
  // "09.00" is no sum: sums have no zero before them.
  { pattern: /(?<![\d.,:/])(?<hour>0\d)\.(?<minute>[0-5]\d)(?![\d]|[.,:/]\d)/g, read: inFigures },
  {
    pattern: new RegExp(`(?:เวลา|ตอน|เริ่ม|นัด|ประชุม|เปิด|ปิด|ถึง|ก่อน|หลัง|at) ?(?<![\\d.,:/])${point}`, "g"),
    read: inFigures,
  },
  {
    pattern: new RegExp(
      `(?:${alone}(?<hour>${smallNumber}) ?นาฬิกา(?: ?(?<minute>${smallNumber}) ?นาที)?|(?<![\\d.,:/])(?<figure>\\d{1,2}) ?น\\.)(?![ก-๎])`,
      "g",
    ),
    read: (groups) =>
      clock(smallNumberOf(groups["hour"] ?? groups["figure"] ?? ""), smallNumberOf(groups["minute"] ?? "0")),
  },
  { pattern: /(?<![\d.,:/])(?<hour>[01]\d|2[0-4])(?<minute>[0-5]\d) ?น\.(?![ก-๎])/g, read: inFigures },
  {
    pattern: new RegExp(`${alone}${hour} ?โมง ?(?:(?<part>เช้า|บ่าย|เย็น)|(?:ตรง))?${minutes}(?!กว่า)`, "g"),
    read: oClock,
  },
  {
    pattern: new RegExp(`(?<=^|ตอน|ไป|มา|นัด|เจอ|[ก-๎] )โมงเช้า${minutes}`, "g"),
    read: (groups) => counted(groups, 6, 1, 1),
  },
  {
    pattern: new RegExp(`บ่าย ?(?:${hourOfSix} ?)?โมง(?:ตรง)?${minutes}(?!กว่า)`, "g"),
    read: (groups) => counted(groups, 12, 1, 6),
  },
  {
    pattern: new RegExp(`บ่าย ?${hourOfSix}${minutes}(?! ?(?:โมง|กว่า|บาท|คน|ราย|ร้อย|พัน))`, "g"),
    read: (groups) => counted(groups, 12, 1, 5),
  },
  {
    pattern: new RegExp(`${alone}${hourOfSix} ?ทุ่ม(?:ตรง)?${minutes}(?!กว่า)`, "g"),
    read: (groups) => counted(groups, 18, 1, 6),
  },
  { pattern: new RegExp(`(?<!ทุ่ม)ทุ่ม ?(?:หนึ่ง|นึง|นึ่ง|เดียว)${minutes}`, "g"), read: (groups) => counted(groups, 18, 1, 1) },
  { pattern: /ทุ่ม(?<half>ครึ่ง)/g, read: (groups) => counted(groups, 18, 1, 1) },
  {
    pattern: new RegExp(`ตี ?${hourOfSix}${minutes}(?! ?(?:โมง|กว่า|บาท|คน|ครั้ง|ที|ร้อย|พัน|หมื่น|แสน|ล้าน))`, "g"),
    read: (groups) => counted(groups, 0, 1, 6),
  },
  { pattern: new RegExp(`(?:เที่ยงคืน|midnight)(?:ตรง)?${minutes}`, "g"), read: (groups) => clock(0, minuteOf(groups)) },
  {
    pattern: new RegExp(`(?<!ไม่|มั่น)(?:เที่ยงวัน|เที่ยง|(?<![a-z])noon)(?!คืน|ธรรม|แท้|นี้)(?:ตรง)?${minutes}`, "g"),
    read: (groups) => clock(12, minuteOf(groups)),
  },
];
