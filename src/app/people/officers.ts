import type { Approval } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { officesWith, type Office } from "../../domain/groups/offices";
import { memberId, type MemberId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { OfficerName } from "../../domain/people";

/** The members who hold these offices of a group, each once. */
export function holdersOf(group: Group, offices: readonly Office[]): MemberId[] {
  return [...new Set(offices.map(({ memberNo }) => memberId(group.id, memberNo)))];
}

/** The members of a group's audit committee. */
export function auditorsOf(group: Group): MemberId[] {
  return holdersOf(
    group,
    group.officers.filter(({ committee }) => committee === "audit"),
  );
}

/** The auditors, but for the two who decided. */
export function auditorsBesides(group: Group, { requestedBy, decidedBy }: Approval): MemberId[] {
  return auditorsOf(group).filter((id) => id !== requestedBy.memberId && id !== decidedBy?.memberId);
}

/** All officers of the executive committee and the auditors, but for one. */
export function officersToTell(group: Group, except: MemberId | null): MemberId[] {
  const readers = group.officers.filter(
    (office) => office.committee === "executive" || officesWith([office], "read-books").length > 0,
  );
  return holdersOf(group, readers).filter((id) => id !== except);
}

/** A member as people know her by her first office in the group; null where she holds none. */
export function officerNameOf(
  { officers }: Group,
  { memberNo, name }: Pick<Member, "memberNo" | "name">,
): OfficerName | null {
  const office = officers.find((held) => held.memberNo === memberNo);
  return office ? { committee: office.committee, position: office.position, name } : null;
}

/** The same of who was an officer when something was done, and may hold no office any more: then by no office but the committee's. */
export function formerOfficerName(group: Group, member: Pick<Member, "memberNo" | "name">): OfficerName {
  return officerNameOf(group, member) ?? { committee: "executive", position: "member", name: member.name };
}

/** How a member who is an officer stands in an entry that she did not make herself just now. */
export function officerActorOf({ officers }: Group, { id, memberNo, link }: Member): EntryActor {
  const office = officers.find((held) => held.memberNo === memberNo);
  const position = office ? `${office.committee}.${office.position}` : "member";
  return { personId: link.personId, memberId: id, position };
}
