import type { Group } from "../../domain/groups/group";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { PaperHead } from "../../domain/reports/views";
import type { DayRow } from "../../storage/days";
import { findEntriesAfter } from "../../storage/journal-reports";
import { findEntriesOfDay } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import { balancesNow, type Balances } from "./balances-then";
import { headNow, markOf } from "./report-head";

/** The books over one working day: what stood on the accounts before its first entry and after its last, and the entries between. */
export interface BooksOfDay {
  head: PaperHead;
  before: Balances;
  after: Balances;
  entries: JournalEntry[];
  /** What was posted since; reversals of its entries may be among it. */
  later: JournalEntry[];
}

/** The books over a working day, up to its closing, or to now where it is open. */
export async function booksOfDay(tx: Tx, group: Group, day: DayRow, now: Date): Promise<BooksOfDay> {
  const entries = await findEntriesOfDay(tx, group.id, day._id);
  const present = await balancesNow(tx, group.id);
  const head = await headNow(tx, group, now);
  const { closingHead } = day;
  const later = closingHead ? await findEntriesAfter(tx, group.id, closingHead.seq) : [];
  const after = present.without(later);
  const mark = closingHead ? markOf(closingHead) : head.mark;
  return { head: { ...head, mark }, before: after.without(entries), after, entries, later };
}
