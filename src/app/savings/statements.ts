import { addMonths, dayInMonth, type LocalDate, type YearMonth } from "../../domain/dates";
import type { GroupId, MemberId } from "../../domain/ids";
import type { AccountCode } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { madeGoodBy } from "../../domain/differences/difference";
import { paperDayOf } from "../../domain/ledger/head";
import { movedBy, type ReceiptNo } from "../../domain/ledger/journal-entry";
import { parseReceiptText, receiptText } from "../../domain/ledger/receipt";
import { satang, sum, type Satang } from "../../domain/money";
import type { Member } from "../../domain/members/member";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import { purposeOf, type DepositPurpose } from "../../domain/savings/deposit";
import type { Group } from "../../domain/groups/group";
import {
  findAllByReceipt,
  findByReceipt,
  findByReceipts,
  findEntriesOfMember,
  findReversalsOf,
  findSettledBy,
} from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { refuseIfReversed } from "../ledger/reversals";
import type { Passbook } from "../people/actor";
import { wordedFor, type WordedGroup } from "../rules/money-words";

/** One line of a passbook: what moved, by whom, and whether it was put right later. */
export interface StatementLine {
  seq: number;
  kind: JournalEntry["kind"];
  on: LocalDate;
  at: Date;
  /** Change of the passbook in satang; negative where it was taken back. */
  change: Satang;
  parts: { code: AccountCode; change: Satang }[];
  receipt: string | null;
  reversed: boolean;
  by: OfficerName | null;
}

/** A page of a passbook, newest first. */
export interface Statement {
  lines: StatementLine[];
  /** Where the next page begins; null when there is none. */
  before: number | null;
}

/** Which part of a passbook is asked for. */
export type StatementPeriod = { kind: "latest" } | { kind: "month"; month: YearMonth } | { kind: "year"; year: number };

/** Which receipts are asked for. */
export type ReceiptPeriod = { kind: "day"; on: LocalDate } | Exclude<StatementPeriod, { kind: "latest" }>;

export const statementPageSize = 8;

/** A page of eight lines of a passbook: the latest, or of a month or (Common Era) year. */
export async function getStatement(
  tx: Tx,
  passbook: Passbook,
  period: StatementPeriod,
  before: number | null,
): Promise<Statement> {
  const range = period.kind === "latest" ? {} : rangeOf(period);
  const entries = await findEntriesOfMember(tx, passbook.member.id, {
    ...range,
    ...(before === null ? {} : { before }),
    limit: statementPageSize + 1,
  });
  const page = entries.slice(0, statementPageSize);
  const lines = await linesOf(tx, page, passbook.member.id);
  return { lines, before: entries.length > page.length ? (page.at(-1)?.seq ?? null) : null };
}

interface DayRange {
  from: LocalDate;
  to: LocalDate;
}

function rangeOf(period: Exclude<StatementPeriod, { kind: "latest" }>): DayRange {
  if (period.kind === "month") return { from: dayInMonth(period.month, 1), to: dayInMonth(period.month, 31) };
  const january = `${period.year}-01` as YearMonth;
  return { from: dayInMonth(january, 1), to: dayInMonth(addMonths(january, 11), 31) };
}

async function linesOf(tx: Tx, entries: readonly JournalEntry[], memberId: MemberId): Promise<StatementLine[]> {
  const reversed = new Set(
    (
      await findReversalsOf(
        tx,
        entries.map((entry) => entry.id),
      )
    ).map((reversal) => reversal.reverses),
  );
  const officers = await findMembers(tx, [...new Set(entries.flatMap((entry) => entry.actor.memberId ?? []))]);
  return entries.map((entry) => {
    const parts = partsOf(entry, memberId);
    return {
      seq: entry.seq,
      kind: entry.kind,
      on: entry.effectiveOn,
      at: entry.postedAt,
      change: sum(parts.map((part) => part.change)),
      parts,
      receipt: entry.receipt ? receiptText(entry.receipt) : null,
      reversed: reversed.has(entry.id),
      by: officerName(entry.actor, officers),
    };
  });
}

const partsOf = (entry: JournalEntry, memberId: MemberId): StatementLine["parts"] =>
  entry.postings
    .filter((posting) => posting.memberId === memberId)
    .map(({ code, side, amount }) => ({ code, change: side === "credit" ? amount : satang(-amount) }));

/** A receipt as it is shown again to whose passbook it is about. */
export interface ReceiptAgain {
  group: WordedGroup;
  member: MemberName;
  receipt: string;
  at: Date;
  /** The day of the paper from which it was entered; left out where it was not. */
  paperOn?: LocalDate;
  by: OfficerName | null;
  kind: JournalEntry["kind"];
  /** Empty where it went into no passbook: cash that made a difference good. */
  rows: { purpose: DepositPurpose; amount: Satang }[];
  total: Satang;
  checkCode: string;
  reversed: boolean;
}

/** The receipts and payment vouchers of a day, month or year in these passbooks, oldest first in each; with them what their owners made good of a difference. */
export async function getReceiptsOf(
  tx: Tx,
  passbooks: readonly Passbook[],
  period: ReceiptPeriod,
): Promise<ReceiptAgain[]> {
  const range = period.kind === "day" ? { from: period.on, to: period.on } : rangeOf(period);
  const settled = await findSettledBy(tx, namesOf(passbooks), range);
  const kept: KeptReceipt[] = [];
  for (const { member, group } of passbooks) {
    const entries = await findEntriesOfMember(tx, member.id, range);
    const all = [...entries, ...settled.filter((entry) => madeGoodBy(entry) === member.id)];
    kept.push(...all.sort((a, b) => a.seq - b.seq).map((entry) => ({ member, group, entry })));
  }
  return receiptsAgain(tx, kept);
}

const namesOf = (passbooks: readonly Passbook[]) => ({
  groupIds: [...new Set(passbooks.map(({ group }) => group.id))],
  memberNos: passbooks.map(({ member }) => member.memberNo),
});

/** The receipts among a group's entries, for each of these members, as they are shown again. */
export async function receiptsOfEntries(
  tx: Tx,
  group: Group,
  members: readonly Member[],
  entries: readonly JournalEntry[],
): Promise<ReceiptAgain[]> {
  const ofMember = ({ id }: Member) => entries.filter((entry) => partsOf(entry, id).length > 0);
  return receiptsAgain(
    tx,
    members.flatMap((member) => ofMember(member).map((entry) => ({ member, group, entry }))),
  );
}

/** An entry as one of its members has it. */
interface KeptReceipt {
  member: Member;
  group: Group;
  entry: JournalEntry;
}

async function receiptsAgain(tx: Tx, all: readonly KeptReceipt[]): Promise<ReceiptAgain[]> {
  const kept = all.filter(({ entry }) => entry.receipt);
  const ids = kept.map(({ entry }) => entry.id);
  const reversed = new Set((await findReversalsOf(tx, ids)).map((reversal) => reversal.reverses));
  const officers = await findMembers(tx, [...new Set(kept.flatMap(({ entry }) => entry.actor.memberId ?? []))]);
  const receipts: ReceiptAgain[] = [];
  for (const { member, group, entry } of kept) {
    const parts = partsOf(entry, member.id);
    const purposes = parts.map(({ code }) => purposeOf(code));
    receipts.push({
      group: await wordedFor(tx, group, entry.effectiveOn, purposes),
      member: memberName(member),
      receipt: entry.receipt ? receiptText(entry.receipt) : "",
      at: entry.postedAt,
      ...paperDayOf(entry),
      by: officerName(entry.actor, officers),
      rows: parts.map(({ code, change }) => ({ purpose: purposeOf(code), amount: change })),
      kind: entry.kind,
      total: parts.length === 0 ? movedBy(entry) : sum(parts.map((part) => part.change)),
      checkCode: checkCodeOf(entry.hash),
      reversed: reversed.has(entry.id),
    });
  }
  return receipts;
}

/** What the check of a receipt came to: `put-right` where all three match, and the entry was put right since. */
export type ReceiptOutcome = "matches" | "differs" | "put-right";

/** Whether a receipt's number, check code and sum belong together in a group, and still hold: answers anyone, and tells nothing else. */
export async function checkReceipt(
  tx: Tx,
  groups: readonly Group[],
  input: { receipt: ReceiptNo; checkCode: string; amount: Satang },
): Promise<ReceiptOutcome> {
  const entries = await findAllByReceipt(
    tx,
    groups.map(({ id }) => id),
    input.receipt,
  );
  const same = entries.filter(
    (entry) => checkCodeOf(entry.hash) === input.checkCode.toUpperCase() && movedBy(entry) === input.amount,
  );
  const reversals = await findReversalsOf(
    tx,
    same.map(({ id }) => id),
  );
  if (same.length === 0) return "differs";
  return same.length > reversals.length ? "matches" : "put-right";
}

/** Which of the receipts of one list, all of one year and series, were put right since, in its order. */
export async function reversedAmong(tx: Tx, groupId: string, receipts: readonly string[]): Promise<string[]> {
  const parsed = receipts.flatMap((receipt) => parseReceiptText(receipt) ?? []);
  const [first] = parsed;
  if (!first) return [];
  const entries = await findByReceipts(
    tx,
    groupId as GroupId,
    first,
    parsed.map(({ no }) => no),
  );
  const ids = entries.map(({ id }) => id);
  const reversed = new Set((await findReversalsOf(tx, ids)).map(({ reverses }) => reverses));
  const putRight = new Set(
    entries.flatMap(({ id, receipt }) => (receipt && reversed.has(id) ? receiptText(receipt) : [])),
  );
  return receipts.filter((receipt) => putRight.has(receipt));
}

/** Throws `entry.already-reversed` when the receipt of a group was put right since. */
export async function refuseReversedReceipt(tx: Tx, groupId: string, receipt: string): Promise<void> {
  const parsed = parseReceiptText(receipt);
  const entry = parsed && (await findByReceipt(tx, groupId as GroupId, parsed));
  if (entry) await refuseIfReversed(tx, entry);
}
