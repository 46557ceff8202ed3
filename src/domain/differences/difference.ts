import { countedThings, differenceAccountOf } from "../closing/day-count";
import { memberId, type EntryId, type GroupId, type MemberId } from "../ids";
import { account, type AccountCode, type AccountRef } from "../ledger/accounts";
import type { JournalEntry } from "../ledger/chain";
import { credit, debit, movedBy, type EntryKind, type Posting } from "../ledger/journal-entry";
import { receiptText } from "../ledger/receipt";
import { satang, zero, type Satang } from "../money";

/** Where a difference was found: counting cash or bank, or between the sums with which the books began. */
export const differenceThings = [...countedThings, "opening"] as const;
export type DifferenceThing = (typeof differenceThings)[number];

/** The account on which each stands until it is solved. */
export const accountOfDifference: Readonly<Record<DifferenceThing, AccountCode>> = {
  ...differenceAccountOf,
  opening: account.openingDifference,
};

/** What becomes of a difference that a count found: of one that is short an expense, or somebody makes it good; of one that is over an income, or its owner has it. */
export const differenceWays = ["expense", "made-good", "income", "owner"] as const;
export type DifferenceWay = (typeof differenceWays)[number];

/** How two officers settle a difference. */
export interface Settlement {
  what: DifferenceThing;
  way: DifferenceWay;
  /** Satang, more than nothing. */
  amount: Satang;
  /** Who makes it good with cash, or whose it is; null where it is nobody's. */
  memberNo: string | null;
  reason: string;
  resolution: string;
}

/** The ways for a difference that is short. */
export const waysOfShort: readonly DifferenceWay[] = ["expense", "made-good"];

/** What it does to the books of a group. */
export function settlementPostings(groupId: GroupId, { what, way, amount, memberNo }: Settlement): Posting[] {
  const difference: AccountRef = { groupId, code: accountOfDifference[what] };
  const other = otherSide(groupId, way, memberNo);
  return waysOfShort.includes(way)
    ? [debit(other, amount), credit(difference, amount)]
    : [debit(difference, amount), credit(other, amount)];
}

function otherSide(groupId: GroupId, way: DifferenceWay, memberNo: string | null): AccountRef {
  switch (way) {
    case "expense":
      return { groupId, code: account.otherExpenses };
    case "made-good":
      return { groupId, code: account.cash };
    case "income":
      return { groupId, code: account.otherIncome };
    case "owner":
      return { groupId, code: account.specialSavings, memberId: memberId(groupId, memberNo ?? "") };
  }
}

/** A difference that two officers settled, as closings tell of it; satang. */
export interface SettledDifference extends Pick<Settlement, "what" | "way" | "amount"> {
  voucher: string;
}

/** What was settled among a group's entries and not taken back among them, in order. */
export function settledAmong(entries: readonly JournalEntry[]): SettledDifference[] {
  const takenBack = new Set(entries.map(({ reverses }) => reverses));
  return entries.flatMap((entry): SettledDifference[] => {
    const { id, kind, record, receipt } = entry;
    if (kind !== "difference.settled" || takenBack.has(id) || !receipt) return [];
    const [what, way] = [record?.["what"] as DifferenceThing, record?.["way"] as DifferenceWay];
    return [{ what, way, amount: movedBy(entry), voucher: receiptText(receipt) }];
  });
}

/** The kinds of entries by which differences come and go. */
export const differenceKinds: readonly EntryKind[] = [
  "opening.group",
  "count.difference",
  "difference.settled",
  "reversal",
];

/** What stands on a difference account since it last came to nothing. */
export interface OpenDifference {
  /** Satang: below zero where money is short. */
  amount: Satang;
  /** The counts that found it, or the opening of the books. */
  counts: JournalEntry[];
  /** Who kept the boxes in which it was found. */
  keptBy: MemberId[];
}

/** What is open of a thing's differences; `entries` are the group's of the kinds by which they come and go, in order. */
export function openDifferenceOf(entries: readonly JournalEntry[], what: DifferenceThing): OpenDifference {
  const code = accountOfDifference[what];
  let amount: number = zero;
  let counts: JournalEntry[] = [];
  const solvedBy = new Map<EntryId | undefined, JournalEntry[]>();
  for (const entry of entries) {
    const own = entry.postings.filter((posting) => posting.code === code);
    if (own.length === 0) continue;
    amount += own.reduce((total, { side, amount: sum }) => total + (side === "credit" ? sum : -sum), 0);
    if (entry.kind === "count.difference" || entry.kind === "opening.group") counts.push(entry);
    if (entry.kind === "difference.settled") solvedBy.set(entry.id, counts);
    // What the reversal of a settlement opens again was found by the same counts.
    if (entry.kind === "reversal") counts = [...new Set([...(solvedBy.get(entry.reverses) ?? []), ...counts])];
    if (amount === 0) counts = [];
  }
  return { amount: satang(amount), counts, keptBy: [...new Set(counts.flatMap(keepersIn))] };
}

/** Whose boxes a count found a difference in, as its entry names them. */
function keepersIn({ record }: JournalEntry): MemberId[] {
  return String(record?.["keptBy"] ?? "")
    .split(" ")
    .filter((id) => id !== "") as MemberId[];
}

/** Who made a difference good with cash; null for every other entry. No posting names her, since the cash is the group's. */
export function madeGoodBy({ kind, record, postings }: JournalEntry): MemberId | null {
  const [first] = postings;
  const no = record?.["memberNo"];
  if (kind !== "difference.settled" || record?.["way"] !== "made-good" || typeof no !== "string" || !first) return null;
  return memberId(first.groupId, no);
}
