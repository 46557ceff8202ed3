import { silentSeats, type Ballot, type Seat } from "../../../domain/approvals/ballot";
import type { Group } from "../../../domain/groups/group";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Notice, NoticeButton } from "../../../domain/notice";
import type { Tx } from "../../../storage/tx";
import { loanBallotView } from "./ballot-view";

/** The buttons by which a member of the committee answers. */
export function voteButtons({
  id: ballotId,
}: Pick<Ballot, "id">): Record<"inFavour" | "against" | "other", NoticeButton> {
  return {
    inFavour: { name: "ballot.for", payload: { ballotId } },
    against: { name: "ballot.against", payload: { ballotId } },
    other: { name: "ballot.other", payload: { ballotId } },
  };
}

/** Asks who has not answered, or the seats named. */
export async function askVoters(
  tx: Tx,
  group: Group,
  { ballot, request }: { ballot: Ballot; request: LoanRequest },
  kind: "ballot.request" | "ballot.reminder",
  seats: readonly Seat[] = silentSeats(ballot),
): Promise<Notice[]> {
  const view = await loanBallotView(tx, group, { ballot, request });
  return seats.map(({ memberId }) => ({
    to: { memberId },
    kind,
    view,
    buttons: voteButtons(ballot),
    approvalId: ballot.id,
  }));
}
