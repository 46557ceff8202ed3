import { endBallot, outcomeOf, type Ballot } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import { voicesOf } from "../../../domain/approvals/committee-resolution";
import type { EntryActor } from "../../../domain/ledger/journal-entry";
import type { LedgerHead } from "../../../domain/ledger/head";
import type { MemberId } from "../../../domain/ids";
import type { Done, Notice } from "../../../domain/notice";
import { saveBallot } from "../../../storage/ballots";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";
import { auditorsOf } from "../../people/officers";
import { nextResolutionNo, recordResolution } from "../record-resolution";
import { ballotView } from "./ballot-view";
import type { AtVote, Ending } from "./matter";

/** A vote that may end in this transaction: the group's books are locked. */
export interface Concluding<Told extends MatterTold> extends AtVote<Told> {
  head: LedgerHead;
}

/**
 * Ends a vote: by a numbered resolution on which its matter acts, or, undecided, by leaving it to its matter. Whom it concerns and the committee hear.
 */
export async function concludeBallot<Told extends MatterTold>(
  tx: Tx,
  open: Concluding<Told>,
  outcome: Ending,
  now: Date,
): Promise<Done<Concluding<Told>>> {
  const ended = outcome === "undecided" ? await leave(tx, open, now) : await resolve(tx, open, outcome, now);
  await saveBallot(tx, ended.ballot);
  await dropAsked(tx, ended.ballot.id);
  return { result: ended, notices: await tellEnd(tx, ended) };
}

/** Ends a vote whose time is over by what was cast until then. */
export async function concludeByTime<Told extends MatterTold>(
  tx: Tx,
  open: Concluding<Told>,
  now: Date,
): Promise<Done<Concluding<Told>>> {
  const outcome = outcomeOf(open.ballot, true);
  if (outcome === "open") throw new Error("a vote whose time is over is not open");
  return concludeBallot(tx, open, outcome, now);
}

async function leave<Told extends MatterTold>(tx: Tx, open: Concluding<Told>, now: Date): Promise<Concluding<Told>> {
  const subject = await open.matter.leaveUndecided(tx, open.subject, now);
  return { ...open, subject, ballot: endBallot(open.ballot, "undecided", { at: now, resolutionNo: null }) };
}

async function resolve<Told extends MatterTold>(
  tx: Tx,
  open: Concluding<Told>,
  outcome: "approved" | "rejected",
  now: Date,
): Promise<Concluding<Told>> {
  const { matter, ballot, group, head } = open;
  const number = await nextResolutionNo(tx, group.id, now);
  const { resolutionNo } = number;
  const reason = outcome === "approved" ? null : reasonsAgainst(ballot);
  const verdict = { outcome, resolutionNo, reason, decidedAt: now };
  const { subject, item } = await matter.settle(tx, group, open.subject, verdict);
  const positionOf = (id: string): string => ballot.seats.find(({ memberId }) => memberId === id)?.position ?? "";
  await recordResolution(tx, head, {
    ...number,
    how: "chat",
    decidedAt: now,
    items: [{ kind: matter.kind, subject: ballot.subject, label: matter.labelOf(subject), ...item }],
    voices: voicesOf(ballot.votes, positionOf),
    excluded: ballot.excluded,
    actor: lastWordOf(ballot, positionOf, now),
  });
  return { ...open, subject, ballot: endBallot(ballot, outcome, { at: now, resolutionNo }) };
}

/** Whose word was the last; what the end of its time decided was no one person's. */
function lastWordOf({ votes, endsAt }: Ballot, positionOf: (id: string) => string, now: Date): EntryActor {
  const last = [...votes].sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  return last && now < endsAt
    ? { personId: last.personId, memberId: last.memberId, position: positionOf(last.memberId) }
    : { personId: null, memberId: null, position: "job" };
}

/** What who put it reads of those who were against: their reasons, without their names. */
function reasonsAgainst({ votes }: Ballot): string | null {
  const reasons = votes.flatMap(({ choice, reason }) => (choice === "against" && reason ? [reason] : []));
  return reasons.length === 0 ? null : [...new Set(reasons)].join(" · ").slice(0, 200);
}

async function tellEnd<Told extends MatterTold>(tx: Tx, ended: Concluding<Told>): Promise<Notice[]> {
  const { matter, group, subject, ballot } = ended;
  const view = await ballotView(tx, ended);
  const readers = [...ballot.seats.map(({ memberId }) => memberId), ...(await auditorsToTell(tx, ended))];
  return [
    ...(await matter.tellEnd(tx, group, subject)),
    ...readers.map((memberId): Notice => ({ to: { memberId }, kind: "ballot.decided", view })),
  ];
}

/** A resolution is told to the auditors too, but for those whose own matter it is. */
async function auditorsToTell<Told extends MatterTold>(
  tx: Tx,
  { matter, group, ballot }: Concluding<Told>,
): Promise<MemberId[]> {
  const auditors = auditorsOf(group).filter((id) => !ballot.seats.some(({ memberId }) => memberId === id));
  if (ballot.resolutionNo === null || auditors.length === 0) return [];
  const withheld = await matter.withheldFrom(tx, [ballot.subject]);
  return auditors.filter((id) => !withheld.includes(id));
}
