import { moveRows, findOpenRows, type OutboxRow } from "../storage/outbox";
import type { Metrics } from "../telemetry/metrics";
import { nextPack, staleAnswers, type Pack } from "./packing";
import type { PushBudget } from "./push-budget";
import { checkRights } from "./rights";

/** Looks at rights, reply tokens and the month's messages anew, and gives what goes to a chat next; null when nothing is due. */
export async function packChat(
  chatId: string,
  now: Date,
  { budget, metrics }: { budget: PushBudget; metrics: Metrics },
): Promise<Pack | null> {
  const times = { now, real: new Date() };
  const open = await findOpenRows(chatId);
  if (open.length === 0) return null;
  const { rows, dropped, quiet } = await checkRights(chatId, open, now);
  for (const { row, reason } of dropped) {
    await moveRows([row._id], ["waiting", "parked"], { state: "dropped", lastError: reason });
    metrics.sends.inc({ channel: "none", kind: row.kind, result: reason });
  }
  await moveRows(
    quiet.map((row) => row._id),
    ["waiting"],
    { dueAt: null },
  );
  const stale = staleAnswers(rows, times);
  await moveRows(
    stale.map((row) => row._id),
    ["waiting"],
    { reply: null, dueAt: null },
  );
  const usable = rows.map((row) => (stale.includes(row) ? { ...row, reply: null, dueAt: null } : row));
  return nextPack(chatId, await withinBudget(usable, now, budget), times);
}

/** While the month's messages run low, only what is urgent is pushed; the rest rides, and is looked at again in an hour. */
async function withinBudget(rows: OutboxRow[], now: Date, budget: PushBudget): Promise<OutboxRow[]> {
  if (!budget.isReserved) return rows;
  const later = rows.filter(
    (row) => row.kind !== "answer" && row.urgency !== "now" && row.dueAt !== null && row.dueAt <= now,
  );
  const dueAt = new Date(now.getTime() + 60 * 60_000);
  await moveRows(
    later.map((row) => row._id),
    ["waiting"],
    { dueAt },
  );
  return rows.map((row) => (later.includes(row) ? { ...row, dueAt } : row));
}
