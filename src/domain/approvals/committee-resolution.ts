import { buddhistYearIn } from "../dates";
import type { GroupId, MemberId } from "../ids";
import type { Satang } from "../money";
import type { ExcludedSeat, Vote } from "./ballot";

/** What was decided on one subject. */
export interface DecidedItem {
  /** The kind of its matter, "loan". */
  kind: string;
  subject: string;
  /** How people name the subject: "ก12/2569". */
  label: string;
  outcome: "granted" | "rejected" | "put-off";
  /** Satang; 0 where nothing was granted. */
  granted: Satang;
  reason: string | null;
  /** The rules under which it was put, which bind what came of it; left out: none do. */
  rules?: { version: number; clause: string };
}

/** A person's part in a resolution: her vote in chat, or what she did at the meeting. */
export interface ResolutionVoice {
  memberId: MemberId;
  /** "<committee>.<position>". */
  position: string;
  part: "for" | "against" | "entered" | "confirmed";
  reason: string | null;
  at: Date;
  /** The labels of the items that it is about; left out: all. */
  of?: string[];
}

/** A numbered resolution of a committee: who decided what, when and how. Never changed. */
export interface CommitteeResolution {
  /** `<group>/<number>`. */
  id: string;
  groupId: GroupId;
  /** "7/2569": counted by group and Buddhist year. */
  resolutionNo: string;
  year: number;
  no: number;
  how: "chat" | "meeting";
  decidedAt: Date;
  items: DecidedItem[];
  voices: ResolutionVoice[];
  excluded: ExcludedSeat[];
}

/** An item as it stands today: what was granted may hold no more, taken back to be decided anew. */
export interface RegisteredItem extends DecidedItem {
  isLapsed: boolean;
}

/** A resolution as the register shows it. */
export type RegisteredResolution = Omit<CommitteeResolution, "items"> & { items: RegisteredItem[] };

/** The number as the register writes it, "3/2569", of one that an officer typed ("3/69", "03/2569"); null where it has no such form. */
export function registerNoOf(typed: string): string | null {
  const found = /^\s*(\d{1,5})\s*\/\s*(\d{4}|\d{2})\s*$/.exec(typed);
  return found?.[1] && found[2] ? `${Number(found[1])}/${buddhistYearIn(found[2])}` : null;
}

/** The voices of votes in chat; the position of each is that of her seat. */
export function voicesOf(votes: readonly Vote[], positionOf: (memberId: MemberId) => string): ResolutionVoice[] {
  return votes.map(({ memberId, choice, reason, at }) => ({
    memberId,
    position: positionOf(memberId),
    part: choice,
    reason,
    at,
  }));
}
