import {
  canDecide,
  castVote,
  declareConflict,
  outcomeOf,
  seatOf,
  type Ballot,
  type Vote,
} from "../../../domain/approvals/ballot";
import type { BallotView, MatterTold } from "../../../domain/approvals/ballot-view";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { Member } from "../../../domain/members/member";
import type { Done } from "../../../domain/notice";
import { getBallot, saveBallot } from "../../../storage/ballots";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import type { Tx } from "../../../storage/tx";
import { refuseTooNew, type Actor } from "../../people/actor";
import { ballotView } from "./ballot-view";
import { concludeBallot, concludeByTime, type Concluding } from "./conclude";
import { matterOf, type AtVote, type Matters } from "./matter";

/** A vote with all that a word on it needs. */
export interface OpenVote<Told extends MatterTold> extends Concluding<Told> {
  /** Who acts, as a member of the group. */
  member: Member;
}

/** Locks the books of a vote's group and finds who acts. Throws `ballot.no-seat`, `role.too-new`. */
export async function beginVote<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  { ballotId, now }: { ballotId: string; now: Date },
): Promise<OpenVote<Told>> {
  const { groupId } = await getBallot(tx, ballotId);
  const head = await lockHead(tx, groupId);
  const ballot = await getBallot(tx, ballotId);
  const group = await getGroup(tx, groupId);
  const own = actor.own.find(({ member }) => member.groupId === groupId);
  if (!own || own.member.status !== "active") throw new DomainError("ballot.no-seat", {});
  refuseTooNew(own.member, now);
  const matter = matterOf(matters, ballot.kind);
  return { matter, ballot, subject: await matter.read(tx, ballot.subject), group, head, member: own.member };
}

/** Who sits in a vote must hold the office still by which she does. Throws `ballot.no-seat`, `ballot.conflict`. */
export function requireSeat({ ballot, group, member }: { ballot: Ballot; group: Group; member: Member }): void {
  const { position } = seatOf(ballot, member.id);
  const holds = group.officers.some(
    (office) => office.memberNo === member.memberNo && `${office.committee}.${office.position}` === position,
  );
  if (!holds) throw new DomainError("ballot.no-seat", {});
}

/**
 * A member's word; it may be given anew until the vote is decided. What decides it makes a resolution, once, and its matter acts on it. A vote that is over is
 * shown as it ended. Throws `ballot.no-seat`, `ballot.conflict`, `role.too-new`.
 */
export async function vote<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  input: { ballotId: string; choice: Vote["choice"]; reason: string | null; now: Date },
): Promise<Done<BallotView<Told>>> {
  const { choice, reason, now } = input;
  const open = await beginVote(tx, actor, matters, input);
  if (open.ballot.state !== "open") return { result: await viewFor(tx, open, open.member), notices: [] };
  requireSeat(open);
  // A word that comes after its time does not count.
  if (now >= open.ballot.endsAt) return ended(tx, open.member, await concludeByTime(tx, open, now));
  const word = { memberId: open.member.id, personId: actor.personId, choice, reason, at: now };
  return settle(tx, { ...open, ballot: castVote(open.ballot, word) }, now);
}

/** A member of the committee says that she takes no part. Throws as vote. */
export async function takeNoPart<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  input: { ballotId: string; now: Date },
): Promise<Done<BallotView<Told>>> {
  const open = await beginVote(tx, actor, matters, input);
  if (open.ballot.state !== "open") return { result: await viewFor(tx, open, open.member), notices: [] };
  requireSeat(open);
  return settle(tx, { ...open, ballot: declareConflict(open.ballot, open.member.id) }, input.now);
}

async function settle<Told extends MatterTold>(
  tx: Tx,
  open: OpenVote<Told>,
  now: Date,
): Promise<Done<BallotView<Told>>> {
  const { ballot, member } = open;
  const outcome = canDecide(ballot) ? outcomeOf(ballot, now >= ballot.endsAt) : "undecided";
  await saveBallot(tx, ballot);
  if (outcome === "open") return { result: await viewFor(tx, open, member), notices: [] };
  return ended(tx, member, await concludeBallot(tx, open, outcome, now));
}

/** A vote that has just ended, as this member sees it. */
async function ended<Told extends MatterTold>(
  tx: Tx,
  member: Member,
  { result, notices }: Done<Concluding<Told>>,
): Promise<Done<BallotView<Told>>> {
  return { result: await viewFor(tx, result, member), notices };
}

async function viewFor<Told extends MatterTold>(tx: Tx, at: AtVote<Told>, member: Member): Promise<BallotView<Told>> {
  const own = at.ballot.votes.find(({ memberId }) => memberId === member.id) ?? null;
  return { ...(await ballotView(tx, at)), own };
}

/** A vote as a member of its committee sees it, without a word on it. Throws `ballot.no-seat`, `ballot.conflict`. */
export async function readVote<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  ballotId: string,
): Promise<BallotView<Told>> {
  const ballot = await getBallot(tx, ballotId);
  const group = await getGroup(tx, ballot.groupId);
  const own = actor.own.find(({ member }) => member.groupId === ballot.groupId);
  if (!own) throw new DomainError("ballot.no-seat", {});
  requireSeat({ ballot, group, member: own.member });
  const matter = matterOf(matters, ballot.kind);
  return viewFor(tx, { matter, ballot, group, subject: await matter.read(tx, ballot.subject) }, own.member);
}
