import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { getPassbooks, type Actor } from "../people/actor";

/** Who may see a person's passbooks of one group. */
export interface GroupReaders {
  group: Group;
  passbooks: { member: MemberName; guardian: MemberName | null; helpers: { helper: MemberName; since: Date }[] }[];
  /** Executive committee and auditors, each once, by the first seat. */
  officers: OfficerName[];
}

/** Who may see the person's own passbooks and those that she keeps as guardian, group by group. */
export async function listReaders(tx: Tx, actor: Actor): Promise<GroupReaders[]> {
  const kept = (await getPassbooks(tx, actor)).filter(({ via }) => via !== "helper");
  const groups = [...new Map(kept.map(({ group }) => [group.id, group])).values()];
  const found = await findMembers(tx, [
    ...new Set([
      ...kept.flatMap(({ member }) => readerNumbers(member).map((no) => memberId(member.groupId, no))),
      ...groups.flatMap((group) => seatsOf(group).map(({ memberNo }) => memberId(group.id, memberNo))),
    ]),
  ]);
  const named = (group: Group, no: string | null): Member | null =>
    found.find((member) => no !== null && member.id === memberId(group.id, no)) ?? null;
  return groups.map((group) => ({
    group,
    passbooks: kept
      .filter((passbook) => passbook.group.id === group.id)
      .map(({ member }) => {
        const guardian = named(group, member.guardianNo);
        const helpers = member.helpers.flatMap(({ memberNo, consentedAt }) => {
          const helper = named(group, memberNo);
          return helper ? [{ helper: memberName(helper), since: consentedAt }] : [];
        });
        return { member: memberName(member), guardian: guardian && memberName(guardian), helpers };
      }),
    officers: seatsOf(group).flatMap(({ memberNo, committee, position }) => {
      const officer = named(group, memberNo);
      return officer ? [{ committee, position, name: officer.name }] : [];
    }),
  }));
}

const readerNumbers = ({ guardianNo, helpers }: Member): string[] => [
  ...(guardianNo === null ? [] : [guardianNo]),
  ...helpers.map(({ memberNo }) => memberNo),
];

function seatsOf({ officers }: Group): Group["officers"] {
  const readers = officers.filter(({ committee }) => committee === "executive" || committee === "audit");
  return readers.filter((seat, index) => readers.findIndex(({ memberNo }) => memberNo === seat.memberNo) === index);
}
