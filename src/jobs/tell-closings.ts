import { tellNextClosing } from "../app/closing/tell-members";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Tells the members of closed working days who did not hear in the closing itself, so many in a transaction; nobody twice. */
export async function tellClosings({ now, notify, log }: Pick<JobContext, "now" | "notify" | "log">): Promise<void> {
  let told = 0;
  for (;;) {
    const count = await inTransaction(async (tx) => {
      const notices = await tellNextClosing(tx);
      if (notices) await notify(tx, notices, now);
      return notices?.length ?? null;
    });
    if (count === null) break;
    told += count;
  }
  if (told > 0) log.info({ told }, "closings are told");
}
