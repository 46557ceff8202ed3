import { createHash } from "node:crypto";
import type { GroupId, MemberId, PersonId } from "../../src/domain/ids";
import { memberId } from "../../src/domain/ids";
import type { Office } from "../../src/domain/groups/offices";
import { demoRosters } from "./demo-plan";
import { demoOfficers, type DemoMember } from "./roster";

/** An invented person with LINE, as the simulator's picker shows her. */
export interface DemoPerson {
  /** LINE user id in the simulator. */
  id: string;
  name: string;
  /** Group, number and office in one line. */
  statusMessage: string;
  /** A friend of the account already. */
  friend: boolean;
  memberId: MemberId;
  groupId: GroupId;
  linked: boolean;
  offices: Office[];
}

/** The LINE user id of a demo member in the simulator: always the same. */
export function demoLineUserId(id: MemberId): string {
  return `U${hexOf(`line\n${id}`, 32)}`;
}

/** The person id of a demo member whose LINE is linked: always the same. */
export function demoPersonId(id: MemberId): PersonId {
  return hexOf(`person\n${id}`, 24) as PersonId;
}

/** Everybody in the demo network who has LINE: who is linked first, group by group, then who still needs a code. */
export function demoPeople(): DemoPerson[] {
  const people = demoRosters().flatMap(({ group, people: members }) =>
    members
      .filter((member) => member.phone !== "none")
      .map((member) => personOf(group.key as GroupId, group.name.th, member)),
  );
  return [...people.filter((person) => person.linked), ...people.filter((person) => !person.linked)];
}

function personOf(groupId: GroupId, groupName: string, member: DemoMember): DemoPerson {
  const id = memberId(groupId, member.memberNo);
  const offices = demoOfficers.filter((office) => office.memberNo === member.memberNo);
  const linked = member.phone === "linked";
  const roles = offices.map(({ committee, position }) => roleNames[`${committee}.${position}`] ?? "กรรมการ");
  return {
    id: demoLineUserId(id),
    name: `${member.name} (${member.nickname})`,
    statusMessage: [...roles, `เลขที่ ${member.memberNo}`, groupName].join(" · "),
    friend: linked,
    memberId: id,
    groupId,
    linked,
    offices,
  };
}

const roleNames: Readonly<Record<string, string>> = {
  "executive.chair": "ประธาน",
  "executive.vice-chair": "รองประธาน",
  "executive.treasurer": "เหรัญญิก",
  "executive.secretary": "เลขานุการ",
  "loan.chair": "ประธานกรรมการเงินกู้",
  "loan.member": "กรรมการเงินกู้",
  "audit.chair": "ประธานกรรมการตรวจสอบ",
  "audit.member": "กรรมการตรวจสอบ",
  "promotion.chair": "ประธานกรรมการส่งเสริม",
};

function hexOf(text: string, digits: number): string {
  return createHash("sha256").update(`sajja-demo-1\n${text}`).digest("hex").slice(0, digits);
}
