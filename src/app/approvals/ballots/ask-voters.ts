import { silentSeats, type Ballot, type Seat } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import type { Notice, NoticeButton } from "../../../domain/notice";
import type { Tx } from "../../../storage/tx";
import { ballotView } from "./ballot-view";
import type { AnyMatter, AtVote } from "./matter";

/** The buttons of a vote's card: the words of a member of the committee, and what the matter lets her open. */
export function voteButtons<Told extends MatterTold>(
  matter: AnyMatter<Told>,
  ballot: Pick<Ballot, "id">,
): Record<string, NoticeButton> & Record<"inFavour" | "against" | "other", NoticeButton> {
  const payload = { ballotId: ballot.id };
  return {
    ...matter.buttonsOf(ballot),
    inFavour: { name: "ballot.for", payload },
    against: { name: "ballot.against", payload },
    other: { name: "ballot.other", payload },
  };
}

/** Asks who has not answered, or the seats named. */
export async function askVoters<Told extends MatterTold>(
  tx: Tx,
  at: AtVote<Told>,
  kind: "ballot.request" | "ballot.reminder",
  seats: readonly Seat[] = silentSeats(at.ballot),
): Promise<Notice[]> {
  const { matter, ballot } = at;
  if (seats.length === 0) return [];
  const view = await ballotView(tx, at);
  return seats.map(({ memberId }) => ({
    to: { memberId },
    kind,
    view,
    buttons: voteButtons(matter, ballot),
    approvalId: ballot.id,
  }));
}
