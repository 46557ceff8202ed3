import { auditorsAmong, coordinatorsAmong, isKeptFrom, type Case } from "../../domain/cases/case";
import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { findNetwork } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Who hears of a case, and in which capacity. */
export interface Hearers {
  auditors: Member[];
  coordinators: Member[];
}

/** Who may hear of a case now: neither who told it, nor who is accused of it, nor their spouses. */
export async function findHearers(tx: Tx, group: Group, one: Pick<Case, "askedBy" | "accused">): Promise<Hearers> {
  const network = await findNetwork(tx);
  const seats = network?.coordinators ?? [];
  const ids = [
    ...group.officers.map(({ memberNo }) => memberId(group.id, memberNo)),
    ...seats.map((seat) => memberId(seat.groupId, seat.memberNo)),
    ...one.accused,
    ...(one.askedBy === null ? [] : [one.askedBy]),
  ];
  const members = await findMembers(tx, [...new Set(ids)]);
  const isKept = isKeptFrom(one, members);
  const free = members.filter((member) => !isKept(member));
  return {
    auditors: auditorsAmong(
      group,
      free.filter(({ groupId }) => groupId === group.id),
    ),
    coordinators: coordinatorsAmong({ coordinators: seats }, group, free),
  };
}

/** Whom a new case goes to: the audit committee, or the coordinators at once where nobody of it is left. */
export function firstHearers({ auditors, coordinators }: Hearers): { members: Member[]; isEscalated: boolean } {
  return auditors.length > 0 ? { members: auditors, isEscalated: false } : { members: coordinators, isEscalated: true };
}

/** Who may answer a case now: the auditors, and the coordinators once it has gone to them. */
export function answerersOf({ auditors, coordinators }: Hearers, { escalatedAt }: Pick<Case, "escalatedAt">): Member[] {
  return escalatedAt === null ? auditors : [...auditors, ...coordinators];
}
