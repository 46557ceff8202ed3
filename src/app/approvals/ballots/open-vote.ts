import { canDecide, fillSeats, openBallot, type Ballot } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import type { CommitteePolicy, DecisionBand } from "../../../domain/approvals/policy";
import type { Group } from "../../../domain/groups/group";
import { insertBallot } from "../../../storage/ballots";
import type { Tx } from "../../../storage/tx";
import type { Matter } from "./matter";
import { seatsFor } from "./seats";

/** What is put before a committee, and by which rules. */
export interface Putting<Subject> {
  /** Of the vote: one that an earlier vote on the same subject did not have. */
  id: string;
  subject: Subject;
  /** The subject's own id. */
  subjectId: string;
  group: Group;
  policy: CommitteePolicy;
  band: DecisionBand;
  now: Date;
}

/**
 * Opens a vote in chat: everybody of the band's committees who has no conflict has a seat, and deputies fill what is missing to the quorum. Null, and nothing
 * stored, where too few may vote even so. The head is locked; the caller saves its subject and asks the voters.
 */
export async function openVote<Subject, Told extends MatterTold>(
  tx: Tx,
  matter: Matter<Subject, Told>,
  { id, subject, subjectId, group, policy, band, now }: Putting<Subject>,
): Promise<Ballot | null> {
  const about = { matter, subject, group };
  const own = await seatsFor(tx, about, band.committees);
  const deputies = await seatsFor(tx, about, policy.deputies);
  const facts = { id, kind: matter.kind, groupId: group.id, subject: subjectId, ...own };
  const ballot = fillSeats(openBallot(facts, { policy, band, now }), deputies.seats);
  if (!canDecide(ballot)) return null;
  await insertBallot(tx, ballot);
  return ballot;
}
