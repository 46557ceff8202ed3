import type { Group } from "../../../domain/groups/group";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { isTooNew } from "../../../domain/members/member";
import { memberName, type MemberName } from "../../../domain/people";
import { findOpenBallotsOf } from "../../../storage/ballots";
import { getLoanRequest } from "../../../storage/loan-requests";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import type { Actor } from "../../people/actor";

/** A vote that waits for a person's word. */
export interface WaitingBallot {
  ballotId: string;
  group: Group;
  member: MemberName;
  request: LoanRequest;
}

/** Open votes in which this person has a seat and has not answered, oldest first. */
export async function listBallots(tx: Tx, actor: Actor, now: Date): Promise<WaitingBallot[]> {
  const seats = actor.offices.filter(({ member }) => !isTooNew(member.link, now));
  if (seats.length === 0) return [];
  const own = [...new Set(seats.map(({ member }) => member.id))];
  const groups = [...new Set(seats.map(({ group }) => group.id))];
  const waiting: WaitingBallot[] = [];
  for (const { id, groupId, subject, votes } of await findOpenBallotsOf(tx, groups, own)) {
    if (votes.some(({ memberId }) => own.includes(memberId))) continue;
    const group = seats.find((seat) => seat.group.id === groupId)?.group;
    const request = await getLoanRequest(tx, subject);
    const borrower = await findMember(tx, request.memberId);
    if (group && borrower) waiting.push({ ballotId: id, group, member: memberName(borrower), request });
  }
  return waiting;
}
