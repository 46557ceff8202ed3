import { tellChangedRules } from "../app/rules/tell-rules";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Tells the linked members of each group whose rules were changed what changes, so many in a transaction; nobody twice. */
export async function tellRules({ now, notify, log }: JobContext): Promise<void> {
  let told = 0;
  for (;;) {
    const count = await inTransaction(async (tx) => {
      const notices = await tellChangedRules(tx);
      if (notices) await notify(tx, notices, now);
      return notices?.length ?? null;
    });
    if (count === null) break;
    told += count;
  }
  if (told > 0) log.info({ told }, "changed rules are told");
}
