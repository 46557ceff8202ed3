import { findAmounts, type AmountReading } from "./amounts";
import { countlessBefore, vagueAfter, vagueBefore } from "./context-words";
import { smallLetters, stripPoliteness, tidied } from "./normalise";
import { findPurposes, type SaidPurpose } from "./purposes";

/** What is handed over for one purpose: a sum, so many months of the pledge, or of a loan what is due, so many instalments or all of it. */
export type DepositAmount =
  | AmountReading
  | { verdict: "months"; months: number }
  | { verdict: "due" }
  | { verdict: "instalments"; instalments: number }
  | { verdict: "pay-off" };

/** One purpose of an officer's line; null where the line does not say for what. */
export interface DepositItem {
  purpose: SaidPurpose | null;
  amount: DepositAmount;
}

/** An officer's line as it reads. The member is a number, a name or a nickname as typed; who that is, is for others to say. */
export interface DepositLine {
  member: string;
  items: DepositItem[];
}

// What may stand beside a sum: what says nothing, and what makes it vague.
const fillers = /[\s,.:;=+-]|และ|กับ|จำนวน|เป็นเงิน|เงิน|and|of/g;
const vague = new RegExp(
  [...countlessBefore, ...vagueBefore, ...vagueAfter].filter((word) => word !== "+").join("|"),
  "g",
);
const opening = /^(?:รับเงิน|รับของ|รับจาก|รับ|take from|take|receive)/;

/**
 * Reads "รับ 012 สัจจะ 100", "รับ ป้าแดง สัจจะ ๑๐๐ พิเศษ 500", "รับ 012 สัจจะ 3 เดือน ต้น 1000 ดอก 375" or "take 012 pledge 100". Null: the text is no
 * such line, or has words or sums in it that it cannot place, so that nothing that was typed is left out in silence.
 */
export function readDepositLine(text: string): DepositLine | null {
  const typed = tidied(text).replace(loanFirst, "รับ $1 เงินกู้ $2");
  const line = stripPoliteness(smallLetters(typed));
  const ended = payOff.exec(line);
  if (ended)
    return { member: ended[1] ?? ended[2] ?? "", items: [{ purpose: "loan", amount: { verdict: "pay-off" } }] };
  const opened = opening.exec(line)?.[0];
  if (opened === undefined) return null;
  const said = line.slice(opened.length);
  const gap = /^\s/.test(said);
  const rest = said.trimStart();
  const numbered = /^(\d{1,6})(?=\s|$|[ก-ฮa-zเ-ไ])/.exec(rest)?.[1];
  const purposes = findPurposes(rest);
  const firstPurpose = purposes[0]?.start ?? rest.length;
  if (numbered !== undefined) {
    return isSumAtStart(rest, numbered.length) ? null : lineOf(numbered, rest.slice(numbered.length));
  }
  // "รับทราบ" and the like are no lines: a name stands apart, or a purpose follows it.
  if (!gap && purposes.length === 0) return null;
  const nameEnd = purposes.length > 0 ? firstPurpose : nameLength(rest);
  const restStart = line.length - rest.length;
  const member = typed.slice(restStart, restStart + nameEnd).trim();
  if (!/^[\p{L}]/u.test(member) || /\d/.test(member)) return null;
  const read = lineOf(member, rest.slice(nameEnd));
  return read && read.items.some(({ purpose, amount }) => purpose !== null || amount.verdict !== "none") ? read : null;
}

/** "รับเงินกู้ ป้าแดง 500": the loan before the member is the same as after her. */
const loanFirst = /^รับ ?(?:คืนเงินกู้|เงินกู้|ค่างวด) ?(\d{1,6}|[^\d\s][^\d]*?) +(\d.*)$/;

/** "ปิดยอด 012", "รับ 012 ปิดยอด": all that ends a contract of hers. */
const payOff =
  /^(?:รับ ?)?(?:ปิดยอด|ปิดหนี้|ปิดสัญญา|ปิดบัญชีเงินกู้|pay off) ?(\d{1,6})$|^(?:รับ|take) ?(\d{1,6}) ?(?:ปิดยอด|ปิดหนี้|ปิดสัญญา|pay off)$/;

/** The sums of a text that names no member: each with what it is for. Null where words or sums in it cannot be placed. */
export function readSums(said: string): DepositItem[] | null {
  return lineOf("", said)?.items ?? null;
}

/** "รับ 5พัน": the digits are the beginning of a sum, not a member's number. */
function isSumAtStart(rest: string, length: number): boolean {
  const [first] = findAmounts(rest);
  return first?.start === 0 && first.end > length && !rest.slice(length, first.end).startsWith(" ");
}

/** A name ends where a word begins that is a sum by itself. */
function nameLength(rest: string): number {
  const words = [...rest.matchAll(/\S+/g)];
  const sum = words.find(({ 0: word, index }) => {
    if (index === 0) return false;
    const [first] = findAmounts(word);
    return /^\d/.test(word) || (first?.start === 0 && first.end === word.length);
  });
  return sum?.index ?? rest.length;
}

function lineOf(member: string, tail: string): DepositLine | null {
  const purposes = findPurposes(tail);
  const starts = purposes.map(({ start }) => start);
  const before = readItem(null, tail.slice(0, starts[0] ?? tail.length));
  const named = purposes.map(({ purpose, end }, at) =>
    readItem(purpose, tail.slice(end, starts[at + 1] ?? tail.length)),
  );
  const nothingYet = before === "nothing" && named.length > 0;
  const items = [...(nothingYet ? [] : [before]), ...named].map((item) =>
    item === "nothing" ? { purpose: null, amount: { verdict: "none" as const } } : item,
  );
  const placed = items.filter((item) => item !== null);
  return placed.length === items.length ? { member, items: placed } : null;
}

/** "3 เดือน" of the pledge; null where no count of months stands alone. */
function monthsIn(part: string): number | null {
  const said = part.replace(fillers, " ").trim();
  const count = /^(\d{1,2}) ?(?:เดือน|months?)$/.exec(said)?.[1];
  return count === undefined || Number(count) === 0 ? null : Number(count);
}

/** The one sum of a purpose; null when other words or a second sum stand with it; "nothing" when nothing does. */
function readItem(purpose: SaidPurpose | null, part: string): DepositItem | null | "nothing" {
  if (purpose === "loan") {
    const count = /^ ?(\d{1,2}) ?(?:งวด|เดือน|months?|instal?lments?)$/.exec(
      part.replaceAll(fillers, " ").trimEnd(),
    )?.[1];
    if (count !== undefined && Number(count) > 0)
      return { purpose, amount: { verdict: "instalments", instalments: Number(count) } };
    if (/^[\s,.]*$/.test(part)) return { purpose, amount: { verdict: "due" } };
  }
  const months = purpose === "pledge" ? monthsIn(part) : null;
  if (months !== null) return { purpose, amount: { verdict: "months", months } };
  const found = findAmounts(part);
  const [first, second] = found;
  const around = first ? part.slice(0, first.start) + part.slice(first.end) : part;
  const other = around.replace(fillers, "");
  if (other.replace(vague, "") !== "" || second) return null;
  if (first) return { purpose, amount: other === "" ? certainOf(purpose, first.reading) : doubted(first.reading) };
  return purpose === null ? "nothing" : { purpose, amount: { verdict: "none" } };
}

/** Fees and fines are small: a few baht beside their name are no slip of the finger, as they would be alone. */
const smallPurposes: readonly (SaidPurpose | null)[] = ["entry-fee", "fine", "welfare", "interest"];

function certainOf(purpose: SaidPurpose | null, reading: AmountReading): AmountReading {
  if (reading.verdict !== "ask" || !smallPurposes.includes(purpose)) return reading;
  const [only, other] = reading.candidates;
  const isFew = only !== undefined && other === undefined && only < 10_00 && only % 100 === 0;
  return isFew ? { verdict: "value", satang: only } : reading;
}

function doubted(reading: AmountReading): AmountReading {
  return reading.verdict === "value" ? { verdict: "ask", candidates: [reading.satang] } : reading;
}
