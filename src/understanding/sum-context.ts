import {
  countlessBefore,
  foreignAfter,
  foreignBefore,
  payWords,
  rateAfter,
  vagueAfter,
  vagueBefore,
  wholeDebtWords,
} from "./context-words";
import { countersAfter, countersOrPurposes, labelsBefore, monthWords, timeAfterCounter } from "./counter-words";
import { stripPoliteness } from "./normalise";

/** What the words around a sum make of it. `countless` says that not even the figure stands ("ไม่กี่พัน", "หมื่นกว่า"). */
export type SumContext = "plain" | "vague" | "countless" | "impossible" | "not money";

const year = /^(?:[5-9]\d|(?:19|2[0456])\d\d)$/;

/** Reads the words before `start` and after `end`; with a currency beside it a number is money whatever it stands by. */
export function contextOf(text: string, start: number, end: number, currency: boolean): SumContext {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  if (before.endsWith("ร้อยละ") || after.startsWith("%")) return "not money";
  if (!currency && (isLabelled(before) || (endsWithMonth(before) && year.test(text.slice(start, end)))))
    return "not money";
  const counter = currency ? undefined : counterIn(after);
  // "300 งวด 5" may be 300 for the fifth instalment.
  const labelsNext =
    counter !== undefined && labelsBefore.includes(counter) && /^ ?\d/.test(after.slice(counter.length));
  if (counter !== undefined && !labelsNext) return "not money";
  if (endsWithAny(before, foreignBefore) || startsWithAny(after, foreignAfter)) return "impossible";
  if (/(?:^|[\s(])-$/.test(text.slice(0, start)) || /(?:ลบ|minus|negative)$/.test(before)) return "impossible";
  if ((startsWithAny(after, vagueAfter) && !/^\+ ?\d/.test(after)) || endsWithAny(before, countlessBefore))
    return "countless";
  if (labelsNext || startsWithAny(after, rateAfter) || (!currency && perhapsCounts(after))) return "vague";
  // "วันละบาท 30" names the fund of one baht a day.
  const fund = /วันละ ?(?:1|หนึ่ง)? ?บาท$/.test(before);
  if (!fund && endsWithAny(before.replace(/ๆ$/, "").trimEnd(), vagueBefore)) return "vague";
  return /(?:[-+*]|\d ?[x=/:])$/.test(before) || /^[+*x=](?![a-z])/.test(after) || /^-\d/.test(after)
    ? "vague"
    : "plain";
}

function isLabelled(before: string): boolean {
  return /\d ?[:/]$/.test(before) || endsWithAny(before, labelsBefore);
}

/** Whether a text ends with the name of a month. */
export function endsWithMonth(before: string): boolean {
  const name = before.replace(/(?:คม|ยน|พันธ์|\.)$/, "");
  return endsWithAny(name, monthWords);
}

/** The counter, month or mark with which the text goes on, if it does. */
function counterIn(after: string): string | undefined {
  const mark = /^[:/](?= ?\d)/.exec(after)?.[0];
  const month = monthWords.find((word) => startsWithAny(after, [word]));
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
  return word !== undefined && endsClause(after.slice(word.length)) && !/^ ?\d/.test(after.slice(word.length));
}

/** Whether a text begins with its end, or only with what closes a sentence. */
export function endsClause(after: string): boolean {
  return /^(?:$|[ .,;!?)]|ครับ|คับ|ค่ะ|คะ|จ้า|นะ|แล้ว|ได้)/.test(after);
}

function endsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.endsWith(word) && !isLatinJoint(text.slice(0, -word.length), word));
}

function startsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.startsWith(word) && !isLatinJoint(word, text.slice(word.length)));
}

/** Whether two pieces meet in the middle of an English word. */
function isLatinJoint(left: string, right: string): boolean {
  return /[a-z]$/.test(left) && /^[a-z]/.test(right);
}

/** Whether a text says only that all of it is meant ("จ่ายหมด", "ปิดยอด"), without any figure. */
export function isWholeDebt(text: string): boolean {
  const said = stripPoliteness(text).replaceAll(" ", "");
  const word = wholeDebtWords.find((one) => said.endsWith(one.replaceAll(" ", "")));
  if (word === undefined) return false;
  let verb = said.slice(0, -word.replaceAll(" ", "").length);
  for (let found: string | undefined = ""; found !== undefined;) {
    found = payWords.find((one) => verb.endsWith(one));
    if (found) verb = verb.slice(0, -found.length);
  }
  return verb === "";
}
