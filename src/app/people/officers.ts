import type { Group } from "../../domain/groups/group";
import { officesWith, type Office } from "../../domain/groups/offices";
import { memberId, type MemberId } from "../../domain/ids";

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

/** All officers of the executive committee and the auditors, but for one. */
export function officersToTell(group: Group, except: MemberId | null): MemberId[] {
  const readers = group.officers.filter(
    (office) => office.committee === "executive" || officesWith([office], "read-books").length > 0,
  );
  return holdersOf(group, readers).filter((id) => id !== except);
}
