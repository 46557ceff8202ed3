import { stripPoliteness, tidied } from "./normalise";
import { readResolution } from "./resolution";

/** An officer's line that a waiting member is taken in. Who she is, is for others to say. */
export interface AdmissionLine {
  member: string;
  resolution: string;
}

const opening = /^(?:รับสมาชิกใหม่|รับเป็นสมาชิก|รับสมาชิก|admit member|admit)\s*/i;

/** Reads "รับสมาชิก 031 มติ 3/2569" or "admit 031 resolution 3/2569". Null: the text is no such line, or names no resolution. */
export function readAdmissionLine(text: string): AdmissionLine | null {
  const typed = stripPoliteness(tidied(text));
  const opened = opening.exec(typed)?.[0];
  if (opened === undefined) return null;
  const { no, rest } = readResolution(typed.slice(opened.length));
  const [member = "", ...after] = rest.split("\n").map((part) => part.trim());
  const isPlain = /^(?:\d{1,6}|[\p{L}][\p{L}\p{M} ]*)$/u.test(member) && after.every((part) => part === "");
  return no !== null && isPlain ? { member, resolution: no } : null;
}
