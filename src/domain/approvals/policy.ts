import type { Committee } from "../groups/offices";
import type { Satang } from "../money";

export const tieRules = ["rejected", "chair"] as const;

/** Who decides on a matter up to a sum, and how. */
export interface DecisionBand {
  /** Satang; null: whatever is above the bands before it. */
  upTo: Satang | null;
  /** Whose members vote, each person once. */
  committees: Committee[];
  /** The least votes that make a decision. */
  quorum: number;
  /** Whether it may be decided in chat between meetings; else it waits for the meeting. */
  betweenMeetings: boolean;
}

/** How a committee decides, as the group's rules have it. Nobody decides on what she, her spouse or her household asks for, or on what she guarantees. */
export interface CommitteePolicy {
  bands: DecisionBand[];
  /** As many votes for as against: it falls, or the chair's vote decides. */
  tie: (typeof tieRules)[number];
  /** Hours for the votes. */
  hours: number;
  /** Hours after which who has not answered is reminded, once. */
  remindHours: number;
  /** Hours after which the seats of who has not answered pass to members of these committees; null: they do not. */
  deputyHours: number | null;
  deputies: Committee[];
}

/** The band for a sum. Throws a RangeError where none reaches so far: checked rules always have one. */
export function bandFor({ bands }: Pick<CommitteePolicy, "bands">, amount: Satang): DecisionBand {
  const band = bands.find(({ upTo }) => upTo === null || amount <= upTo);
  if (!band) throw new RangeError("no band reaches so far");
  return band;
}
