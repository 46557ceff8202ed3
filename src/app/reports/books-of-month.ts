import { dayInMonth, type YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { PaperHead } from "../../domain/reports/views";
import { findEntriesFrom } from "../../storage/journal-reports";
import type { Tx } from "../../storage/tx";
import { balancesNow, type Balances } from "./balances-then";
import { headNow } from "./report-head";

/** The books over one month: what stood on the accounts before it and after it, and the entries that count in it. */
export interface BooksOfMonth {
  head: PaperHead;
  month: YearMonth;
  before: Balances;
  after: Balances;
  entries: JournalEntry[];
  later: JournalEntry[];
}

/** The books over a month, as they stand now: an entry counts in the month of its day. */
export async function booksOfMonth(tx: Tx, group: Group, month: YearMonth, now: Date): Promise<BooksOfMonth> {
  const last = dayInMonth(month, 31);
  const since = await findEntriesFrom(tx, group.id, dayInMonth(month, 1));
  const entries = since.filter(({ effectiveOn }) => effectiveOn <= last);
  const later = since.filter(({ effectiveOn }) => effectiveOn > last);
  const after = (await balancesNow(tx, group.id)).without(later);
  return { head: await headNow(tx, group, now), month, before: after.without(entries), after, entries, later };
}
