import type { Group } from "../../domain/groups/group";
import { closingCode } from "../../domain/ledger/closing-code";
import type { BooksMark, PaperHead } from "../../domain/reports/views";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";

/** The mark of an entry of the books: its number and the code that is drawn from its hash, a closing code where it closed a day. */
export function markOf({ seq, hash }: { seq: number; hash: string }): BooksMark {
  return { seq, code: closingCode({ hash }) };
}

/** The head of a paper that goes up to the books' last entry now. */
export async function headNow(tx: Tx, group: Group, now: Date): Promise<PaperHead> {
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has its books");
  return { group, madeAt: now, mark: markOf(head) };
}
