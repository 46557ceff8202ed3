import type { BallotView } from "../../approvals/ballot-view";
import type { Satang } from "../../money";
import type { LoanRequestView } from "./request-view";

/** What a request tells the committee that votes on it. */
export interface LoanTold extends LoanRequestView {
  kind: "loan";
  /** The borrower's contracts so far, and what she owes on them in satang. */
  history: { contracts: number; owed: Satang };
  /** What may be lent now, in satang. */
  free: Satang;
}

/** A vote on a request, as the committee sees it. */
export type LoanBallotView = BallotView<LoanTold>;
