import { tellChangedPayments } from "../app/payment-details/tell-payment-changes";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Tells the linked members of each group whose payment details change, or whose change was stopped, so many in a transaction; nobody twice. */
export async function tellPaymentChanges({ now, notify, log }: JobContext): Promise<void> {
  let told = 0;
  for (;;) {
    const count = await inTransaction(async (tx) => {
      const notices = await tellChangedPayments(tx);
      if (notices) await notify(tx, notices, now);
      return notices?.length ?? null;
    });
    if (count === null) break;
    told += count;
  }
  if (told > 0) log.info({ told }, "changed payment details are told");
}
