import { normalise } from "./normalise";

/** What a text about the rules asks for: a clause by its number, the clause of a matter, or all of them (null). */
export type AskedClause =
  | { no: string }
  | {
      key: "late-pledge" | "entry-fee" | "pledge" | "rounding" | "cash-overnight" | "loan-ordinary" | "loan-limits";
    }
  | null;

/** Words by which people ask what the rules say of a matter. */
const matters = [
  [/ค่าปรับ|ปรับเท่า|โดนปรับ|\bfines?\b/, "late-pledge"],
  [/แรกเข้า|ค่าสมัคร|entry fee/, "entry-fee"],
  [/ขั้นต่ำ|smallest pledge/, "pledge"],
  [/ปัดเศษ|rounding/, "rounding"],
  [/เก็บเงินสด|cash overnight/, "cash-overnight"],
  [/สัจจะค้ำ|ออมค้ำ/, "loan-limits"],
  [/คนค้ำ|ผู้ค้ำ|กู้.*เอกสาร|เอกสาร.*กู้|ดอก.*ร้อยละ|ร้อยละเท่า|ผ่อนได้กี่|how many guarantors/, "loan-ordinary"],
] as const;

/** Reads which clause of the rules a text asks for: "ระเบียบข้อ 5.1", "ค่าปรับเท่าไร". */
export function readAskedClause(text: string): AskedClause {
  const said = normalise(text);
  const no = /(?:ข้อ(?:ที่)?|clause|rules?|ระเบียบ|กฎ)\s*(\d{1,3}(?:\.\d{1,2}){0,2})(?!\d)/i.exec(said)?.[1];
  if (no !== undefined) return { no };
  const key = matters.find(([words]) => words.test(said))?.[1];
  return key === undefined ? null : { key };
}
