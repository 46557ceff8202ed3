import type { Notice } from "../domain/notice";
import { inTransaction, type Tx } from "../storage/tx";
import type { JobContext } from "./context";

/** What telling needs of a job's context. */
export type Telling = Pick<JobContext, "now" | "notify" | "log">;

/**
 * Tells everybody who has not heard yet, so many in a transaction and nobody twice: `next` gives the next notices and notes their readers as told;
 * null ends it. The log says how many there were.
 */
export async function tellInTurn(
  { now, notify, log }: Telling,
  next: (tx: Tx) => Promise<Notice[] | null>,
  done: string,
): Promise<void> {
  let told = 0;
  for (;;) {
    const count = await inTransaction(async (tx) => {
      const notices = await next(tx);
      if (notices) await notify(tx, notices, now);
      return notices?.length ?? null;
    });
    if (count === null) break;
    told += count;
  }
  if (told > 0) log.info({ told }, done);
}
