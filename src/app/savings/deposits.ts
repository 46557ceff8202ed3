import { DomainError } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { credit, debit } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { add, satang, sum, type Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import type { Group } from "../../domain/groups/group";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findEntriesOfMemberOnDay, findReversalsOf, post } from "../../storage/journal";
import { findHeads, lockHead } from "../../storage/ledger-heads";
import { findMember, findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { notOpen, refuseLeftOpen } from "../days/next-day";
import { refuseIfReversed } from "../ledger/reversals";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";

/** For what a member hands money over. */
export type DepositPurpose = "pledge" | "special";

/** What one member hands over: each purpose with its sum. */
export interface DepositSplit {
  purpose: DepositPurpose;
  amount: Satang;
}

/** No single act of a village group's desk is larger: what is above is a typing mistake until a rule of the group says otherwise. */
export const depositLimit = satang(1_000_000_00);

const accountFor: Record<DepositPurpose, AccountCode> = {
  pledge: account.pledgeSavings,
  special: account.specialSavings,
};

/** One purpose of a deposit with the balance before and after it. */
export interface DepositRow extends DepositSplit {
  before: Satang;
  after: Satang;
}

/** What the confirmation card shows. */
export interface DepositPreview {
  group: Group;
  member: Member;
  dayId: string;
  rows: DepositRow[];
  total: Satang;
  /** The same member, purposes and sums stand already in this day. */
  already: { receipt: string; at: Date; by: OfficerName | null } | null;
}

/** What a receipt shows, on cards and on paper alike. */
export interface DepositReceipt {
  group: Group;
  member: MemberName;
  receipt: string;
  at: Date;
  by: OfficerName;
  rows: DepositRow[];
  total: Satang;
  checkCode: string;
}

/**
 * Reads what a deposit would do, for the confirmation card. Nothing is posted. Throws `role.missing`, `day.not-open`,
 * `member.not-active`, `amount.not-positive`, `amount.too-large`.
 */
export async function previewDeposit(
  tx: Tx,
  actor: Actor,
  input: { group: Group; member: Member; split: DepositSplit[]; now: Date },
): Promise<DepositPreview> {
  const { group, split } = input;
  authorize(actor, group.id, "record-money", input.now, group.name.th);
  checkSplit(split);
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind !== "working") throw await notOpen(tx, group, input.now);
  refuseLeftOpen(group, head.day, input.now);
  const member = requireActive(input.member);
  const rows = await rowsOf(tx, member, split);
  const already = await findSameDeposit(tx, await findEntriesOfMemberOnDay(tx, member.id, head.day.id), member, split);
  return { group, member, dayId: head.day.id, rows, total: sum(split.map((part) => part.amount)), already };
}

/** What came of a confirmed deposit: `already` when the same one was posted meanwhile, so that an explicit second one must be asked for. */
export type DepositOutcome =
  { kind: "posted"; receipt: DepositReceipt; member: Member } | { kind: "already"; member: Member };

/**
 * Posts a deposit once per operation. The member hears of it. Throws `card.outdated` when the day that the card shows has closed,
 * `entry.already-reversed` when the operation's entry was put right since, and what previewDeposit throws.
 */
export async function postDeposit(
  tx: Tx,
  actor: Actor,
  input: {
    operationId: ActionId;
    group: Group;
    memberId: Member["id"];
    /** The member, where this transaction has read her. */
    known?: Member | null;
    dayId: string;
    split: DepositSplit[];
    anotherOne: boolean;
    now: Date;
  },
): Promise<Done<DepositOutcome>> {
  const { group, split, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  checkSplit(split);
  const member = activeIn(group, input.memberId, input.known ?? (await findMember(tx, input.memberId)));
  const idempotencyKey = `savings.deposit:${input.operationId}`;
  const ofTheDay = await findEntriesOfMemberOnDay(tx, member.id, input.dayId);
  const earlier = ofTheDay.find((entry) => entry.idempotencyKey === idempotencyKey);
  if (earlier) {
    await refuseIfReversed(tx, earlier);
    const receipt = receiptOf(earlier, group, member, seat, await rowsAfter(tx, member, split));
    return { result: { kind: "posted", receipt, member }, notices: [] };
  }
  if (head.day.id !== input.dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  refuseLeftOpen(group, head.day, now);
  if (!input.anotherOne && (await findSameDeposit(tx, ofTheDay, member, split)))
    return { result: { kind: "already", member }, notices: [] };
  const rows = await rowsOf(tx, member, split);
  const { entry } = await post(tx, head, {
    idempotencyKey,
    kind: "savings.deposit",
    effectiveOn: head.day.on,
    postedAt: now,
    actor: entryActor(seat),
    source: "chat",
    withReceipt: true,
    postings: [
      debit({ groupId: group.id, code: account.cash }, sum(split.map((part) => part.amount))),
      ...split.map(({ purpose, amount }) =>
        credit({ groupId: group.id, code: accountFor[purpose], memberId: member.id }, amount),
      ),
    ],
  });
  const receipt = receiptOf(entry, group, member, seat, rows);
  const notice: Notice = { to: { memberId: member.id, member }, kind: "receipt.deposit", view: receipt };
  return { result: { kind: "posted", receipt, member }, notices: [notice] };
}

function checkSplit(split: readonly DepositSplit[]): void {
  if (split.length === 0 || split.some((part) => part.amount <= 0))
    throw new DomainError("amount.not-positive", { limit: depositLimit });
  if (sum(split.map((part) => part.amount)) > depositLimit)
    throw new DomainError("amount.too-large", { limit: depositLimit });
}

function activeIn(group: Group, id: Member["id"], member: Member | null): Member {
  if (member?.id !== id || member.groupId !== group.id)
    throw new DomainError("member.not-found", { query: id, groupName: group.name.th });
  return requireActive(member);
}

function requireActive(member: Member): Member {
  const { memberNo, status } = member;
  if (status !== "active") throw new DomainError("member.not-active", { memberNo, status });
  return member;
}

async function rowsOf(tx: Tx, member: Member, split: readonly DepositSplit[]): Promise<DepositRow[]> {
  const accounts = await findAccountsOfMembers(tx, [member.id]);
  return split.map((part) => {
    const before = satang(accounts.find((row) => row.code === accountFor[part.purpose])?.balance ?? 0);
    return { ...part, before, after: add(before, part.amount) };
  });
}

async function rowsAfter(tx: Tx, member: Member, split: readonly DepositSplit[]): Promise<DepositRow[]> {
  const rows = await rowsOf(tx, member, split);
  return rows.map((row) => ({ ...row, before: satang(row.before - row.amount), after: row.before }));
}

async function findSameDeposit(
  tx: Tx,
  ofTheDay: readonly JournalEntry[],
  member: Member,
  split: readonly DepositSplit[],
): Promise<DepositPreview["already"]> {
  const entries = ofTheDay.filter((entry) => entry.kind === "savings.deposit" && isSame(entry, member, split));
  const reversed = new Set(
    (
      await findReversalsOf(
        tx,
        entries.map((entry) => entry.id),
      )
    ).map((reversal) => reversal.reverses),
  );
  const same = entries.find((entry) => !reversed.has(entry.id));
  if (!same?.receipt) return null;
  const [officer] = same.actor.memberId ? await findMembers(tx, [same.actor.memberId]) : [];
  const [committee, position] = same.actor.position.split(".") as [OfficerName["committee"], OfficerName["position"]];
  return {
    receipt: receiptText(same.receipt),
    at: same.postedAt,
    by: officer ? { committee, position, name: officer.name } : null,
  };
}

function isSame(entry: JournalEntry, member: Member, split: readonly DepositSplit[]): boolean {
  const credits = entry.postings.filter((posting) => posting.memberId === member.id);
  return (
    credits.length === split.length &&
    split.every(({ purpose, amount }) =>
      credits.some((posting) => posting.code === accountFor[purpose] && posting.amount === amount),
    )
  );
}

function receiptOf(
  entry: JournalEntry,
  group: Group,
  member: Member,
  seat: HeldOffice,
  rows: DepositRow[],
): DepositReceipt {
  if (!entry.receipt) throw new Error("a deposit has a receipt number");
  return {
    group,
    member: memberName(member),
    receipt: receiptText(entry.receipt),
    at: entry.postedAt,
    by: { committee: seat.office.committee, position: seat.office.position, name: seat.member.name },
    rows,
    total: sum(rows.map((row) => row.amount)),
    checkCode: checkCodeOf(entry.hash),
  };
}
