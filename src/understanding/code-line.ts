import { normalise, stripPoliteness } from "./normalise";

// At most six digits: a member's number. Eight are a link code, which its member types.
const form =
  /^(?:ขอ|ทำ|ออก)?(?:รหัส ?(?:ผูก ?(?:ไลน์|ไลน|สมุด))?|ผูก ?(?:ไลน์|ไลน|สมุด)|code|link) ?(?:ให้|ของ)? ?(?:สมาชิก)? ?(?:เลขที่|เลข)? ?#?(\d{1,6})$/;

/** The number of the member for whom an officer's words ask a link code ("รหัส 011", "ผูกไลน์ 011", "code 011"); null for every other text. */
export function readCodeLine(text: string): string | null {
  return form.exec(stripPoliteness(normalise(text)))?.[1] ?? null;
}
