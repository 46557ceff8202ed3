import type { IncomingKind, IncomingPlace } from "../domain/incomings/incoming";
import { findAmounts, type AmountReading } from "./amounts";
import { smallLetters, stripPoliteness, tidied } from "./normalise";

/** An officer's line about money that no member hands over, as it reads; null where it does not say where the money is. */
export interface IncomingLine {
  kind: IncomingKind;
  amount: AmountReading;
  into: IncomingPlace | null;
  note: string | null;
}

const openings: readonly (readonly [IncomingKind, RegExp])[] = [
  [
    "suspense",
    /^(?:รับ)?(?:เงิน)?(?:โอน)?(?:ที่)?(?:ยัง)?(?:ไม่ทราบเจ้าของ|ไม่รู้เจ้าของ|ไม่มีเจ้าของ|ไม่รู้ของใคร)|^(?:received )?money of unknown owner/,
  ],
  [
    "bankInterest",
    /^(?:รับ)?(?:ดอกเบี้ย|ดอก|ผลตอบแทน)(?:เงินฝาก)?(?:จาก)?ธนาคาร|^bank interest|^interest from (?:the )?bank/,
  ],
  ["grant", /^(?:รับ)?เงิน(?:อุดหนุน|สนับสนุน|บริจาค)|^grant/],
];

const intoBank = /(?:โอน)?(?:เข้า)?(?:บัญชี)?ธนาคาร$|(?:โอน)?เข้าบัญชี$|(?<= |^)โอน$|(?:in)?to (?:the )?bank$/;
const intoCash = /(?:เป็น)?เงินสด$|in cash$/;
const longestNote = 60;

/**
 * Reads "รับเงินไม่ทราบเจ้าของ 500 โอนเข้าบัญชี", "ดอกเบี้ยธนาคาร 123.45" or "เงินอุดหนุน 10000 จาก อบต. เงินสด". Null: the text is no such line, or no
 * sum stands behind its words.
 */
export function readIncomingLine(text: string): IncomingLine | null {
  const typed = stripPoliteness(tidied(text));
  const line = smallLetters(typed);
  for (const [kind, opening] of openings) {
    const opened = opening.exec(line)?.[0];
    if (opened === undefined) continue;
    const said = typed.slice(opened.length).trim();
    const { rest, into } = withoutPlace(said);
    const [first] = findAmounts(smallLetters(rest));
    if (first?.start !== 0) return null;
    const note = rest
      .slice(first.end)
      .replace(/^ ?(?:บาท|baht)/i, "")
      .replace(/^\s*(?:จาก|from)\s+/i, "")
      .trim();
    const place = kind === "bankInterest" ? (into ?? "bank") : into;
    return { kind, amount: first.reading, into: place, note: note === "" ? null : note.slice(0, longestNote) };
  }
  return null;
}

function withoutPlace(said: string): { rest: string; into: IncomingPlace | null } {
  const small = smallLetters(said);
  const bank = intoBank.exec(small)?.[0];
  const cash = bank === undefined ? intoCash.exec(small)?.[0] : undefined;
  const rest = said.slice(0, said.length - (bank ?? cash ?? "").length).trim();
  return { rest, into: bank !== undefined ? "bank" : cash !== undefined ? "cash" : null };
}
