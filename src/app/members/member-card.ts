import { localDateOf, monthOf, type YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { missingPower, type Power } from "../../domain/groups/offices";
import { account } from "../../domain/ledger/accounts";
import type { Member, MemberStatus } from "../../domain/members/member";
import { openerNos } from "../../domain/members/openers";
import { satang, sum, type Satang } from "../../domain/money";
import { memberName, type MemberName } from "../../domain/people";
import { memberId } from "../../domain/ids";
import { pledgeDue, pledgeStanding } from "../../domain/savings/pledge";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { holdsPower, type Actor } from "../people/actor";
import { getGroupMember } from "./find-member";

/** Whoever has one of these may look a member up; only the first two see money. */
const moneyPowers: readonly Power[] = ["read-books", "record-money"];
const lookPowers: readonly Power[] = [...moneyPowers, "make-link-code", "record-helper"];

/** A member as one officer may see her. */
export interface MemberCardView {
  group: Group;
  member: MemberName;
  status: MemberStatus;
  household: string | null;
  lineHead: MemberName | null;
  guardian: MemberName | null;
  /** Who opens her passbook: her own LINE, another's, or nobody's. */
  line: "own" | "others" | "none";
  /** Satang; null for an officer who keeps no books and takes no money. The standing of the pledge is an active member's alone. */
  money: {
    pledge: Satang;
    special: Satang;
    loans: Satang;
    standing: { paidThrough: YearMonth; due: Satang } | null;
  } | null;
  /** Whether this officer may make a link code for her. */
  mayMakeCode: boolean;
}

/** The groups where a person may look members up, each once. */
export function groupsToLookIn({ offices, ...actor }: Actor): Group[] {
  const groups = offices.map(({ group }) => group);
  const able = groups.filter(({ id }) => lookPowers.some((power) => holdsPower({ offices, ...actor }, id, power)));
  return [...new Map(able.map((group) => [group.id, group])).values()];
}

/** A member with what this officer may see of her. Throws `role.missing`, `member.not-found`. */
export async function getMemberCard(
  tx: Tx,
  actor: Actor,
  { group, memberNo, now }: { group: Group; memberNo: string; now: Date },
): Promise<MemberCardView> {
  if (!groupsToLookIn(actor).some(({ id }) => id === group.id)) throw missingPower("record-money", group.name.th);
  const member = await getGroupMember(tx, group.id, memberNo);
  const near = await findMembers(tx, nearestOf(member));
  const named = (no: string | null): MemberName | null => {
    const found = near.find((one) => one.memberNo === no);
    return found ? memberName(found) : null;
  };
  const openers = openerNos(member);
  const isOpened = near.some(({ memberNo: no, link }) => openers.includes(no) && link.personId !== null);
  const { status, household } = member;
  return {
    group,
    member: memberName(member),
    status,
    household,
    lineHead: named(member.lineHeadNo),
    guardian: named(member.guardianNo),
    line: member.link.personId !== null ? "own" : isOpened ? "others" : "none",
    money: moneyPowers.some((power) => holdsPower(actor, group.id, power)) ? await moneyOf(tx, member, now) : null,
    mayMakeCode: holdsPower(actor, group.id, "make-link-code") && status !== "closed",
  };
}

function nearestOf(member: Member) {
  const { groupId, lineHeadNo } = member;
  const numbers = [...(lineHeadNo === null ? [] : [lineHeadNo]), ...openerNos(member)];
  return [...new Set(numbers)].map((no) => memberId(groupId, no));
}

async function moneyOf(tx: Tx, member: Member, now: Date): Promise<NonNullable<MemberCardView["money"]>> {
  const accounts = await findAccountsOfMembers(tx, [member.id]);
  const on = (code: string): Satang =>
    sum(accounts.filter((row) => row.code === code).map(({ balance }) => satang(balance)));
  const pledge = on(account.pledgeSavings);
  return {
    pledge,
    special: on(account.specialSavings),
    loans: on(account.loans),
    standing:
      member.status === "active"
        ? {
            paidThrough: pledgeStanding(member, pledge).paidThrough,
            due: pledgeDue(member, pledge, monthOf(localDateOf(now))).amount,
          }
        : null,
  };
}
