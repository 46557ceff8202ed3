import type { Group } from "../groups/group";
import type { MemberName, OfficerName } from "../people";
import type { Ballot, BallotState, ConflictKind, Vote } from "./ballot";

/** How a vote stands, as the cards of every kind of vote tell it. */
export interface BallotStanding {
  ballotId: string;
  /** How people name what it is about: "ก12/2569". */
  label: string;
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
  /** What was asked of who put it, and what she answered. */
  questions: Pick<Ballot["questions"][number], "text" | "answer">[];
  resolutionNo: string | null;
}

/** What a matter tells of itself on the cards of its votes: its kind, its group, and whatever else its own cards show. */
export interface MatterTold {
  kind: string;
  group: Group;
}

/** A vote as who has a seat in it sees it. */
export type BallotView<Told extends MatterTold> = BallotStanding & Told;

/** A question of the committee to who put a matter, and her answer. */
export interface BallotQuestionView<Kind extends string = string> {
  kind: Kind;
  /** How people name the matter. */
  label: string;
  member: MemberName;
  by: OfficerName;
  text: string;
  answer: string | null;
}
