import {
  countlessBefore,
  foreignAfter,
  foreignBefore,
  purposesBefore,
  rateAfter,
  vagueAfter,
  vagueBefore,
} from "./context-words";
import { smallNumber, smallNumberOf } from "./small-numbers";
import {
  countersAfter,
  countersOrPurposes,
  labelsBefore,
  likeCounters,
  monthWords,
  timeAfterCounter,
} from "./counter-words";

/** What the words around a sum make of it. `countless` says that not even the figure stands ("ไม่กี่พัน", "หมื่นกว่า"). */
export type SumContext = "plain" | "vague" | "countless" | "impossible" | "not money";

const aNumber = "(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน|ครึ่ง)";
const nextNumber = new RegExp(`^ ?${aNumber}`);
const newClause = new RegExp(
  `^ (?:คืน(?:เงิน|ยืม|หนี้|(?:แล้ว|ให้|ไป|มา)(?= ?${aNumber}))|กลุ่ม(?:เรา|ผม|ฉัน|หนู|ของ)|(?:รอบ|ครั้ง|งวด)(?:แรก|หลัง|สุดท้าย)|หลัง(?:จาก|เก็บ|ขาย)|คนค้ำ)`,
);
const countBefore = new RegExp(`(?<count>${smallNumber}) ?(?:เดือน|งวด|ปี)$`);
// "แบงก์ 500 สองใบ"
const notes = new RegExp(`^(?:\\d+|${smallNumber}) ?ใบ(?!เสร็จ)`);
const plusNumber = new RegExp(`^\\+ ?${aNumber}`);
// "1,000 + ดอก 87.50", "ออม 100/ดอก 150", "เศษเหรียญ".
const goesOn =
  /^(?:\+ ?(?:\d|(?!บ)[ก-๎a-z(])|\/ ?(?!เดือน|ปี|วัน|คน|ครั้ง|งวด|หุ้น|ราย|ไร่|ถุง|ตัว|กก|กิโล)[ก-๎]+ ?\d|เศษ(?:เหรียญ|ตัง|เงิน))/;
// Behind "รับ" stands the member's number ("รับ 12 สัจจะ 100"); without a sum for the purpose it may be the sum.
const lineGoesOn = /^(?:เงิน|สัจจะ|พิเศษ|ดอก|ต้น|ค่า|ปรับ|หุ้น|ออม|ฝาก|แรกเข้า|วันละ|pledge|special|interest|principal|fine|\d)/;
const restOfLine = new RegExp(`${lineGoesOn.source}.*${aNumber}`);
const year = /^(?:[5-9]\d|(?:19|2[0456])\d\d)$/;

/** Reads the words before `start` and after `end`; with a currency beside it a number is money whatever it stands by. */
export function contextOf(text: string, start: number, end: number, currency: boolean): SumContext {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  // "25 ต่อ 3 เสียง", "1 ใน 3"
  if (/^(?:ต่อ|ใน) ?\d/.test(after) || /\d ?(?:ต่อ|ใน)$/.test(before)) return "not money";
  if (before.endsWith("ร้อยละ") || after.startsWith("%")) return "not money";
  if (
    !currency &&
    ((isLabelled(before) && !isCounted(before, text.slice(start))) ||
      (endsWithMonth(before) && year.test(text.slice(start, end))))
  )
    return "not money";
  if (/บัญชี(?:เลขที่)?$/.test(before) && /^\d{7,}$/.test(text.slice(start, end))) return "not money";
  if (!currency && /^(?:รับ|take|receive)$/.test(before) && /^\d{1,4}$/.test(text.slice(start, end))) {
    if (restOfLine.test(after)) return "not money";
    if (after === "" || lineGoesOn.test(after)) return "vague";
  }
  // "200 โล" are kilos; "500 โล 450" may be so many of them at a price.
  if (!currency && /^(?:กิ)?โล/.test(after)) return /^(?:กิ)?โล[ ,.]*\d/.test(after) ? "vague" : "not money";
  // "หนึ่งร้อยจุดห้า"
  if (new RegExp(`^จุด ?(?:${aNumber}|ศูนย์)`).test(after)) return "countless";
  const counter = currency || isForThis(before, text.slice(end)) ? undefined : counterIn(after, text.slice(start, end));
  // "300 งวด 5" may be 300 for the fifth instalment.
  const labelsNext =
    counter !== undefined &&
    labelsBefore.includes(counter) &&
    /^ ?\d/.test(after.slice(counter.length)) &&
    !isCounted(text.slice(0, text.length - after.length + counter.length), after.slice(counter.length));
  if (counter !== undefined && !labelsNext) return "not money";
  if (endsWithAny(before, foreignBefore) || startsWithAny(after, foreignAfter)) return "impossible";
  if (/(?:^|[\s(])-$/.test(text.slice(0, start)) || /(?:ลบ|minus|negative)$/.test(before)) return "impossible";
  if ((startsWithAny(after, vagueAfter) && !goesOn.test(after)) || endsWithAny(before, countlessBefore))
    return "countless";
  if (labelsNext || (startsWithAny(after, rateAfter) && !goesOn.test(after)) || (!currency && perhapsCounts(after)))
    return "vague";
  // "วันละบาท 30" names the fund of one baht a day.
  const fund = /วันละ ?(?:1|หนึ่ง)? ?บาท$/.test(before);
  if (/(?<!ร้อย|แล้ว|ห|แ)ละ$/.test(before)) return "vague";
  if (!fund && endsWithAny(before.replace(/ๆ$/, "").trimEnd(), vagueBefore)) return "vague";
  return /(?:[-+*]|\d ?[x=/:])$/.test(before) ||
    /^(?:[*x=](?![a-z])|\+ ?\d)/.test(after) ||
    notes.test(after) ||
    plusNumber.test(after) ||
    /^- ?\d/.test(after)
    ? "vague"
    : "plain";
}

/** "2 เดือน 200": the first number counts months, so that they are no label of the second. */
function isCounted(before: string, next: string): boolean {
  const count = countBefore.exec(before)?.groups?.["count"];
  if (count === undefined) return false;
  const figure = /^ ?(\d+)/.exec(next)?.[1];
  return figure === undefined || (Number(figure) >= 20 && smallNumberOf(count) < Number(figure));
}

function isLabelled(before: string): boolean {
  // ค่างวด is what is handed over, ยายสาย is a person, ชม. is no หมู่.
  if (before.endsWith("ค่างวด")) return false;
  if (/[ก-๎]ม\.$/.test(before) || /(?:ยาย|ป้า|ลุง|น้า|พี่|น้อง|ตา|แม่|คุณ|นาง)สาย$/.test(before)) return false;
  return /\d ?[:/]$|ทะเบียน(?:รถ)? ?\d?[ก-ฮ]{1,3}$/.test(before) || endsWithAny(before, labelsBefore);
}

/** "2แสน กลุ่มเรา", "500 รอบหลัง", "สัจจะสามร้อย หุ้นห้าร้อย": what follows begins something new and counts nothing. */
function isForThis(before: string, after: string): boolean {
  if (newClause.test(after)) return true;
  return /^ หุ้น/.test(after) && nextNumber.test(after.slice(5)) && endsWithAny(before, purposesBefore);
}

/** Whether a text ends with the name of a month. */
export function endsWithMonth(before: string): boolean {
  const name = before.replace(/(?:คม|ยน|พันธ์|\.)$/, "");
  return endsWithAny(name, monthWords);
}

/** The counter, month or mark with which the text goes on, if it does. */
function counterIn(after: string, number: string): string | undefined {
  if (startsWithAny(after, likeCounters)) return undefined;
  const mark = /^[:/](?= ?\d)/.exec(after)?.[0];
  // No month has a hundredth day.
  const month = /^\d{3}/.test(number) ? undefined : monthWords.find((word) => startsWithAny(after, [word]));
  return (
    mark ??
    month ??
    countersAfter.find(
      (word) => startsWithAny(after, [word]) && !startsWithAny(after.slice(word.length), timeAfterCounter),
    )
  );
}

/** "500 ต้น" may be trees; "500 ต้น 1000" names what the next sum is for. */
function perhapsCounts(after: string): boolean {
  const word = countersOrPurposes.find((one) => after.startsWith(one));
  return word !== undefined && endsClause(after.slice(word.length)) && !nextNumber.test(after.slice(word.length));
}

/** Whether a text begins with its end, or only with what closes a sentence. */
export function endsClause(after: string): boolean {
  return /^(?:$|[ .,;!?)]|ครับ|คับ|ค่ะ|คะ|จ้า|นะ|แล้ว|ได้|ก็|พอ|เอง|เลย)/.test(after);
}

/** Whether a text ends with one of the words, not in the middle of an English one. */
export function endsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.endsWith(word) && !isLatinJoint(text.slice(0, -word.length), word));
}

function startsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.startsWith(word) && !isLatinJoint(word, text.slice(word.length)));
}

/** Whether two pieces meet in the middle of an English word. */
function isLatinJoint(left: string, right: string): boolean {
  return /[a-z]$/.test(left) && /^[a-z]/.test(right);
}
