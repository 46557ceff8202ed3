import { destroyOldSlips } from "../app/transfers/destroy-slips";
import type { PhotoId } from "../domain/ids";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Destroys slips of transfers that nobody told, and of those that were refused long ago, so many in a transaction. */
export async function destroySlips({ now, log }: Pick<JobContext, "now" | "log">): Promise<void> {
  let total = 0;
  const next = (after: PhotoId | null) => inTransaction((tx) => destroyOldSlips(tx, { after, now }));
  for (let done = await next(null); done; done = await next(done.through)) total += done.destroyed;
  if (total > 0) log.info({ slips: total }, "slips are destroyed");
}
