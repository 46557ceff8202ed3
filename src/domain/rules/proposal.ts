import type { GroupId, MemberId } from "../ids";
import type { RuleVersion } from "./rule-book";

/** Where a proposal stands: waiting for its committee, in force, refused by it, or gone because the folder says something else by now. */
export type ProposalState = "open" | "adopted" | "rejected" | "withdrawn";

/** Changed rules that the setup folder proposes to a group's committee: never in force before two officers agree. */
export interface RuleProposal {
  id: string;
  groupId: GroupId;
  /** The version that it would be. */
  version: RuleVersion;
  state: ProposalState;
  proposedAt: Date;
  decidedAt: Date | null;
  /** Adopted: the last member who was told of the change; null before the first. */
  toldThrough: MemberId | null;
  /** Whether every member has been told. */
  toldAll: boolean;
}

/** The longest texts of a rule book, in UTF-16 units, and how many clauses it may have: its cards are then never higher than one screen. */
export const ruleLimits = { text: 220, word: 30, resolution: 20, clauses: 60 } as const;
