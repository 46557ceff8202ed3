import { auditorsAmong, coordinatorsAmong, isKeptFrom, type Case, type KeptFrom } from "../../domain/cases/case";
import type { Group, Network } from "../../domain/groups/group";
import { memberId, type MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { findNetwork } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Who hears of a case, and in which capacity. */
export interface Hearers {
  auditors: Member[];
  coordinators: Member[];
}

type Seats = Network["coordinators"];

/** Who may hear of a case now: neither who told it, nor who is accused of it, nor their spouses. */
export async function findHearers(tx: Tx, group: Group, one: KeptFrom): Promise<Hearers> {
  const seats = (await findNetwork(tx))?.coordinators ?? [];
  const members = await findMembers(tx, [...new Set(idsToHear(seats, group, one))]);
  return hearersAmong(members, seats, group, one);
}

/** The members from whom it follows who may hear of a case; some of them several times. */
export function idsToHear(
  seats: Seats,
  group: Group,
  { accused, askedBy }: Pick<Case, "askedBy" | "accused">,
): MemberId[] {
  return [
    ...group.officers.map(({ memberNo }) => memberId(group.id, memberNo)),
    ...seats.map((seat) => memberId(seat.groupId, seat.memberNo)),
    ...accused,
    ...(askedBy === null ? [] : [askedBy]),
  ];
}

/** The same as findHearers, where these members are among those read already. */
export function hearersAmong(read: readonly Member[], seats: Seats, group: Group, one: KeptFrom): Hearers {
  const ids = idsToHear(seats, group, one);
  const members = read.filter(({ id }) => ids.includes(id));
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
