import { silentSeats, wordsMissing } from "../../../domain/approvals/ballot";
import type { BallotView, MatterTold } from "../../../domain/approvals/ballot-view";
import type { Committee, Position } from "../../../domain/groups/offices";
import type { MemberId } from "../../../domain/ids";
import type { OfficerName } from "../../../domain/people";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import type { AtVote } from "./matter";

/** A vote with names, and with what its matter tells. */
export async function ballotView<Told extends MatterTold>(
  tx: Tx,
  { matter, subject, ballot, group }: AtVote<Told>,
): Promise<BallotView<Told>> {
  const { seats, excluded, votes, questions } = ballot;
  const members = await findMembers(
    tx,
    [...seats, ...excluded].map(({ memberId }) => memberId),
  );
  const nameOf = ({ memberId, position }: { memberId: MemberId; position: string }): OfficerName => {
    const [committee, place] = position.split(".") as [Committee, Position];
    return { committee, position: place, name: members.find(({ id }) => id === memberId)?.name ?? "" };
  };
  return {
    ...(await matter.tell(tx, group, subject, ballot)),
    ballotId: ballot.id,
    label: matter.labelOf(subject),
    state: ballot.state,
    given: votes.length,
    missing: wordsMissing(ballot),
    endsAt: ballot.endsAt,
    waitsFor: silentSeats(ballot).map(nameOf),
    excluded: excluded.map((one) => ({ officer: nameOf(one), why: one.why })),
    questions: questions.map(({ text, answer }) => ({ text, answer })),
    resolutionNo: ballot.resolutionNo,
  };
}
