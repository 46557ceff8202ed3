import mongoose from "mongoose";
import { inboxDepth } from "../storage/inbox";
import { outboxDepth } from "../storage/outbox";
import type { Metrics } from "../telemetry/metrics";

/** One part of what must work, and whether it does. */
export interface Readiness {
  ready: boolean;
  parts: Record<string, "ok" | "failing">;
}

/** Asks the database and every loop of this process; answers within two seconds. */
export async function readiness(loops: Record<string, () => boolean>): Promise<Readiness> {
  const parts: Readiness["parts"] = {};
  parts["database"] = (await databaseAnswers()) ? "ok" : "failing";
  for (const [name, works] of Object.entries(loops)) parts[name] = works() ? "ok" : "failing";
  return { ready: Object.values(parts).every((part) => part === "ok"), parts };
}

async function databaseAnswers(): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  const ping = mongoose.connection.db?.admin().ping();
  return Promise.race([
    timeout,
    ping
      ? ping.then(
          () => true,
          () => false,
        )
      : Promise.resolve(false),
  ]);
}

/** Reads depths and ages into the gauges, as /metrics is asked. */
export async function refreshGauges(metrics: Metrics, now: Date): Promise<void> {
  const [inbox, outbox] = await Promise.all([inboxDepth(), outboxDepth(now)]);
  metrics.inboxDepth.set({ state: "waiting" }, inbox.waiting);
  metrics.inboxDepth.set({ state: "parked" }, inbox.parked);
  metrics.inboxOldestSeconds.set(inbox.oldestWaitingAt ? (Date.now() - inbox.oldestWaitingAt.getTime()) / 1000 : 0);
  metrics.outboxDepth.reset();
  for (const [state, rows] of Object.entries(outbox.byState)) metrics.outboxDepth.set({ state }, rows);
  metrics.outboxOldestSeconds.set(
    outbox.oldestDueAt ? Math.max(0, (now.getTime() - outbox.oldestDueAt.getTime()) / 1000) : 0,
  );
}
