import { strict as assert } from "node:assert";
import type { AccountCode } from "../ledger/accounts";
import type { JournalEntry } from "../ledger/chain";
import { add, subtract, sum, type Satang } from "../money";

/** What came to an account and left it by one entry, and what stood there after it; satang. */
export interface MoneyLine {
  entry: JournalEntry;
  received: Satang;
  paid: Satang;
  balance: Satang;
}

/** An account of money (cash, or the bank) over a time: what stood there before, each line, the sums, and what stands there after. */
export interface MoneyBook {
  opening: Satang;
  lines: MoneyLine[];
  received: Satang;
  paid: Satang;
  closing: Satang;
}

/**
 * The lines of an account of money from what stood on it before and the entries after that, in order; its debit side is what came in.
 * Throws an AssertionError where the lines do not lead to `closing`, what stands there after them.
 */
export function moneyBookOf(
  code: AccountCode,
  entries: readonly JournalEntry[],
  { opening, closing }: Pick<MoneyBook, "opening" | "closing">,
): MoneyBook {
  let balance = opening;
  const lines = entries.flatMap((entry): MoneyLine[] => {
    const on = entry.postings.filter((posting) => posting.code === code);
    if (on.length === 0) return [];
    const received = sum(on.filter(({ side }) => side === "debit").map(({ amount }) => amount));
    const paid = sum(on.filter(({ side }) => side === "credit").map(({ amount }) => amount));
    balance = subtract(add(balance, received), paid);
    return [{ entry, received, paid, balance }];
  });
  assert.equal(balance, closing, "the lines of a cash book lead to its closing balance");
  const totals = { received: sum(lines.map((line) => line.received)), paid: sum(lines.map((line) => line.paid)) };
  return { opening, lines, ...totals, closing };
}
