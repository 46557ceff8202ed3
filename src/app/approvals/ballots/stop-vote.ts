import { endBallot } from "../../../domain/approvals/ballot";
import { findOpenBallot, saveBallot } from "../../../storage/ballots";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";

/** Ends the vote in chat on a subject, where there is one: it is decided elsewhere, or not at all. The head is locked; the subject is the caller's. */
export async function stopVote(tx: Tx, kind: string, subject: string, now: Date): Promise<void> {
  const ballot = await findOpenBallot(tx, kind, subject);
  if (!ballot) return;
  await saveBallot(tx, endBallot(ballot, "taken-off", { at: now, resolutionNo: null }));
  await dropAsked(tx, ballot.id);
}
