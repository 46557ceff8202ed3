import { smallLetters, stripPoliteness, tidied } from "./normalise";
import type { Whose } from "./transfer-shares";
import { selfWords } from "./transfer-shares";

const owner = /^(?:(?:ดู|โอนเข้า|เข้า|เป็น)?(?:สมุดของ|ของ|สมุด|เล่ม|สมาชิก)?(?:เลขที่|เลข|หมายเลข|no\.?|number)?)\s*/;

/** Whose passbook a short text names, as the answer to "whose?": "010", "สมุดของฉัน", "ของภู". */
export function readPassbookSaid(text: string): Whose {
  const words = stripPoliteness(smallLetters(tidied(text)))
    .replace(owner, "")
    .trim();
  if (/^\d{1,6}$/.test(words)) return { by: "number", memberNo: words };
  return selfWords.includes(words) ? { by: "self" } : { by: "words", words };
}
