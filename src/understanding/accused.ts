import type { Office } from "../domain/groups/offices";
import { givenName } from "../domain/people";
import { normalise } from "./normalise";

/** An officer of the group as her neighbours call her. */
export interface NamedOfficer {
  office: Office;
  name: string;
  nickname: string;
}

/** How each position is called in a text. */
export const officeTitles: Partial<Record<Office["position"], RegExp>> = {
  treasurer: /เหรัญญิก|treasurer/,
  chair: /(?<!รอง)ประธาน|(?<!vice.?)chair/,
  "vice-chair": /รองประธาน|vice.?chair/,
  secretary: /เลขา|secretary/,
  staff: /เจ้าหน้าที่|staff/,
};
const auditWords = /(?:ผู้|คน|กรรมการ|ประธาน|ฝ่าย|ทีม) ?ตรว[จด]|auditor/;
const everyOfficer = /(?:กรรมการ|คณะกรรมการ|ผู้บริหาร) ?(?:ทุกคน|ทั้งหมด|ทั้งชุด|ทั้งคณะ)|ทั้งคณะ|all officers|whole committee/;
/** What stands before a nickname so short that it is part of other words. */
const calledBy = [
  ...["ป้า", "น้า", "พี่", "ลุง", "อา", "ตา", "ยาย", "น้อง", "นาย", "นาง", "คุณ", "เจ๊"],
  ...["บัง", "ก๊ะ", "โต๊ะ", "ครู", "หมอ", "ผู้ใหญ่", "กำนัน"],
];

/**
 * The officers whom a text names, by position, number, name or nickname: whom a complaint is about must not be who hears it. Their member numbers. Words
 * have no end of names, so whoever complains sees who will hear of it and may choose others.
 */
export function accusedIn(text: string, officers: readonly NamedOfficer[]): string[] {
  const said = normalise(text);
  const isAboutAudit = auditWords.test(said);
  const isAboutAll = everyOfficer.test(said);
  const isNamed = ({ office, name, nickname }: NamedOfficer): boolean => {
    const names = [givenName(normalise(name)), normalise(nickname)].filter((one) => one !== "");
    if (isAboutAll || names.some((one) => isCalled(said, one)) || isNumbered(said, office.memberNo)) return true;
    if (office.committee === "audit") return isAboutAudit;
    return office.committee === "executive" && (officeTitles[office.position]?.test(said) ?? false);
  };
  return [...new Set(officers.filter(isNamed).map(({ office }) => office.memberNo))];
}

const isCalled = (said: string, name: string): boolean =>
  [...name].length >= 3
    ? said.includes(name)
    : calledBy.some((title) => said.includes(`${title}${name}`) || said.includes(`${title} ${name}`));

const isNumbered = (said: string, memberNo: string): boolean =>
  new RegExp(`(?<![\\d.,/])${memberNo}(?![\\d.,/])`).test(said);
