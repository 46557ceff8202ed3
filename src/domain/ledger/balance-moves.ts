import type { AccountRef } from "./accounts";
import type { JournalEntry } from "./chain";
import { balanceChanges } from "./journal-entry";

/** What entries that are posted together do to one balance, in satang on the account's normal side. */
export interface BalanceMove {
  ref: AccountRef;
  change: number;
  /** How far below its beginning it falls on the way, from one entry to the next; zero where it never does. */
  lowest: number;
  /** Sequence number of the last of them that moves it. */
  lastSeq: number;
}

/** The balances that these entries move, in their order, by account key; what an entry leaves as it is stands in none. */
export function balanceMoves(entries: readonly Pick<JournalEntry, "seq" | "postings">[]): Map<string, BalanceMove> {
  const moves = new Map<string, BalanceMove>();
  for (const { seq, postings } of entries)
    for (const [key, { ref, change }] of balanceChanges(postings)) {
      if (change === 0) continue;
      const before = moves.get(key) ?? { change: 0, lowest: 0 };
      const after = before.change + change;
      moves.set(key, { ref, change: after, lowest: Math.min(before.lowest, after), lastSeq: seq });
    }
  return moves;
}
