import type { messagingApi } from "@line/bot-sdk";
import type { LoanBallotView } from "../domain/loans/requests/ballot-view";
import type { Badge } from "./badges";
import type { FigureCard } from "./figure-cards";
import { loanFace } from "./loan-ballots";
import type { Row } from "./rows";
import type { Speak } from "./speak";

/** A vote with all that its cards tell; one member for each kind of matter. */
export type VoteView = LoanBallotView;

/** A kind of matter, as the keys of its texts name it. */
export type VoteKind = VoteView["kind"];

/** Postback data of what the cards of a kind can open beside the vote. */
export interface MoreButtons {
  /** Every row of a loan's schedule. */
  rows?: string;
}

/** What a kind of matter looks like on the cards of its votes; the words that each kind needs stand in `votes.<kind>` of the locales. */
export interface VoteFace<View> {
  /** What the committee reads before the card, a line each. */
  facts(say: Speak, view: View): string[];
  /** What stands on the card; the first two also where it is short. */
  rows(say: Speak, view: View): Row[];
  layout(say: Speak, view: View, around: Pick<FigureCard, "title"> & Partial<FigureCard>): object;
  /** Usual reasons to be against it. */
  reasons(say: Speak): string[];
  /** How it ended, where that is not what the vote alone says; null: it is. */
  endedBadge(say: Speak, view: View): Badge | null;
  /** What became of it; "" while the vote is open. */
  ended(say: Speak, view: View): string;
  /** What can be opened beside the vote. */
  more(say: Speak, data: MoreButtons): messagingApi.QuickReplyItem[];
}

const faces: { [Kind in VoteKind]: VoteFace<Extract<VoteView, { kind: Kind }>> } = { loan: loanFace };

/** The face of a kind of matter. */
export function faceOf({ kind }: { kind: VoteKind }): VoteFace<VoteView> {
  return faces[kind];
}
