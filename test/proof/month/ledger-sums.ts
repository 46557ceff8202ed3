import { account, accountKey, keptPer, normalSide, type AccountCode } from "../../../src/domain/ledger/accounts";
import { memberNoOf } from "../../../src/domain/ids";
import type { EntryKind } from "../../../src/domain/ledger/journal-entry";
import { receiptText } from "../../../src/domain/ledger/receipt";
import type { EntryRow } from "../../../src/storage/journal";

/** Sums that a card may show, in satang: of one entry, of a member's entries, and of entries that name nobody. */
export interface LedgerSums {
  byReceipt: Map<string, Set<number>>;
  byMember: Map<string, Set<number>>;
  ofNobody: Set<number>;
}

/** What an entry moved in all, in satang. */
export const movedBy = ({ postings }: EntryRow): number =>
  postings.filter(({ side }) => side === "debit").reduce((sum, { amount }) => sum + amount, 0);

/** Each posting, all of an entry together, and each touched balance of a member or a contract before and after it. */
export function sumsOf(entries: readonly EntryRow[]): LedgerSums {
  const sums: LedgerSums = { byReceipt: new Map(), byMember: new Map(), ofNobody: new Set() };
  const balances = new Map<string, number>();
  for (const entry of entries) {
    const ofEntry = new Set([movedBy(entry)]);
    for (const posting of entry.postings) {
      ofEntry.add(posting.amount);
      if (keptPer(posting) === "group") continue;
      const key = accountKey(posting);
      const before = balances.get(key) ?? 0;
      const after = before + (posting.side === normalSide(posting.code) ? posting.amount : -posting.amount);
      balances.set(key, after);
      ofEntry.add(before).add(after);
    }
    const members = new Set(entry.postings.flatMap(({ memberId }) => memberId ?? []));
    for (const id of members) for (const sum of ofEntry) setAt(sums.byMember, memberNoOf(id)).add(sum);
    if (entry.receipt) for (const sum of ofEntry) setAt(sums.byReceipt, receiptText(entry.receipt)).add(sum);
    if (members.size === 0) for (const sum of ofEntry) sums.ofNobody.add(sum);
  }
  return sums;
}

function setAt(sets: Map<string, Set<number>>, key: string): Set<number> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}

/** What stands on accounts by the entries alone, in satang on their normal sides. */
export function balancesOf(entries: readonly EntryRow[]): Map<AccountCode, number> {
  const balances = new Map<AccountCode, number>();
  for (const { code, side, amount } of entries.flatMap(({ postings }) => postings))
    balances.set(code, (balances.get(code) ?? 0) + (side === normalSide(code) ? amount : -amount));
  return balances;
}

/** What the working day came to, in satang; receipts that were taken back do not count. */
export interface DaySums {
  receipts: EntryRow[];
  /** Its receipts and vouchers that were taken back. */
  reversed: EntryRow[];
  counted: EntryRow[];
  pledge: number;
  special: number;
  principal: number;
  interest: number;
  received: number;
  paid: { kind: EntryKind; amount: number }[];
  /** Receipts of the days before that were taken back since the last closing, and not within their own day. */
  corrections: EntryRow[];
}

/** The sums of the day that was closed. */
export function daySumsOf(entries: readonly EntryRow[]): DaySums {
  const dayId = entries.find(({ kind }) => kind === "day.closed")?.dayId;
  const takenBack = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const isTakenBack = ({ _id }: EntryRow) => takenBack.has(_id);
  const ofDay = entries.filter((entry) => entry.dayId === dayId);
  const receipts = ofDay.filter(({ kind }) => kind === "savings.deposit");
  const counted = receipts.filter((entry) => !isTakenBack(entry));
  const credited = (code: AccountCode) =>
    counted
      .flatMap(({ postings }) => postings)
      .filter((posting) => posting.code === code && posting.side === "credit")
      .reduce((sum, { amount }) => sum + amount, 0);
  const paidKinds: EntryKind[] = ["savings.withdrawal", "expense.paid", "bank.deposit"];
  return {
    receipts,
    counted,
    reversed: ofDay.filter(isTakenBack),
    pledge: credited(account.pledgeSavings),
    special: credited(account.specialSavings),
    principal: credited(account.loans),
    interest: credited(account.interestIncome),
    received: counted.reduce((sum, entry) => sum + movedBy(entry), 0),
    paid: paidKinds.map((kind) => ({
      kind,
      amount: ofDay
        .filter((entry) => entry.kind === kind && !isTakenBack(entry))
        .reduce((sum, entry) => sum + movedBy(entry), 0),
    })),
    corrections: entries.filter((entry) => {
      const reversal = entries.find(({ reverses }) => reverses === entry._id);
      return reversal !== undefined && entry.dayId !== dayId && entry.dayId !== reversal.dayId;
    }),
  };
}
