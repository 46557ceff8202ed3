import { normalise, stripPoliteness } from "./normalise";

const words = new Set([
  ...["ยกเลิก", "ยกเลิกคำขอ", "ไม่บันทึก", "ไม่เอาแล้ว", "ไม่เอา", "ไม่แก้แล้ว", "ไม่แก้", "ไม่ฝากแล้ว", "ไม่ฝาก"],
  ...["ไม่แจ้งโอน", "ไม่แจ้งโอนแล้ว", "no transfer"],
  ...["cancel", "never mind", "nevermind"],
]);

/** Whether a text only takes back what was begun; as the answer to a question it would be the opposite of what is meant. */
export function isDropWord(text: string): boolean {
  return words.has(stripPoliteness(normalise(text)));
}

const backWords = new Set(["ย้อนกลับ", "กลับ", "ถอยหลัง", "ย้อน", "หลบ", "back", "go back"]);

/** Whether a text only goes back to the question before. */
export function isBackWord(text: string): boolean {
  return backWords.has(stripPoliteness(normalise(text)));
}
