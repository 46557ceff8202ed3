import type { LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { JournalEntry } from "../../domain/ledger/chain";
import { checkCodeOf } from "../../domain/ledger/chain";
import { paperDayOf } from "../../domain/ledger/head";
import { movedBy, type EntryKind, type ReceiptNo } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import { satang, type Satang } from "../../domain/money";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import { purposeOf, type DepositPurpose } from "../../domain/savings/deposit";
import { findByReceipt, findReversalsOf } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { getSeenPassbooks, holdsPower, type Actor } from "../people/actor";
import { wordedFor, type WordedGroup } from "../rules/money-words";
import { membersOf } from "./report-lines";

/** One receipt or voucher, shown again by its number. */
export interface ShownReceipt {
  group: WordedGroup;
  kind: EntryKind;
  /** Whose passbook it is about; null where it is about none. */
  member: MemberName | null;
  receipt: string;
  at: Date;
  /** The day of the paper from which it was entered; left out where it was not. */
  paperOn?: LocalDate;
  by: OfficerName | null;
  second: OfficerName | null;
  rows: { purpose: DepositPurpose; amount: Satang }[];
  total: Satang;
  checkCode: string;
  reversed: boolean;
}

/**
 * The receipts with a number that a person may see, one a group at most: of the passbooks that her phone opens, and of the group whose books
 * she reads or at whose table she records. Throws `entry.not-found`, also where the receipt is somebody else's.
 */
export async function findReceipts(tx: Tx, actor: Actor, receipt: ReceiptNo): Promise<ShownReceipt[]> {
  const passbooks = new Set((await getSeenPassbooks(tx, actor)).map(({ member }) => member.id));
  const groups = [...new Map(actor.own.map(({ group }) => [group.id, group])).values()];
  const found: ShownReceipt[] = [];
  for (const group of groups) {
    const entry = await findByReceipt(tx, group.id, receipt);
    if (!entry) continue;
    const isOfficer = (["read-books", "record-money"] as const).some((power) => holdsPower(actor, group.id, power));
    if (isOfficer || membersOf(entry).some((id) => passbooks.has(id))) found.push(await shownOf(tx, group, entry));
  }
  if (found.length === 0) throw new DomainError("entry.not-found", { receipt: receiptText(receipt) });
  return found;
}

async function shownOf(tx: Tx, group: WordedGroup, entry: JournalEntry): Promise<ShownReceipt> {
  const [id = null] = membersOf(entry);
  const people = [id, entry.actor.memberId, entry.secondedBy?.memberId ?? null].filter((one) => one !== null);
  const members = await findMembers(tx, [...new Set(people)]);
  const member = members.find((one) => one.id === id);
  const rows = entry.postings
    .filter(({ memberId }) => memberId !== undefined && memberId === id)
    .map(({ code, side, amount }) => ({
      purpose: purposeOf(code),
      amount: side === "credit" ? amount : satang(-amount),
    }));
  const [reversal] = await findReversalsOf(tx, [entry.id]);
  const purposes = rows.map(({ purpose }) => purpose);
  return {
    group: await wordedFor(tx, group, entry.effectiveOn, purposes),
    kind: entry.kind,
    member: member ? memberName(member) : null,
    receipt: entry.receipt ? receiptText(entry.receipt) : "",
    at: entry.postedAt,
    ...paperDayOf(entry),
    by: officerName(entry.actor, members),
    second: entry.secondedBy ? officerName(entry.secondedBy, members) : null,
    rows,
    total: movedBy(entry),
    checkCode: checkCodeOf(entry.hash),
    reversed: reversal !== undefined,
  };
}
