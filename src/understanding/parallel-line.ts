import { findAmounts, type AmountReading } from "./amounts";
import { normalise, stripPoliteness } from "./normalise";

/** What an officer says of a paper passbook: whose, what paper says, and why it differs. */
export interface DifferenceLine {
  memberNo: string;
  purpose: "pledge" | "special";
  amount: AmountReading | null;
  /** Paper has nothing at all. */
  nothing: boolean;
  /** What stands for the sum, as it was said. */
  said: string;
  because: string | null;
}

const differs = /^(?:สมุดไม่ตรง|passbook differs)\s*([a-z]?-?\d{1,8})(?=\s|$)/i;
const agrees = /^(?:สมุดตรงแล้ว|สมุดตรง|passbook agrees)\s*([a-z]?-?\d{1,8})$/i;
const begins = /^(?:เริ่ม)?ใช้คู่(?:กับ)?(?:สมุด)?กระดาษ\s*(\d{1,2})?(?:\s*(?:เดือน|ครั้ง))?$|^start beside paper\s*(\d{1,2})?$/i;

/** Reads "สมุดไม่ตรง 012 1500" and "สมุดไม่ตรง 012 พิเศษ 1500 เพราะ …". Null: the text is no such line. */
export function readDifferenceLine(text: string): DifferenceLine | null {
  const line = stripPoliteness(normalise(text));
  const opened = differs.exec(line);
  const memberNo = opened?.[1];
  if (!opened || memberNo === undefined) return null;
  const rest = line.slice(opened[0].length);
  const [said = "", ...why] = rest.split(/\s*(?:เพราะว่า|เพราะ|because)\s*/);
  const because = why.join(" ").trim();
  const [first, second] = findAmounts(said);
  return {
    memberNo: memberNo.toUpperCase(),
    purpose: /พิเศษ|special/i.test(said) ? "special" : "pledge",
    amount: first && !second ? first.reading : null,
    nothing: /(?:^|\s)(?:0|ไม่มี|none)(?:\s*บาท)?\s*$/.test(said),
    said: said.trim(),
    because: because === "" ? null : because.slice(0, 100),
  };
}

/** The member's number in "สมุดตรงแล้ว 012". Null: the text is no such line. */
export function readAgreementLine(text: string): string | null {
  return agrees.exec(stripPoliteness(normalise(text)))?.[1]?.toUpperCase() ?? null;
}

/** For how many closings a group keeps paper beside us, in "เริ่มใช้คู่กระดาษ 6 เดือน". Null: the text is no such line. */
export function readParallelLine(text: string): { closings: number | null } | null {
  const found = begins.exec(stripPoliteness(normalise(text)));
  if (!found) return null;
  const said = found[1] ?? found[2];
  return { closings: said === undefined ? null : Number(said) };
}
