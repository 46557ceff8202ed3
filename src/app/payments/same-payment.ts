import type { Group } from "../../domain/groups/group";
import { standingOf } from "../../domain/ledger/cash-flow";
import { receiptText } from "../../domain/ledger/receipt";
import { entryKindOf, isSamePayment, type Payment } from "../../domain/payments/payment";
import { findEntriesOfDay } from "../../storage/journal";
import type { Tx } from "../../storage/tx";

/** A payment that stands in the books of the day already: its voucher, and when. */
export interface EarlierPayment {
  voucher: string;
  at: Date;
}

/** The newest payment of a day of the same kind, passbook and sum that still holds; null where there is none. */
export async function findSamePayment(
  tx: Tx,
  { group, payment, dayId }: { group: Group; payment: Payment; dayId: string },
): Promise<EarlierPayment | null> {
  const ofDay = await findEntriesOfDay(tx, group.id, dayId, [entryKindOf[payment.kind], "reversal"]);
  const same = standingOf(ofDay).findLast((entry) => isSamePayment(group, payment, entry));
  return same?.receipt ? { voucher: receiptText(same.receipt), at: same.postedAt } : null;
}
