import { strict as assert } from "node:assert";
import { chartOfAccounts, normalSide, type AccountCode } from "../ledger/accounts";
import { satang, sum, zero, type Satang } from "../money";

/** An account with what stands on it, on one of its sides; satang. */
export interface TrialRow {
  code: AccountCode;
  debit: Satang;
  credit: Satang;
}

/** Every account with a balance, and the sum of each side, which is the same. */
export interface TrialBalance {
  rows: TrialRow[];
  total: Satang;
}

/**
 * The trial balance (งบทดลอง) of balances that stand on their accounts' normal sides, in satang: a negative one stands on the other side.
 * Throws an AssertionError where the sides differ.
 */
export function trialBalanceOf(balances: ReadonlyMap<AccountCode, Satang>): TrialBalance {
  const codes = (Object.keys(chartOfAccounts) as AccountCode[]).sort();
  const rows = codes.flatMap((code): TrialRow[] => {
    const balance = balances.get(code) ?? zero;
    if (balance === 0) return [];
    const isDebit = (normalSide(code) === "debit") === balance > 0;
    const size = satang(Math.abs(balance));
    return [{ code, debit: isDebit ? size : zero, credit: isDebit ? zero : size }];
  });
  const total = sum(rows.map(({ debit }) => debit));
  assert.equal(total, sum(rows.map(({ credit }) => credit)), "the sides of a trial balance are the same");
  return { rows, total };
}
