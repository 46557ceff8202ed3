import {
  countersAfter,
  countlessBefore,
  labelsBefore,
  monthWords,
  payWords,
  timeAfterCounter,
  vagueAfter,
  vagueBefore,
  wholeDebtWords,
} from "./context-words";
import { stripPoliteness } from "./normalise";

/** What the words around a sum make of it. `countless` says that not even the figure stands ("ไม่กี่พัน", "หมื่นกว่า"). */
export type SumContext = "plain" | "vague" | "countless" | "negative" | "not money";

/** Reads the words before `start` and after `end`; with a currency beside it a number is money whatever it stands by. */
export function contextOf(text: string, start: number, end: number, currency: boolean): SumContext {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  if (before.endsWith("ร้อยละ") || after.startsWith("%")) return "not money";
  if (!currency && (isLabelled(before) || isCounted(after))) return "not money";
  if (/(?:^|[\s(])-$/.test(text.slice(0, start)) || /(?:ลบ|minus|negative)$/.test(before)) return "negative";
  if (startsWithAny(after, vagueAfter) || endsWithAny(before, countlessBefore)) return "countless";
  if (endsWithAny(before.replace(/ๆ$/, "").trimEnd(), vagueBefore)) return "vague";
  return /(?:[-+*]|\d ?[x=/:])$/.test(before) || /^[+*x=](?![a-z])/.test(after) || /^-\d/.test(after)
    ? "vague"
    : "plain";
}

function isLabelled(before: string): boolean {
  return /\d ?[:/]$/.test(before) || endsWithAny(before, labelsBefore) || endsWithMonth(before);
}

function endsWithMonth(before: string): boolean {
  const name = before.replace(/(?:คม|ยน|พันธ์|\.)$/, "");
  return endsWithAny(name, monthWords);
}

function isCounted(after: string): boolean {
  if (/^[:/] ?\d/.test(after)) return true;
  if (startsWithAny(after, monthWords)) return true;
  return countersAfter.some(
    (word) => startsWithAny(after, [word]) && !startsWithAny(after.slice(word.length), timeAfterCounter),
  );
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
