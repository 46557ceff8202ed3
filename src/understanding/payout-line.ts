import { buddhistYearIn } from "../domain/dates";
import { smallLetters, stripPoliteness, tidied } from "./normalise";

/** What is wanted with a granted loan; its papers may be asked for by whoever is a party. */
export type PayoutDeed = "pay" | "sign" | "slip" | "papers";

/** A line about a granted loan that is named by its number; the Buddhist year is null where it is not said. */
export interface PayoutLine {
  deed: PayoutDeed;
  no: number;
  year: number | null;
}

const openings: readonly (readonly [PayoutDeed, RegExp])[] = [
  ["pay", /^(?:ขอ)?(?:จ่ายเงินกู้|จ่ายกู้|pay loan)/],
  ["sign", /^(?:เซ็น(?:ชื่อ)?สัญญา(?:เงิน)?(?:กู้)?(?:แล้ว|ครบแล้ว)|สัญญา(?:เงิน)?(?:กู้)?เซ็น(?:ครบ)?แล้ว|signed)/],
  ["papers", /^(?:ขอ|ดู|พิมพ์)?(?:สัญญา(?:เงินกู้|กู้เงิน|กู้|ค้ำประกัน|ค้ำ)|contract)/],
  ["slip", /^(?:ส่ง)?(?:สลิป(?:จ่าย|โอน)?(?:เงิน)?กู้|loan slip)/],
];

/** A request's number as people write it: "ก12", "ก 12/2569", "คำขอ ก12/69". */
const numbered = /^\s*(?:คำขอ)?(?:เลขที่|ที่)?\s*ก\.?\s*(\d{1,5})(?:\s*\/\s*(\d{4}|\d{2}))?$/;

/** The number of a request for a loan that stands alone in a text, "ก12/2569"; null where it is none. */
export function readRequestNo(text: string): Pick<PayoutLine, "no" | "year"> | null {
  const parts = numbered.exec(text.trim());
  if (!parts) return null;
  return { no: Number(parts[1]), year: parts[2] === undefined ? null : buddhistYearIn(parts[2]) };
}

/** Reads "จ่ายเงินกู้ ก12", "เซ็นสัญญาแล้ว ก12/2569", "สลิปจ่ายกู้ ก12" or "สัญญากู้ ก12". Null: the text is no such line. */
export function readPayoutLine(text: string): PayoutLine | null {
  const line = smallLetters(stripPoliteness(tidied(text)));
  for (const [deed, opening] of openings) {
    const opened = opening.exec(line)?.[0];
    const number = opened === undefined ? null : readRequestNo(line.slice(opened.length));
    if (number) return { deed, ...number };
  }
  return null;
}

/** The shortest number by which a bank or PromptPay finds an account. */
const accountDigits = 10;

/** Whether a text can name an account to pay to: it has digits enough for its number, in Thai or Arabic figures. */
export function namesAccount(text: string): boolean {
  return (text.match(/[\d๐-๙]/g)?.length ?? 0) >= accountDigits;
}
