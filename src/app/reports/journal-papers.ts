import type { YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { sum } from "../../domain/money";
import type { JournalEntry } from "../../domain/ledger/chain";
import { movedBy } from "../../domain/ledger/journal-entry";
import type { JournalPaper } from "../../domain/reports/views";
import type { Tx } from "../../storage/tx";
import { booksOfMonth } from "./books-of-month";
import { linesOf } from "./report-lines";

/** Records move no money: who may what, who opens which passbook, which rules hold; a reversal takes back what was posted. */
const isChange = ({ kind, postings }: JournalEntry): boolean => postings.length === 0 || kind === "reversal";

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
