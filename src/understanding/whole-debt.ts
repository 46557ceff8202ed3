import { payWords, wholeDebtWords } from "./context-words";
import { stripPoliteness } from "./normalise";

// "ถอนทั้งหมดเลยครับ จะย้ายไป…": said among other things, but not of what is done, not asked how much, not denied.
const paysAll =
  /(?<!ไม่|อย่า)(?:จ่าย|ส่ง|ชำระ|คืน|โอน|ใช้|ถอน|ฝาก|เบิก|เคลียร์|ปิด)(?:หนี้|เงิน|ยอด|คืน|ให้|มา|ไป)*(?:ทั้งหมด|หมด|เต็มจำนวน|ทั้งก้อน|(?<=ปิดยอด|ปิดหนี้))(?!แล้ว|ยัง|อายุ|เวลา|สิทธิ์|ไป|.*(?:เท่า|กี่))/;

const onlyPayWords = new RegExp(`^(?:${payWords.join("|")})*$`);

/** Whether a text says that all of it is meant ("จ่ายหมด", "ปิดยอดเลยค่ะ"), without any figure. */
export function isWholeDebt(text: string): boolean {
  const said = stripPoliteness(text).replaceAll(" ", "");
  if (paysAll.test(said)) return true;
  const word = wholeDebtWords.find((one) => said.endsWith(one.replaceAll(" ", "")));
  if (word === undefined) return false;
  return onlyPayWords.test(said.slice(0, -word.replaceAll(" ", "").length));
}
