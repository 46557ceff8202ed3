import { endBallot } from "../../../domain/approvals/ballot";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { findOpenBallot, saveBallot } from "../../../storage/ballots";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";

/** Ends the vote in chat on a request, where there is one: it is decided elsewhere, or not at all. The head is locked. */
export async function stopVote(tx: Tx, { id }: Pick<LoanRequest, "id">, now: Date): Promise<void> {
  const ballot = await findOpenBallot(tx, "loan", id);
  if (!ballot) return;
  await saveBallot(tx, endBallot(ballot, "taken-off", { at: now, resolutionNo: null }));
  await dropAsked(tx, ballot.id);
}
