import type { CommitteeResolution } from "../../domain/approvals/committee-resolution";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import type { MemberId } from "../../domain/ids";
import { officerName, type OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import { findResolution, findResolutions } from "../../storage/resolutions";
import type { Tx } from "../../storage/tx";
import { groupsWithPower, type Actor } from "../people/actor";

/** So many resolutions are listed at a time. */
export const resolutionsListed = 8;

/** A group's resolutions, the newest first, from one on. */
export interface RegisterView {
  group: Group;
  resolutions: CommitteeResolution[];
  from: number;
  count: number;
}

/** A resolution with the names of those who had a part in it. */
export interface ResolutionView {
  group: Group;
  resolution: CommitteeResolution;
  nameOf: { memberId: MemberId; officer: OfficerName | null }[];
}

/** The groups whose register a person may read: the executive and loan committees, and the auditors. Throws `role.missing`. */
export function groupsOfRegister(actor: Actor): [Group, ...Group[]] {
  const groups = [...groupsWithPower(actor, "read-books"), ...groupsWithPower(actor, "answer-loan-calls")];
  const [first, ...others] = [...new Map(groups.map((group) => [group.id, group])).values()];
  if (!first) throw missingPower("read-books", actor.own[0]?.group.name.th ?? "");
  return [first, ...others];
}

/** A part of a group's register. Throws `role.missing`. */
export async function readRegister(tx: Tx, actor: Actor, group: Group, from: number): Promise<RegisterView> {
  requireReader(actor, group);
  const { resolutions, count } = await findResolutions(tx, group.id, { skip: from, limit: resolutionsListed });
  return { group, resolutions, from, count };
}

/** One resolution with who decided it and how; null where there is none of that number. Throws `role.missing`. */
export async function readResolution(
  tx: Tx,
  actor: Actor,
  group: Group,
  resolutionNo: string,
): Promise<ResolutionView | null> {
  requireReader(actor, group);
  const resolution = await findResolution(tx, group.id, resolutionNo);
  if (!resolution) return null;
  const people = [...resolution.voices, ...resolution.excluded];
  const members = await findMembers(tx, [...new Set(people.map(({ memberId }) => memberId))]);
  const nameOf = people.map(({ memberId, position }) => ({
    memberId,
    officer: officerName({ personId: null, memberId, position }, members),
  }));
  return { group, resolution, nameOf };
}

function requireReader(actor: Actor, group: Group): void {
  if (!groupsOfRegister(actor).some(({ id }) => id === group.id)) throw missingPower("read-books", group.name.th);
}
