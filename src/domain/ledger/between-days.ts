import { addDays, type LocalDate } from "../dates";
import type { OfficerName } from "../people";
import { satang, sum, type Satang } from "../money";
import { account, type AccountCode } from "./accounts";
import type { JournalEntry } from "./chain";
import { movedBy, type EntryKind } from "./journal-entry";
import { receiptText } from "./receipt";

/** What was posted between two working days: it is no part of either's totals, and stands in the report of the second alone. */
export interface BetweenDays {
  /** The days between the two; wider where something was posted on the very day of a closing or an opening. */
  from: LocalDate;
  to: LocalDate;
  /** Every entry that moved money, in the order of the books. */
  entries: JournalEntry[];
  /** Receipts and vouchers, those that were taken back as well, and their first and last number; null where there is none. */
  count: number;
  first: string | null;
  last: string | null;
  /** How many of them were taken back before the second day closed, and what the others come to, in satang. */
  undone: number;
  total: Satang;
  /** By how much cash and bank changed, in satang. */
  cash: Satang;
  bank: Satang;
}

/** An entry between two working days, as its report names it; satang. */
export interface BetweenLine {
  receipt: string | null;
  kind: EntryKind;
  on: LocalDate;
  amount: Satang;
  by: OfficerName | null;
  second: OfficerName | null;
  isUndone: boolean;
}

/**
 * What stands between the last working day and this one: of the entries since that closed, those that moved money before this one opened; null
 * where none did. `before`: the date of the last working day, null before the first.
 */
export function betweenDays(
  since: readonly JournalEntry[],
  { dayId, on, before }: { dayId: string; on: LocalDate; before: LocalDate | null },
): BetweenDays | null {
  const entries = since.filter((entry) => entry.dayId !== dayId && entry.postings.length > 0);
  const dates = entries.map(({ effectiveOn }) => effectiveOn).sort();
  const [earliest, latest] = [dates[0], dates.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  const first = before === null ? earliest : addDays(before, 1);
  const last = addDays(on, -1);
  const numbers = entries.flatMap(({ receipt }) => (receipt ? receiptText(receipt) : []));
  const takenBack = new Set(since.flatMap(({ reverses }) => reverses ?? []));
  const numbered = entries.filter(({ receipt }) => receipt);
  const standing = numbered.filter(({ id }) => !takenBack.has(id));
  return {
    from: earliest < first ? earliest : first,
    to: latest > last ? latest : last,
    entries,
    count: numbered.length,
    first: numbers[0] ?? null,
    last: numbers.at(-1) ?? null,
    undone: numbered.length - standing.length,
    total: sum(standing.map(movedBy)),
    cash: changeOn(entries, account.cash),
    bank: changeOn(entries, account.bank),
  };
}

/** By how much entries changed an account of money, in satang. */
function changeOn(entries: readonly JournalEntry[], code: AccountCode): Satang {
  const on = entries.flatMap(({ postings }) => postings).filter((posting) => posting.code === code);
  return satang(on.reduce((all, { side, amount }) => all + (side === "debit" ? amount : -amount), 0));
}
