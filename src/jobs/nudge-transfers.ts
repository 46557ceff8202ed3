import { findGroupsWithOverdue, nudgeGroup } from "../app/transfers/nudge-transfers";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/**
 * Reminds of transfers that nobody compared within three days: who may confirm them, later the chair, each once, a transaction a group. It is told
 * with the bundle of the day, so never at night, whenever this runs.
 */
export async function nudgeTransfers({ now, notify, log }: Pick<JobContext, "now" | "notify" | "log">): Promise<void> {
  const ids = await inTransaction((tx) => findGroupsWithOverdue(tx, now));
  for (const id of ids)
    await inTransaction(async (tx) => {
      const notices = await nudgeGroup(tx, id, now);
      await notify(tx, notices, now);
    });
  if (ids.length > 0) log.info({ groups: ids.length }, "transfers that wait");
}
