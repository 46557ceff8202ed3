import { findToRelease, releaseRequest } from "../app/loans/payouts/release";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Gives the money of granted loans free that nobody fetched in time, a transaction a request; running it again finds none. */
export async function releaseLoans({ now, notify, log }: Pick<JobContext, "now" | "notify" | "log">): Promise<void> {
  const over = await inTransaction((tx) => findToRelease(tx, now));
  for (const request of over)
    await inTransaction(async (tx) => {
      const notices = await releaseRequest(tx, request, now);
      await notify(tx, notices, now);
    });
  if (over.length > 0) log.info({ requests: over.length }, "granted loans were not fetched in time");
}
