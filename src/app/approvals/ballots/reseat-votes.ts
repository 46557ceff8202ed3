import { canDecide, outcomeOf } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import { reseat } from "../../../domain/approvals/reseat";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { Notice } from "../../../domain/notice";
import { findOpenBallotsIn, saveBallot } from "../../../storage/ballots";
import { lockHead } from "../../../storage/ledger-heads";
import type { Tx } from "../../../storage/tx";
import { askVoters } from "./ask-voters";
import { concludeBallot } from "./conclude";
import { matterOf, type AtVote, type Matters } from "./matter";
import { seatsFor } from "./seats";

/**
 * Looks anew at the seats of a group's open votes after an office changed hands: whoever comes to a seat is asked, and a vote that this decides, or that too few
 * are left to decide, ends. The group is as it is after the change, its head locked; `taker` took the office.
 */
export async function reseatVotes<Told extends MatterTold>(
  tx: Tx,
  matters: Matters<Told>,
  { group, taker, now }: { group: Group; taker: MemberId | null; now: Date },
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const ballot of await findOpenBallotsIn(tx, group.id)) {
    const matter = matterOf(matters, ballot.kind);
    const at = { matter, ballot, group, subject: await matter.read(tx, ballot.subject) };
    notices.push(...(await reseatOne(tx, at, taker, now)));
  }
  return notices;
}

async function reseatOne<Told extends MatterTold>(
  tx: Tx,
  at: AtVote<Told>,
  taker: MemberId | null,
  now: Date,
): Promise<Notice[]> {
  const { ballot: before, group } = at;
  const { seats: own } = await seatsFor(tx, at, before.policy.committees);
  const { seats: deputies } = await seatsFor(tx, at, before.policy.deputies);
  const ballot = reseat(before, { own, deputies }, taker);
  if (ballot === before) return [];
  await saveBallot(tx, ballot);
  const outcome = canDecide(ballot) ? outcomeOf(ballot, false) : "undecided";
  if (outcome !== "open") {
    // Who changed the office wrote it into the chain before: the head is read anew.
    const head = await lockHead(tx, group.id);
    return (await concludeBallot(tx, { ...at, ballot, head }, outcome, now)).notices;
  }
  const seated = before.seats.map(({ memberId }) => memberId);
  const fresh = ballot.seats.filter(({ memberId }) => !seated.includes(memberId));
  return askVoters(tx, { ...at, ballot }, "ballot.request", fresh);
}
