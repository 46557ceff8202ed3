import { noticesOfMessages } from "../app/notices/month-messages";
import { findLiveGroups } from "../storage/groups";
import { unparkRows } from "../storage/outbox";
import { inTransaction } from "../storage/tx";
import type { JobContext } from "./context";

/** Shares of the month's messages at which the operator is told, in percent. */
const warnings = [90, 70];

/** Reads the month's quota and use; what was parked for want of quota goes again where there is room. Officers hear where little or nothing is left. */
export async function readQuota({ line, metrics, alert, notify, now }: JobContext): Promise<void> {
  const { limit, used } = await line.quota();
  metrics.pushesBilled.set(used);
  metrics.quotaLimit.set(limit ?? -1);
  if (limit === null || used < limit) await unparkRows(now);
  if (limit === null) return;
  const reached = warnings.find((percent) => used * 100 >= limit * percent);
  if (reached !== undefined) alert("line.quota-low", { percent: reached });
  const percent = limit === 0 ? 100 : Math.floor((used * 100) / limit);
  for (const group of await inTransaction((tx) => findLiveGroups(tx)))
    await inTransaction(async (tx) => notify(tx, await noticesOfMessages(tx, group, percent, now), now));
}
