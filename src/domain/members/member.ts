import type { LocalDate, YearMonth } from "../dates";
import { memberId, type GroupId, type MemberId, type PersonId } from "../ids";
import type { Satang } from "../money";
import type { PledgeStep } from "../savings/pledge";
import type { Admission } from "./admission";

export const memberKinds = ["ordinary", "associate", "honorary", "occupational-group"] as const;
export type MemberKind = (typeof memberKinds)[number];

export const memberStatuses = ["active", "pending", "closed"] as const;
export type MemberStatus = (typeof memberStatuses)[number];

export const sexes = ["f", "m"] as const;
export type Sex = (typeof sexes)[number];

/** The LINE identity that opens a passbook. Its version rises with every change, so that what was meant for the old one never reaches the new. */
export interface Link {
  personId: PersonId | null;
  version: number;
  linkedAt: Date | null;
  /** An officer decides from here on: 72 hours after a relink or an officer's link, at once after the first link of all. */
  decidesFrom: Date | null;
}

/** Whether nothing may be decided from this link yet. */
export function isTooNew({ decidesFrom }: Link, now: Date): boolean {
  return decidesFrom !== null && decidesFrom > now;
}

/** A member of a group: the holder of a passbook. */
export interface Member {
  id: MemberId;
  groupId: GroupId;
  memberNo: string;
  name: string;
  nickname: string;
  kind: MemberKind;
  status: MemberStatus;
  joinedOn: LocalDate;
  /** Pledge per month, satang: the first one. */
  pledge: Satang;
  /** The last month whose pledge was paid when her pledge savings stood at `pledgeBase`; how it stands now follows from what they grew by. */
  pledgePaidThrough: YearMonth;
  /** Satang. */
  pledgeBase: Satang;
  /** The pledges that followed, by the month from which each holds; left out where none did. */
  pledgeSteps?: PledgeStep[];
  spouseNo: string | null;
  guardianNo: string | null;
  lineHeadNo: string | null;
  household: string | null;
  bornOn: LocalDate | null;
  sex: Sex | null;
  welfareJoinedOn: LocalDate | null;
  /** The three members who act for an occupational group; empty for everybody else. */
  signatoryNos: string[];
  /** How she was taken in, where that was recorded here; who came with setup as a member has none. */
  admission?: Admission;
  link: Link;
  /** Members whose LINE may also open this passbook, with the consent recorded face to face. */
  helpers: Helper[];
}

/** The member's spouse, where the register names one. */
export function spouseOf({ groupId, spouseNo }: Pick<Member, "groupId" | "spouseNo">): MemberId[] {
  return spouseNo === null ? [] : [memberId(groupId, spouseNo)];
}

/** Who helps with a passbook, since when its owner agreed, and before which officer she said so. */
export interface Helper {
  memberNo: string;
  consentedAt: Date;
  witnessNo: string;
}
