import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { countedOn } from "../../../domain/ledger/head";
import type { LoanContract } from "../../../domain/loans/contract";
import { splitRepayment, type RepaymentAmount } from "../../../domain/loans/repayment/split";
import type { DepositSplit } from "../../../domain/savings/deposit";
import { findHeads } from "../../../storage/ledger-heads";
import type { Tx } from "../../../storage/tx";
import { standingsOf } from "../standings";

/**
 * What of a payment on a contract goes to the fine, the interest and the principal, on the day that the group's open day counts for; null where
 * its paper makes no schedule, so that somebody says it. Nothing is posted. Throws as `splitRepayment`.
 */
export async function planRepayment(
  tx: Tx,
  group: Group,
  contract: LoanContract,
  { amount, now }: { amount: RepaymentAmount; now: Date },
): Promise<DepositSplit[] | null> {
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  const [standing] = await standingsOf(tx, group, [contract], countedOn(head.day, localDateOf(now)));
  return standing ? splitRepayment(standing, amount) : null;
}
