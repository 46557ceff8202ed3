import type { LocalDate } from "../domain/dates";
import type { RowDecision } from "../domain/loans/sitting";
import type { Satang } from "../domain/money";
import { readAmounts } from "./amounts";
import { isSumAlone } from "./counted-sum";
import { smallLetters, stripPoliteness, tidied } from "./normalise";
import { numberedInYear } from "./years";

/** What somebody types of one request at a meeting; `amount` is null where all or nothing is granted. */
export interface SittingLine {
  requestNo: string;
  decision: RowDecision;
  amount: Satang | null;
  reason: string | null;
}

/** Each decision by the whole of its words: whatever else stands there makes the line one that is not understood. */
const decisions: readonly (readonly [RowDecision, RegExp])[] = [
  ["reject", /^(?:ไม่อนุมัติ|ไม่ผ่าน|reject)$/],
  ["next", /^(?:รอรอบหน้า|ให้รอรอบหน้า|รอบหน้า|เลื่อนไปรอบหน้า|put off)$/],
  ["full", /^(?:อนุมัติ|อนุมัติเต็ม|อนุมัติเต็มจำนวน|approve)$/],
];
const partly = /^(?:อนุมัติ|approve)\s+(.+)$/;

/** Reads "ก12 อนุมัติ", "ก12/2569 อนุมัติ 15000 เพราะ เงินไม่พอ", "ก12 รอรอบหน้า", "ก12 ไม่อนุมัติ เพราะ ค้างงวด". Null: the text is no such line, or not certain. */
export function readSittingLine(text: string, today: LocalDate): SittingLine | null {
  const line = smallLetters(stripPoliteness(tidied(text)));
  const numbered = /^ก\.?\s*(\d{1,5})(?:\s*\/\s*(\d{4}|\d{2}))?\s+/.exec(line);
  if (!numbered) return null;
  const [words = "", ...reasons] = line.slice(numbered[0].length).split(/เพราะ|because/);
  const said = words.trim();
  const reason = reasons.join("เพราะ").trim();
  const told = {
    requestNo: `ก${numberedInYear(numbered[1] ?? "", numbered[2], today)}`,
    reason: reason === "" ? null : reason,
  };
  const decision = decisions.find(([, whole]) => whole.test(said))?.[0];
  if (decision) return { ...told, decision, amount: null };
  const sum = partly.exec(said)?.[1];
  const amount = sum === undefined ? null : wholeSum(sum);
  return amount === null ? null : { ...told, decision: "part", amount };
}

/** A sum that is all that is said; null where it is not certain, or something else stands beside it. */
function wholeSum(text: string): Satang | null {
  const [sum, other] = readAmounts(text);
  return sum?.verdict === "value" && !other && isSumAlone(text) ? sum.satang : null;
}
