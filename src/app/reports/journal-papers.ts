import type { YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { sum } from "../../domain/money";
import type { JournalEntry } from "../../domain/ledger/chain";
import { movedBy, type EntryKind } from "../../domain/ledger/journal-entry";
import type { JournalPaper } from "../../domain/reports/views";
import type { Tx } from "../../storage/tx";
import { booksOfMonth } from "./books-of-month";
import { linesOf } from "./report-lines";

/** What moved money because earlier entries or counts were not right: one taken back, a difference found, and what two officers made of it. */
const mends: readonly EntryKind[] = ["reversal", "count.difference", "difference.settled"];

/** Records move no money: who may what, who opens which passbook, which rules hold. */
const isChange = ({ kind, postings }: JournalEntry): boolean => postings.length === 0 || mends.includes(kind);

/** The journal of a month, or only what was changed in it, in the order of the books. */
export async function journalPaper(
  tx: Tx,
  group: Group,
  { kind, month, now }: { kind: JournalPaper["kind"]; month: YearMonth; now: Date },
): Promise<JournalPaper> {
  const { head, entries, later } = await booksOfMonth(tx, group, month, now);
  const shown = kind === "journal" ? entries : entries.filter(isChange);
  const lines = await linesOf(tx, shown, [...entries, ...later]);
  return { kind, ...head, month, lines, moved: sum(shown.map(movedBy)) };
}
