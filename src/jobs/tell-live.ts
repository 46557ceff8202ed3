import { tellNextLive } from "../app/parallel-run/tell-live";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Tells the linked members of each group that paper does not count any more, so many in a transaction; nobody twice. */
export async function tellLive({ now, notify, log }: JobContext): Promise<void> {
  let told = 0;
  for (;;) {
    const count = await inTransaction(async (tx) => {
      const notices = await tellNextLive(tx);
      if (notices) await notify(tx, notices, now);
      return notices?.length ?? null;
    });
    if (count === null) break;
    told += count;
  }
  if (told > 0) log.info({ told }, "members know that their group went live");
}
