import type { Committee, Position } from "../domain/groups/offices";
import { smallLetters, stripPoliteness, tidied } from "./normalise";

/** A seat as an officer names it. */
export interface SaidSeat {
  committee: Committee;
  position: Position;
}

/** An officer's line about who takes or leaves a seat by a resolution. Who the people are, is for others to say; what it does not say is null. */
export type OfficeLine = { resolution: string | null } & (
  | { deed: "replace"; seat: SaidSeat; out: string | null; taker: string }
  | { deed: "appoint"; seat: SaidSeat; taker: string }
  | { deed: "end"; seat: SaidSeat | null; out: string }
);

const positionWords: readonly (readonly [Position, string])[] = [
  ["staff", "เจ้าหน้าที่|ผู้ช่วยเหรัญญิก|staff|assistant treasurer"],
  ["vice-chair", "รองประธาน|vice[- ]chair"],
  ["chair", "ประธาน|chair"],
  ["secretary", "เลขานุการ|เลขาฯ|เลขา|secretary"],
  ["treasurer", "เหรัญญิก|treasurer"],
  ["member", "กรรมการ|ผู้(?=ตรวจสอบ)|auditor|committee member|member"],
];
const committeeWords: readonly (readonly [Committee, string])[] = [
  ["loan", "เงินกู้|loan"],
  ["audit", "ตรวจสอบ|audit"],
  ["promotion", "ส่งเสริม|promotion"],
  ["executive", "อำนวยการ|executive"],
];
const either = (words: readonly (readonly [string, string])[]): string => words.map(([, word]) => word).join("|");

// "เหรัญญิก", "ประธานกรรมการเงินกู้", "กรรมการตรวจสอบ", "ผู้ตรวจสอบ", "loan chair", "audit member".
const seatWords = `(?:(?:${either(committeeWords)}) )?(?:${either(positionWords)})(?:คณะ)?(?:กรรมการ)?(?:${either(committeeWords)})?`;
const person = String.raw`\d{1,6}|\p{L}[\p{L}\p{M} ]*?`;
const line = (pattern: string): RegExp => new RegExp(`^(?:ขอ|please )?(?:${pattern})$`, "u");

const replacing = line(
  String.raw`(?:เปลี่ยนตำแหน่ง|เปลี่ยนตัว|เปลี่ยน|change) ?(?<seat>${seatWords})(?: ?(?:จาก|from)? ?(?<out>\d{1,6}))? ?(?:เป็น|to) ?(?<taker>${person})`,
);
const appointing = line(String.raw`(?:แต่งตั้ง|ตั้ง|appoint) ?(?<taker>${person}) ?(?:เป็น|as) ?(?<seat>${seatWords})`);
const ending = line(
  String.raw`(?:ให้ ?)?(?:พ้นจากตำแหน่ง|พ้นตำแหน่ง|ออกจากตำแหน่ง|ลาออกจากตำแหน่ง|end office) ?(?<seat>${seatWords})? ?(?<out>${person})`,
);
const endingAfter = line(
  String.raw`(?:ให้ ?)?(?<out>\d{1,6}) ?(?:พ้นจากตำแหน่ง|พ้นตำแหน่ง|ออกจากตำแหน่ง|ends office) ?(?<seat>${seatWords})?`,
);
const resolutionWords = /(?:ตาม)?(?:มติ(?:ที่ประชุม)?(?:ครั้งที่|ที่)?|by resolution|resolution)\s*(\d[\d./-]*)/iu;

/**
 * Reads "เปลี่ยนเหรัญญิก เป็น 005 มติ 2/2569", "เปลี่ยนกรรมการ 007 เป็น 005 มติ …", "ตั้ง 005 เป็นกรรมการเงินกู้ มติ …" or "พ้นตำแหน่ง 002 มติ …".
 * Null: the text is no such line.
 */
export function readOfficeLine(text: string): OfficeLine | null {
  const said = smallLetters(stripPoliteness(tidied(text)));
  const found = resolutionWords.exec(said);
  const resolution = found?.[1] ?? null;
  const bare = (found ? said.replace(found[0], " ") : said).replaceAll(/\s+/g, " ").trim();
  const replaced = replacing.exec(bare)?.groups;
  const seat = seatIn(replaced?.["seat"]);
  if (replaced && seat)
    return { deed: "replace", seat, out: replaced["out"] ?? null, taker: word(replaced["taker"]), resolution };
  const appointed = appointing.exec(bare)?.groups;
  const given = seatIn(appointed?.["seat"]);
  if (appointed && given) return { deed: "appoint", seat: given, taker: word(appointed["taker"]), resolution };
  const ended = ending.exec(bare)?.groups ?? endingAfter.exec(bare)?.groups;
  return ended ? { deed: "end", seat: seatIn(ended["seat"]), out: word(ended["out"]), resolution } : null;
}

const word = (said: string | undefined): string => (said ?? "").trim();

function seatIn(said: string | undefined): SaidSeat | null {
  if (said === undefined) return null;
  const firstOf = <Name>(words: readonly (readonly [Name, string])[]): Name | undefined =>
    words.find(([, pattern]) => new RegExp(pattern).test(said))?.[0];
  const position = firstOf(positionWords);
  return position ? { committee: firstOf(committeeWords) ?? "executive", position } : null;
}
