import { zero, type Satang } from "../domain/money";
import { findAmounts, readAmounts } from "./amounts";
import { normalise, stripPoliteness } from "./normalise";

/** The one sum of what a counter typed, in satang; nothing where she says so; else what it may mean. */
export function readSum(text: string): Satang | Satang[] {
  if (/^(?:0|ไม่มี(?:เงิน|เลย)?|ศูนย์)(?:\s*บาท)?$/.test(normalise(text))) return zero;
  const readings = readAmounts(text);
  const [one, other] = readings;
  if (one?.verdict === "value" && !other) return one.satang;
  const candidates = readings.flatMap((reading) =>
    reading.verdict === "value" ? [reading.satang] : reading.verdict === "ask" ? reading.candidates : [],
  );
  // She was asked for a sum: a figure alone that might be a code elsewhere is one here.
  const [only, another] = candidates;
  return only !== undefined && another === undefined && isBareNumber(text) ? only : candidates;
}

const isBareNumber = (text: string): boolean => /^[\d,. ]+(?:บาท|baht)?$/.test(stripPoliteness(normalise(text)));

/** Whether a text is nothing but one sum: "75,000", "เจ็ดหมื่นห้าพัน", "นับได้ 75,000 บาท". */
export function isSumAlone(text: string): boolean {
  if (isBareNumber(text)) return true;
  const said = stripPoliteness(normalise(text));
  const [one, other] = findAmounts(said);
  if (!one || other || one.reading.verdict === "none") return false;
  const rest = `${said.slice(0, one.start)} ${said.slice(one.end)}`;
  return /^\s*(?:(?:ได้|นับได้|มี|ยอด|เงินสด|ยอดเงินสด|คงเหลือ|ยอดคงเหลือ)\s*)?(?:บาท|baht|ถ้วน|บาทถ้วน)?\s*$/.test(rest);
}
