import type { Ballot, BallotState, ConflictKind, Vote } from "../../approvals/ballot";
import type { Satang } from "../../money";
import type { MemberName, OfficerName } from "../../people";
import type { LoanRequestView } from "./request-view";

/** A vote on a request, as the committee sees it. */
export interface LoanBallotView extends LoanRequestView {
  ballotId: string;
  state: BallotState;
  /** Votes given, how many more it takes at least, and until when. */
  given: number;
  missing: number;
  endsAt: Date;
  /** Who has not answered. */
  waitsFor: OfficerName[];
  /** Who takes no part, and why. */
  excluded: { officer: OfficerName; why: ConflictKind }[];
  /** The reader's own vote; null: none yet. Left out where the card goes to many. */
  own?: Pick<Vote, "choice" | "reason"> | null;
  /** What was asked of the borrower, and what she answered. */
  questions: Pick<Ballot["questions"][number], "text" | "answer">[];
  /** The borrower's contracts so far, and what she owes on them in satang. */
  history: { contracts: number; owed: Satang };
  /** What may be lent now, in satang. */
  free: Satang;
  resolutionNo: string | null;
}

/** A question of the committee to the borrower, and her answer. */
export interface LoanQuestionView {
  requestNo: string;
  member: MemberName;
  by: OfficerName;
  text: string;
  answer: string | null;
}
