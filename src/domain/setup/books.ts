import { monthOf, type LocalDate } from "../dates";
import type { Group } from "../groups/group";
import { memberId, type GroupId, type MemberId } from "../ids";
import { account } from "../ledger/accounts";
import type { JournalEntry } from "../ledger/chain";
import { firstHead, sealAll, type LedgerHead, type OpenDay } from "../ledger/head";
import { balanceChanges, credit, debit, type EntryActor, type EntryDraft, type Posting } from "../ledger/journal-entry";
import type { AccountRef } from "../ledger/accounts";
import type { Member } from "../members/member";
import { sum, zero } from "../money";
import type { RuleVersion } from "../rules/rule-book";
import { rulesRecord, versionKey } from "../rules/seal-version";
import { groupOpeningPostings } from "./opening";
import type { GroupPlan, MemberPlan, RulesPlan } from "./plan";
import { lastDueMonth } from "../calendar";
import { groupRecord, memberRecord } from "./records";
import { withSpouses } from "./spouses";

/** A day of a group's books; the last one is open. */
export interface BookDay extends OpenDay {
  openedBy: MemberId | null;
  closing: { at: Date; by: MemberId | null; head: { seq: number; hash: string } } | null;
}

/** Everything that a group's row, register and ledger hold, made in memory. */
export interface Books {
  group: Group;
  members: Member[];
  entries: JournalEntry[];
  days: BookDay[];
  head: LedgerHead;
  /** The first version of the group's own rules, and the hash of the file that said it; null where it wrote none. */
  rules: { version: RuleVersion; written: string } | null;
}

/** What setup's own entries say of who made them. */
export const setupActor: EntryActor = { personId: null, memberId: null, position: "setup" };

/** When setup makes an entry: the instant, and the day of the books that it counts for. */
export interface SetupTime {
  now: Date;
  on: LocalDate;
}

/** The books of a group as its folder says, before anything else happened: every opening is posted, clearing stands at zero. */
export function openBooks(plan: GroupPlan, { salt, now, on }: SetupTime & { salt: string }): Books {
  const first = firstHead(plan.id, on, now);
  const effectiveOn = plan.opening?.asOf ?? on;
  const drafts = [
    ...plan.members.map((member) => memberOpening(plan.id, member, salt, { now, on: effectiveOn })),
    groupOpening(plan, salt, { now, on: effectiveOn }),
    ...firstRules(plan, { now, on: effectiveOn }),
  ];
  const { entries, head } = sealAll(first, drafts);
  const group = groupOf(plan, salt);
  return {
    group,
    members: [
      ...withSpouses(plan.members.map((member) => memberOf(group, member, effectiveOn))),
      ...delegatesOf(plan, on),
    ],
    entries,
    days: [{ ...head.day, openedBy: null, closing: null }],
    head,
    rules: plan.rules && { version: ruleVersionOf(plan.rules, 1), written: plan.rules.written },
  };
}

/** The balance that entries leave in each account, in satang on its normal side, and the last entry that moved it. */
export function balancesOf(entries: readonly JournalEntry[]): { ref: AccountRef; balance: number; lastSeq: number }[] {
  const balances = new Map<string, { ref: AccountRef; balance: number; lastSeq: number }>();
  for (const { postings, seq } of entries) {
    for (const [key, { ref, change }] of balanceChanges(postings)) {
      if (change === 0) continue;
      balances.set(key, { ref, balance: (balances.get(key)?.balance ?? 0) + change, lastSeq: seq });
    }
  }
  return [...balances.values()];
}

/** The entry that brings a member in: the facts as a record, and what she brings as savings. */
export function memberOpening(groupId: GroupId, member: MemberPlan, salt: string, { now, on }: SetupTime): EntryDraft {
  const id = memberId(groupId, member.memberNo);
  const parts = [
    { code: account.pledgeSavings, amount: member.pledgeSavings },
    { code: account.specialSavings, amount: member.specialSavings },
  ].filter(({ amount }) => amount > 0);
  const postings: Posting[] = parts.map(({ code, amount }) => credit({ groupId, code, memberId: id }, amount));
  const total = sum(parts.map(({ amount }) => amount));
  return {
    ...setupEntry({ now, on }),
    idempotencyKey: memberOpeningKey(id),
    kind: "opening.member",
    postings: total > 0 ? [debit({ groupId, code: account.openingClearing }, total), ...postings] : [],
    record: memberRecord(member, salt),
  };
}

/** The key of the entry that brought a member in. */
export function memberOpeningKey(id: MemberId): string {
  return `opening.member:${id}`;
}

/** The key of a group's entry by setup: round 0 opened its books, later ones extended them. */
export function groupOpeningKey(groupId: GroupId, round: number): string {
  return `opening.group:${groupId}:${round}`;
}

function groupOpening(plan: GroupPlan, salt: string, time: SetupTime): EntryDraft {
  return {
    ...setupEntry(time),
    idempotencyKey: groupOpeningKey(plan.id, 0),
    kind: "opening.group",
    postings: plan.opening ? groupOpeningPostings(plan.id, plan.opening) : [],
    record: groupRecord(plan, salt),
  };
}

/** Rules of the folder as the version of that number. */
export function ruleVersionOf({ resolution, effectiveFrom, clauses }: RulesPlan, number: number): RuleVersion {
  return { number, effectiveFrom, resolution, clauses };
}

/** The record of a group's first rules: nobody has to agree to what it wrote before it lived here. */
function firstRules({ id, rules }: GroupPlan, time: SetupTime): EntryDraft[] {
  if (!rules) return [];
  const version = ruleVersionOf(rules, 1);
  const idempotencyKey = `rules.adopted:${versionKey(id, version.number)}`;
  return [{ ...setupEntry(time), idempotencyKey, kind: "rules.adopted", postings: [], record: rulesRecord(version) }];
}

/** What every entry of setup has in common. */
export function setupEntry({ now, on }: SetupTime) {
  return { effectiveOn: on, postedAt: now, actor: setupActor, source: "setup", withReceipt: false } as const;
}

function groupOf(plan: GroupPlan, salt: string): Group {
  const { id, name, district, workingDay, financeMode, mode, payment, delegates, officers } = plan;
  return { id, name, district, workingDay, financeMode, mode, payment, delegates, officers, salt };
}

/**
 * A member of the register, not linked to any LINE yet. Where nobody wrote how far the pledge is paid, it is paid through the last working
 * day until `on`: nobody begins with arrears that the books do not show.
 */
export function memberOf(
  { id: groupId, workingDay }: Pick<Group, "id" | "workingDay">,
  plan: MemberPlan,
  on: LocalDate,
): Member {
  const { row: _row, complete: _complete, pledgeSavings, specialSavings: _special, ...facts } = plan;
  return {
    id: memberId(groupId, plan.memberNo),
    groupId,
    ...facts,
    pledgePaidThrough: plan.pledgePaidThrough ?? lastDueMonth(workingDay, on),
    pledgeBase: pledgeSavings,
    link: notLinked(),
    helpers: [],
  };
}

/** Delegates of a paper group have a row of the register, so that a code can link their LINE; they have no savings. */
export function delegatesOf({ id, delegates }: Pick<GroupPlan, "id" | "delegates">, on: LocalDate): Member[] {
  return delegates.map(({ no, name }) => ({
    id: memberId(id, no),
    groupId: id,
    memberNo: no,
    name,
    nickname: "",
    kind: "associate",
    status: "active",
    joinedOn: on,
    pledge: zero,
    pledgePaidThrough: monthOf(on),
    pledgeBase: zero,
    spouseNo: null,
    guardianNo: null,
    lineHeadNo: null,
    household: null,
    bornOn: null,
    sex: null,
    welfareJoinedOn: null,
    signatoryNos: [],
    link: notLinked(),
    helpers: [],
  }));
}

function notLinked(): Member["link"] {
  return { personId: null, version: 0, linkedAt: null, decidesFrom: null };
}
