import { satang, sum, type Satang } from "../domain/money";
import { findAmounts } from "./amounts";
import { normalise } from "./normalise";

/** What the check of a receipt needs, as somebody wrote or copied it. */
export interface ReceiptLine {
  /** As people write it, "2569/000123"; whether there is such a number is for others to say. */
  receipt: string;
  /** Eight characters, capitals. */
  checkCode: string;
  amount: Satang;
}

const number = /(?<!\d)(25\d{2}) ?\/ ?(?:([a-z]) ?\/ ?)?(\d{1,9})(?!\d)/;
// The letters of check codes (no i, l, o, u), and those that are taken for a digit of theirs.
const labelledCode = /(?:รหัสตรวจ|รหัส|check code|code) ?[:=]? ?([0-9a-tv-z]{8})(?![0-9a-z])/;
const bareCode = /(?<![0-9a-z/.,])[0-9a-hjkmnp-tv-z]{8}(?![0-9a-z/]|[.,]\d)/g;
const labels =
  /ตรวจสอบใบเสร็จ|ตรวจใบเสร็จ|เช็คใบเสร็จ|ใบเสร็จรับเงิน|ใบเสร็จ|เลขที่|รหัสตรวจ|check receipt|check code|receipt|number|no\./g;
const labelledSum = /(?:จำนวนเงิน|เป็นเงิน|รวมเงิน|รวม|sum|amount|total) ?[:=]? ?$/;
const purposeBefore = /(?:สัจจะ|พิเศษ|pledge|special)(?: savings)? ?[:=]? ?$/;

/**
 * Reads a receipt's number, check code and sum from a typed line or from the wording of a receipt, whatever labels, order and further
 * words stand in it. Null where one of the three is missing, or more than one can be meant.
 */
export function readReceiptLine(text: string): ReceiptLine | null {
  const lines = text.split(/\r?\n/).map(normalise);
  const whole = lines.join("\n");
  const found = number.exec(whole);
  if (!found) return null;
  const [written, year, series, no] = found;
  const receipt = [year, series?.toUpperCase(), no].filter((part) => part !== undefined).join("/");
  const rest = whole.replace(written, "\n");
  const code = labelledCode.exec(rest)?.[1] ?? onlyCode(rest);
  if (code === undefined) return null;
  const amount = sumIn(rest.replace(code, "\n").replace(labels, " "));
  return amount === null ? null : { receipt, checkCode: asWritten(code), amount };
}

function onlyCode(text: string): string | undefined {
  const codes = [...new Set(text.match(bareCode))];
  const mixed = codes.filter((code) => /\d/.test(code) && /[a-z]/.test(code));
  const [one, second] = mixed.length > 0 ? mixed : codes;
  return second === undefined ? one : undefined;
}

/** Check codes have neither O nor I nor L; whoever reads one out takes 0 and 1 for them. */
const asWritten = (code: string): string => code.replaceAll("o", "0").replaceAll(/[il]/g, "1").toUpperCase();

interface Said {
  amount: Satang;
  before: string;
  /** Whether nothing else stands in its line. */
  alone: boolean;
}

/** The receipt's sum: the one that is labelled so, or stands alone in a line, or is the only one; or what its purposes come to. */
function sumIn(text: string): Satang | null {
  const said = text.split("\n").flatMap(sumsOfLine);
  const candidates = [
    said.filter(({ before }) => labelledSum.test(before)),
    said.filter(({ alone }) => alone),
    said,
  ].find((some) => some.length > 0);
  if (!candidates) return null;
  const amounts = candidates.map(({ amount }) => amount);
  const [one, second] = new Set(amounts);
  if (one !== undefined && second === undefined) return one;
  // A receipt's total stands above the sums of its purposes, in figures and in words.
  const whole = amounts.find((total) => sum(amounts.filter((amount) => amount !== total)) === total);
  if (whole !== undefined && amounts.length > 2) return whole;
  const isSplit = candidates.length === 2 && candidates.every(({ before }) => purposeBefore.test(before));
  return isSplit ? sum(candidates.map(({ amount }) => amount)) : null;
}

function sumsOfLine(line: string): Said[] {
  return findAmounts(line).flatMap(({ reading, start, end }) => {
    // Nothing is recorded by a check, so the only way in which a doubtful sum can be read will do.
    const [amount, other] =
      reading.verdict === "ask" ? reading.candidates : reading.verdict === "value" ? [reading.satang] : [];
    if (amount === undefined || other !== undefined) return [];
    const alone = (line.slice(0, start) + line.slice(end)).replace(/[\s().,·]/g, "") === "";
    return [{ amount: satang(amount), before: line.slice(0, start), alone }];
  });
}
