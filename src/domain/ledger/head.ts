import { buddhistYearOf, type LocalDate } from "../dates";
import { entryId, type GroupId } from "../ids";
import type { Satang } from "../money";
import { genesisHash, hashOf, type JournalEntry } from "./chain";
import { assertBalanced, type EntryDraft, type EntrySource, type ReceiptNo } from "./journal-entry";

/** The one open day of a group's books: a working day, or between two of them the office day. */
export interface OpenDay {
  id: string;
  kind: "working" | "office";
  on: LocalDate;
  openedAt: Date;
  /** The calendar day on which two officers opened the desk for cash although it is no working day; left out: none. */
  cashOn?: LocalDate;
  /** The paper from which its money is entered; left out: none. */
  sheet?: Sheet;
}

/** The paper of a day whose money was taken without Sajja, and what two people counted and sealed then. */
export interface Sheet {
  /** When the money was taken. */
  on: LocalDate;
  /** All the cash in the box, in satang; null until both have said the same. */
  sealed: Satang | null;
}

/** The door by which an entry of this day comes in: from paper, where the day is entered from paper. */
export function doorOf({ sheet }: OpenDay, door: EntrySource): EntrySource {
  return sheet ? "paper" : door;
}

/** The day of the paper from which an entry came; none of what came in by another door. */
export const paperDayOf = ({
  source,
  effectiveOn,
}: Pick<EntryDraft, "source" | "effectiveOn">): { paperOn?: LocalDate } =>
  source === "paper" ? { paperOn: effectiveOn } : {};

/** The day for which money counts that is taken now: that of the paper it is entered from, the working day's own, or between two of them the day itself. */
export function countedOn({ kind, on, sheet }: OpenDay, today: LocalDate): LocalDate {
  if (sheet) return sheet.on;
  return kind === "working" ? on : today;
}

/** Where a group's chain ends: what the next entry continues. */
export interface LedgerHead {
  groupId: GroupId;
  seq: number;
  hash: string;
  /** The last receipt number given. */
  receipt: ReceiptNo;
  day: OpenDay;
}

/** The head of a group whose books are empty, with its first office day. */
export function firstHead(groupId: GroupId, on: LocalDate, openedAt: Date): LedgerHead {
  const day: OpenDay = { id: `${groupId}:day:0`, kind: "office", on, openedAt };
  return { groupId, seq: 0, hash: genesisHash, receipt: { series: "", year: buddhistYearOf(on), no: 0 }, day };
}

/** Gives drafts their places in the chain, one after the other. Throws as `seal`. */
export function sealAll(
  head: LedgerHead,
  drafts: readonly EntryDraft[],
): { entries: JournalEntry[]; head: LedgerHead } {
  const entries: JournalEntry[] = [];
  let end = head;
  for (const draft of drafts) {
    const sealed = seal(end, draft);
    entries.push(sealed.entry);
    end = sealed.head;
  }
  return { entries, head: end };
}

/**
 * Gives the draft its place in the chain: number, receipt number, hash; and the head after it.
 * Throws an AssertionError when debits and credits differ.
 */
export function seal(head: LedgerHead, draft: EntryDraft): { entry: JournalEntry; head: LedgerHead } {
  assertBalanced(draft.postings);
  const seq = head.seq + 1;
  const year = buddhistYearOf(head.day.on);
  const receipt = { series: head.receipt.series, year, no: year === head.receipt.year ? head.receipt.no + 1 : 1 };
  const unsealed = {
    ...draft,
    id: entryId(head.groupId, seq),
    groupId: head.groupId,
    seq,
    dayId: head.day.id,
    previousHash: head.hash,
    ...(draft.withReceipt ? { receipt } : {}),
  };
  const entry = { ...unsealed, hash: hashOf(unsealed) };
  return { entry, head: { ...head, seq, hash: entry.hash, receipt: draft.withReceipt ? receipt : head.receipt } };
}
