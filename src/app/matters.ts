import type { LoanTold } from "../domain/loans/requests/ballot-view";
import type { Matters } from "./approvals/ballots/matter";
import { loanMatter } from "./loans/decisions/matter";

/** What the cards of votes tell, by kind: a further matter adds its own. */
export type Told = LoanTold;

/** Everything on which committees vote: an area that wants its subjects decided lists its matter here. */
export const matters: Matters<Told> = [loanMatter];
