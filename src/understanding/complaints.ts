import { centralThai } from "./dialect";
import { normalise } from "./normalise";

/** Words of a complaint, or of money that is missing: what they are about goes to the auditors. */
export const complaintWords: readonly string[] = [
  ...["เงินหาย", "เงินฉันหาย", "เงินชั้นหาย", "เงินผมหาย", "เงินหนูหาย", "เงินเราหาย", "เงินแม่หาย", "เงินลูกหาย"],
  ...["เงินในสมุดหาย", "เงินในบัญชีหาย", "เงินสัจจะหาย", "สัจจะหาย", "ยอดหาย", "ตังค์หาย", "ตังหาย", "เบี้ยหาย", "เงินไม่ครบ"],
  ...["เงินขาด", "ร้องเรียน", "ไม่ตรงกับสมุด", "ยอดไม่ตรง", "ยอดผิด", "โกง", "ทำไมคนนั้น"],
  ...["complain", "missing money"],
];

const squashed = (text: string): string => centralThai(text).replace(/[\s\p{P}]+/gu, "");
const pieces = complaintWords.map(squashed);

/** Whether the text complains or tells of missing money. */
export function isComplaint(text: string): boolean {
  const said = squashed(normalise(text));
  return pieces.some((piece) => said.includes(piece));
}
