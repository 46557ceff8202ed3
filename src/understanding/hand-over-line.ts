import { zero, type Satang } from "../domain/money";
import { findAmounts } from "./amounts";
import { smallLetters, stripPoliteness, tidied } from "./normalise";

/** What somebody says she counted when a treasurer's office is handed over; null where a sum is missing or not certain. */
export interface HandOverLine {
  cash: Satang | null;
  bank: Satang | null;
  /** Why the chair signs in place of who had the rights; null where the words say nothing of it. */
  insteadBecause: string | null;
}

const opening =
  /^(?:ขอ)?(?:ส่งมอบ(?:งาน|เงิน)?|รับมอบ(?:งาน|เงิน)?|hand over)(?<instead> ?แทน| instead)?(?= |$|เงินสด|(?:สมุด|บัญชี)*ธนาคาร)/;
const because = /(?:เพราะ|because)\s*(.+)$/;

/**
 * Reads "ส่งมอบ เงินสด 12500 ธนาคาร 320000" and "ส่งมอบแทน เงินสด 12500 ธนาคาร 320000 เพราะ เสียชีวิต". Null: the text is no such line.
 */
export function readHandOverLine(text: string): HandOverLine | null {
  const said = smallLetters(stripPoliteness(tidied(text)));
  const opened = opening.exec(said);
  if (!opened) return null;
  const reason = because.exec(said);
  const sums = said.slice(opened[0].length, reason?.index ?? said.length);
  const instead = opened.groups?.["instead"] !== undefined;
  return {
    cash: sumAfter(sums, /(?:เงินสด|cash)/),
    bank: sumAfter(sums, /(?:สมุด|บัญชี)*ธนาคาร|bank(?: account)?/),
    insteadBecause: instead || reason ? (reason?.[1]?.trim() ?? "") : null,
  };
}

/** The one sum between this word and the next of them, which the card repeats before anybody signs; an empty box or passbook counts as well. */
function sumAfter(said: string, name: RegExp): Satang | null {
  const found = name.exec(said);
  if (!found) return null;
  const rest = said.slice(found.index + found[0].length);
  const part = rest.slice(0, /เงินสด|(?:สมุด|บัญชี)*ธนาคาร|cash|bank/.exec(rest)?.index ?? rest.length).trim();
  if (/^(?:0+(?:\.0+)?|ไม่มี|none)(?: ?(?:บาท|baht))?$/.test(part)) return zero;
  const [one, second] = findAmounts(part);
  if (!one || second) return null;
  if (one.reading.verdict === "value") return one.reading.satang;
  const [only, other] = one.reading.verdict === "ask" ? one.reading.candidates : [];
  return only !== undefined && other === undefined ? only : null;
}
