import type { JournalEntry } from "../../domain/ledger/chain";
import { findReversalsOf } from "../../storage/journal";
import type { Tx } from "../../storage/tx";

/** The deposits among these entries that still hold: none that was put right since. */
export async function standingDeposits(tx: Tx, entries: readonly JournalEntry[]): Promise<JournalEntry[]> {
  const deposits = entries.filter(({ kind }) => kind === "savings.deposit");
  const reversals = await findReversalsOf(
    tx,
    deposits.map(({ id }) => id),
  );
  const reversed = new Set(reversals.map(({ reverses }) => reverses));
  return deposits.filter(({ id }) => !reversed.has(id));
}
