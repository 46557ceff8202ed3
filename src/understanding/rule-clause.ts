import type { RuleKey } from "../domain/rules/rule-values";
import { normalise } from "./normalise";

/** Words by which people ask what the rules say of a matter; of the first that fit. */
const matters = [
  [/กู้ฉุกเฉิน|emergency loan/, "loan-emergency"],
  [/กู้สามัญ|ordinary loan/, "loan-ordinary"],
  [/กู้(?:เพื่อ)?(?:การ)?(?:ผลิต|โครงการ)|production loan/, "loan-production"],
  [/กู้(?:เป็นของ|ปุ๋ย|น้ำมัน)|loans? in kind/, "loan-in-kind"],
  [/กู้พิเศษ|special loan/, "loan-special"],
  [/(?:ปรับ|ช้า).*(?:งวด|กู้)|(?:งวด|กู้).*(?:ปรับ|ช้า)|late instalment/, "late-loan"],
  [/ใคร(?:เป็นคน)?(?:อนุมัติ|ตัดสิน|พิจารณา).*กู้|who decides on loans/, "loan-decisions"],
  [/ค่าปรับ|ปรับเท่า|โดนปรับ|\bfines?\b/, "late-pledge"],
  [/แรกเข้า|ค่าสมัคร|entry fee/, "entry-fee"],
  [/ขั้นต่ำ|smallest pledge/, "pledge"],
  [/ปัดเศษ|rounding/, "rounding"],
  [/เก็บเงินสด|cash overnight/, "cash-overnight"],
  [/สัจจะค้ำ|ออมค้ำ/, "loan-limits"],
  [/คนค้ำ|ผู้ค้ำ|กู้.*เอกสาร|เอกสาร.*กู้|ดอก.*ร้อยละ|ร้อยละเท่า|ผ่อนได้กี่|how many guarantors/, "loan-ordinary"],
] as const satisfies readonly (readonly [RegExp, RuleKey])[];

/** What a text about the rules asks for: a clause by its number, that of a matter, all from that of a matter on, or all of them (null). */
export type AskedClause = { no: string } | { key: (typeof matters)[number][1] } | { since: RuleKey } | null;

/** Reads which clause of the rules a text asks for: "ระเบียบข้อ 5.1", "ค่าปรับเท่าไร"; "ระเบียบเงินกู้" asks for all on loans. */
export function readAskedClause(text: string): AskedClause {
  const said = normalise(text);
  const no = /(?:ข้อ(?:ที่)?|clause|rules?|ระเบียบ|กฎ)\s*(\d{1,3}(?:\.\d{1,2}){0,2})(?!\d)/i.exec(said)?.[1];
  if (no !== undefined) return { no };
  const key = matters.find(([words]) => words.test(said))?.[1];
  if (key !== undefined) return { key };
  return /กู้|\bloans?\b/.test(said) ? { since: "loan-ordinary" } : null;
}
