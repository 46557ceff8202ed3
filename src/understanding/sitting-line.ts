import { readAmounts } from "./amounts";
import { smallLetters, stripPoliteness, tidied } from "./normalise";
import type { RowDecision } from "../domain/loans/sitting";
import type { Satang } from "../domain/money";

/** What somebody types of one request at a meeting; `amount` is null where all or nothing is granted. */
export interface SittingLine {
  requestNo: string;
  decision: RowDecision;
  amount: Satang | null;
  reason: string | null;
}

const decisions: readonly (readonly [RowDecision, RegExp])[] = [
  ["reject", /^(?:ไม่อนุมัติ|ไม่ผ่าน|ไม่ให้|reject)/],
  ["next", /^(?:รอรอบหน้า|รอบหน้า|เลื่อน|รอก่อน|put off|next)/],
  ["full", /^(?:อนุมัติเต็ม|เต็ม|อนุมัติ|ผ่าน|ให้|approve)/],
];

/** Reads "ก12 อนุมัติ", "ก12/2569 อนุมัติ 15000 เพราะ เงินไม่พอ", "ก12 รอรอบหน้า", "ก12 ไม่อนุมัติ เพราะ ค้างงวด". Null: the text is no such line, or its sum is not certain. */
export function readSittingLine(text: string, today: string): SittingLine | null {
  const line = smallLetters(stripPoliteness(tidied(text)));
  const numbered = /^ก\.?\s*(\d{1,5})(?:\s*\/\s*(\d{4}|\d{2}))?\s+/.exec(line);
  if (!numbered) return null;
  const rest = line.slice(numbered[0].length);
  const found = decisions.find(([, words]) => words.test(rest));
  if (!found) return null;
  const [decision, words] = found;
  const [said = "", ...reasons] = rest.replace(words, "").split(/เพราะ|because/);
  const reason = reasons.join("เพราะ").trim();
  const sums = readAmounts(said);
  const [sum, other] = sums;
  if (other || (sum && sum.verdict !== "value")) return null;
  const amount = decision === "full" && sum?.verdict === "value" ? sum.satang : null;
  return {
    requestNo: requestNoOf(numbered[1] ?? "", numbered[2], today),
    decision: amount === null ? decision : "part",
    amount,
    reason: reason === "" ? null : reason,
  };
}

/** "ก12/2569", of this Buddhist year where none is said. */
function requestNoOf(no: string, year: string | undefined, today: string): string {
  const said = year === undefined ? Number(today.slice(0, 4)) + 543 : Number(year);
  return `ก${Number(no)}/${said < 100 ? said + 2500 : said}`;
}
