import { addDays, weekdayOf, type LocalDate } from "../../domain/dates";
import { ask, day, unknownDay, type DatePattern, type SaidDate } from "../date-reading";
import { weekdayName, weekdayOfName } from "../weekday-names";

const coming = "ที่จะถึง|ที่จะมาถึง|ที่กำลังจะมาถึง|ที่กำลังจะถึง|ที่ใกล้จะถึง|ที่ถึงนี้";
const past = "ที่ผ่านมา|ที่พึ่งผ่านมา|ที่เพิ่งผ่านมา";
const next = "หน้า(?!ฝน|ร้าน|บ้าน|วัด|ที่)|ถัดไป|ต่อไป|โน้น|โน่น";
const last = "ที่แล้ว|ก่อน(?! ?(?:\\d|เที่ยง|บ่าย|เย็น|เช้า|ค่ำ|[ก-๎]*โมง))";
const which = `(?:(?<coming>${coming})|(?<past>${past})|(?<next>${next})|(?<last>${last})|(?<these>นี้|นี่|นิ))`;

/** The first such weekday on a day or after it. */
function onOrAfter(weekday: number, from: LocalDate): LocalDate {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}
/** The last such weekday before a day. */
function lastBefore(weekday: number, today: LocalDate): LocalDate {
  return addDays(onOrAfter(weekday, today), -7);
}
/** The first such weekday after a day. */
function firstAfter(weekday: number, today: LocalDate): LocalDate {
  return onOrAfter(weekday, addDays(today, 1));
}

/** A weekday of this week: certain unless it is today, when the next may be meant, or lies behind already. */
function ofThisWeek(weekday: number): SaidDate {
  return (today) => {
    const ahead = firstAfter(weekday, today);
    if (weekdayOf(today) === weekday) return ask(today, ahead);
    return weekFrom(ahead) === weekFrom(today) ? day(ahead) : ask(ahead, lastBefore(weekday, today));
  };
}

/** "ที่แล้ว" is the last one for some people and that of last week for others: two days where this week's has gone by. */
function ofLastWeek(weekday: number): SaidDate {
  return (today) => {
    const behind = lastBefore(weekday, today);
    return weekFrom(behind) === weekFrom(today) ? ask(behind, addDays(behind, -7)) : day(behind);
  };
}

/** The Monday with which the week of a day begins. */
const weekFrom = (one: LocalDate): LocalDate => addDays(one, -((weekdayOf(one) + 6) % 7));

function saidWeekday(groups: Record<string, string | undefined>): SaidDate | null {
  const weekday = weekdayOfName(groups["name"]);
  if (weekday === null) return null;
  if (groups["these"]) return ofThisWeek(weekday);
  if (groups["coming"]) return (today) => day(firstAfter(weekday, today));
  // "หน้า" is the next one for some people and that of the week after for others.
  if (groups["next"]) return (today) => ask(firstAfter(weekday, today), addDays(firstAfter(weekday, today), 7));
  if (groups["past"] || (groups["when"] && !groups["last"])) return (today) => day(lastBefore(weekday, today));
  if (groups["last"]) return ofLastWeek(weekday);
  return (today, done) => {
    const both = [onOrAfter(weekday, today), lastBefore(weekday, today)];
    return ask(...(done ? both.reverse() : both));
  };
}

/** "ศุกร์นี้", "วันศุกร์หน้า", "เสาร์ที่จะถึง", "เมื่อวันศุกร์", "next friday". */
export const weekdayPatterns: readonly DatePattern[] = [
  // อาทิตย์ without วัน is a week as often as a Sunday.
  { pattern: /อาทิตย์ ?(?:นี้|หน้า|ก่อน|ที่แล้ว|ที่ผ่านมา|ถัดไป|ต่อไป)/g, said: () => unknownDay },
  {
    pattern: /(?:วัน)?เสาร์ ?(?:-|และ|หรือ)? ?(?:วัน)?อาทิตย์|(?<![a-z])(?:this )?weekend(?![a-z])/g,
    said: () => (today) => ask(onOrAfter(6, today), addDays(onOrAfter(6, today), 1)),
  },
  {
    pattern: new RegExp(`(?<when>เมื่อ ?)?(?:วัน ?)?(?<name>${weekdayName}) ?${which}`, "g"),
    said: saidWeekday,
  },
  {
    pattern: new RegExp(
      `(?<!ทุก|สวัสดี|หวัดดี|ทำการ)(?<when>เมื่อ ?)?(?:วัน ?(?<name>${weekdayName})|(?<=^|^ไป|^โอน|^ส่ง)(?<alone>${weekdayName})(?=[ .!?]*$))`,
      "g",
    ),
    said: ({ alone, ...groups }) => saidWeekday({ ...groups, name: groups["name"] ?? alone }),
  },
  {
    pattern: new RegExp(
      `(?<![a-z])(?:(?<these>this)|(?<coming>coming)|(?<next>next)|(?<last>last)|on) (?<name>(?:sun|mon|tues|wednes|thurs|fri|satur)day)(?![a-z])`,
      "g",
    ),
    said: saidWeekday,
  },
];
