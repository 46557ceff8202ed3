import {
  canDecide,
  castVote,
  declareConflict,
  outcomeOf,
  seatOf,
  type Ballot,
  type Vote,
} from "../../../domain/approvals/ballot";
import type { Group } from "../../../domain/groups/group";
import type { LedgerHead } from "../../../domain/ledger/head";
import type { LoanBallotView } from "../../../domain/loans/requests/ballot-view";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import type { Done } from "../../../domain/notice";
import { DomainError } from "../../../domain/errors";
import { getBallot, saveBallot } from "../../../storage/ballots";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { getLoanRequest } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import { refuseTooNew, type Actor } from "../../people/actor";
import { loanBallotView } from "./ballot-view";
import { concludeBallot, concludeByTime } from "./conclude";

/** A vote on a request with all that a word on it needs, the group's books locked. */
export interface OpenVote {
  ballot: Ballot;
  request: LoanRequest;
  group: Group;
  head: LedgerHead;
  /** Who acts, as a member of the group. */
  member: Member;
}

/** Locks the books of a vote's group and finds who acts. Throws `ballot.no-seat`, `role.too-new`. */
export async function beginVote(tx: Tx, actor: Actor, ballotId: string, now: Date): Promise<OpenVote> {
  const { groupId } = await getBallot(tx, ballotId);
  const head = await lockHead(tx, groupId);
  const ballot = await getBallot(tx, ballotId);
  const group = await getGroup(tx, groupId);
  const own = actor.own.find(({ member }) => member.groupId === groupId);
  if (!own || own.member.status !== "active") throw new DomainError("ballot.no-seat", {});
  refuseTooNew(own.member, now);
  const request = await getLoanRequest(tx, ballot.subject);
  return { ballot, request, group, head, member: own.member };
}

/** Who sits in a vote must hold the office still by which she does. Throws `ballot.no-seat`, `ballot.conflict`. */
export function requireSeat({ ballot, group, member }: Pick<OpenVote, "ballot" | "group" | "member">): void {
  const { position } = seatOf(ballot, member.id);
  const holds = group.officers.some(
    (office) => office.memberNo === member.memberNo && `${office.committee}.${office.position}` === position,
  );
  if (!holds) throw new DomainError("ballot.no-seat", {});
}

/**
 * A member's word on a request; it may be given anew until the vote is decided. What decides it makes a resolution, once, and grants or refuses the loan.
 * A vote that is over is shown as it ended. Throws `ballot.no-seat`, `ballot.conflict`, `role.too-new`.
 */
export async function vote(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; choice: Vote["choice"]; reason: string | null; now: Date },
): Promise<Done<LoanBallotView>> {
  const { choice, reason, now } = input;
  const open = await beginVote(tx, actor, input.ballotId, now);
  if (open.ballot.state !== "open") return { result: await viewFor(tx, open), notices: [] };
  requireSeat(open);
  // A word that comes after its time does not count.
  if (now >= open.ballot.endsAt) return ended(tx, open, await concludeByTime(tx, open, now));
  const word = { memberId: open.member.id, personId: actor.personId, choice, reason, at: now };
  return settle(tx, { ...open, ballot: castVote(open.ballot, word) }, now);
}

/** A member of the committee says that she takes no part. Throws as vote. */
export async function takeNoPart(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; now: Date },
): Promise<Done<LoanBallotView>> {
  const open = await beginVote(tx, actor, input.ballotId, input.now);
  if (open.ballot.state !== "open") return { result: await viewFor(tx, open), notices: [] };
  requireSeat(open);
  return settle(tx, { ...open, ballot: declareConflict(open.ballot, open.member.id) }, input.now);
}

async function settle(tx: Tx, open: OpenVote, now: Date): Promise<Done<LoanBallotView>> {
  const outcome = canDecide(open.ballot) ? outcomeOf(open.ballot, now >= open.ballot.endsAt) : "undecided";
  await saveBallot(tx, open.ballot);
  if (outcome === "open") return { result: await viewFor(tx, open), notices: [] };
  return ended(tx, open, await concludeBallot(tx, open, outcome, now));
}

/** A vote that has just ended, as this member sees it. */
async function ended(
  tx: Tx,
  open: OpenVote,
  { result, notices }: Awaited<ReturnType<typeof concludeBallot>>,
): Promise<Done<LoanBallotView>> {
  return { result: await viewFor(tx, { ...open, ...result }), notices };
}

/** The vote as this member sees it. */
export async function viewFor(tx: Tx, open: Omit<OpenVote, "head">): Promise<LoanBallotView> {
  const own = open.ballot.votes.find(({ memberId }) => memberId === open.member.id) ?? null;
  return { ...(await loanBallotView(tx, open.group, open)), own };
}

/** A vote as a member of its committee sees it, without a word on it. Throws `ballot.no-seat`, `ballot.conflict`. */
export async function readVote(tx: Tx, actor: Actor, ballotId: string): Promise<LoanBallotView> {
  const ballot = await getBallot(tx, ballotId);
  const group = await getGroup(tx, ballot.groupId);
  const own = actor.own.find(({ member }) => member.groupId === ballot.groupId);
  if (!own) throw new DomainError("ballot.no-seat", {});
  requireSeat({ ballot, group, member: own.member });
  return viewFor(tx, { ballot, group, member: own.member, request: await getLoanRequest(tx, ballot.subject) });
}
