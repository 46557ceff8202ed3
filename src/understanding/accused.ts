import type { Office } from "../domain/groups/offices";
import { normalise } from "./normalise";

/** An officer of the group as her neighbours call her. */
export interface NamedOfficer {
  office: Office;
  name: string;
  nickname: string;
}

const titles: Partial<Record<Office["position"], RegExp>> = {
  treasurer: /เหรัญญิก|treasurer/,
  chair: /(?<!รอง)ประธาน|(?<!vice.?)chair/,
  "vice-chair": /รองประธาน|vice.?chair/,
  secretary: /เลขา|secretary/,
  staff: /เจ้าหน้าที่|staff/,
};
const auditWords = /ผู้ตรวจสอบ|กรรมการตรวจสอบ|คนตรวจบัญชี|auditor/;

/** The officers whom a text names, by position, name or nickname: whom a complaint is about must not be who hears it. Their member numbers. */
export function accusedIn(text: string, officers: readonly NamedOfficer[]): string[] {
  const said = normalise(text);
  const isAboutAudit = auditWords.test(said);
  const isNamed = ({ office, name, nickname }: NamedOfficer): boolean => {
    const [first = ""] = normalise(name).split(" ");
    const names = [first, normalise(nickname)].filter((one) => [...one].length >= 3);
    if (names.some((one) => said.includes(one))) return true;
    if (office.committee === "audit") return isAboutAudit;
    return office.committee === "executive" && (titles[office.position]?.test(said) ?? false);
  };
  return [...new Set(officers.filter(isNamed).map(({ office }) => office.memberNo))];
}
