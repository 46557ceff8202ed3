import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Log } from "./log";

/** What the process counts for /metrics. Labels are codes; nothing about a person. */
export interface Metrics {
  registry: Registry;
  webhooks: Counter<"outcome">;
  events: Counter<"type" | "outcome">;
  eventSeconds: Histogram;
  sends: Counter<"channel" | "kind" | "result">;
  pushesBilled: Gauge;
  quotaLimit: Gauge;
  inboxDepth: Gauge<"state">;
  inboxOldestSeconds: Gauge;
  outboxDepth: Gauge<"state">;
  outboxOldestSeconds: Gauge;
  jobRuns: Counter<"job" | "result">;
  alerts: Counter<"code">;
}

/** Makes the process's counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    webhooks: new Counter({
      name: "sajja_webhook_deliveries_total",
      help: "Webhook deliveries by outcome",
      labelNames: ["outcome"],
      registers,
    }),
    events: new Counter({
      name: "sajja_events_total",
      help: "Events worked on, by type and outcome",
      labelNames: ["type", "outcome"],
      registers,
    }),
    eventSeconds: new Histogram({
      name: "sajja_posting_seconds",
      help: "From taking an event to its commit",
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    sends: new Counter({
      name: "sajja_sends_total",
      help: "Messages given to LINE, by kind and result",
      labelNames: ["channel", "kind", "result"],
      registers,
    }),
    pushesBilled: new Gauge({
      name: "sajja_pushes_billed_month",
      help: "Messages of this month that LINE counts",
      registers,
    }),
    quotaLimit: new Gauge({ name: "sajja_push_quota", help: "Messages that the plan allows this month", registers }),
    inboxDepth: new Gauge({
      name: "sajja_inbox_events",
      help: "Events in the inbox by state",
      labelNames: ["state"],
      registers,
    }),
    inboxOldestSeconds: new Gauge({
      name: "sajja_inbox_oldest_seconds",
      help: "Age of the oldest waiting event",
      registers,
    }),
    outboxDepth: new Gauge({
      name: "sajja_outbox_rows",
      help: "Messages in the outbox by state",
      labelNames: ["state"],
      registers,
    }),
    outboxOldestSeconds: new Gauge({
      name: "sajja_outbox_oldest_seconds",
      help: "How long the oldest due message is overdue",
      registers,
    }),
    jobRuns: new Counter({
      name: "sajja_job_runs_total",
      help: "Job runs by result",
      labelNames: ["job", "result"],
      registers,
    }),
    alerts: new Counter({ name: "sajja_alerts_total", help: "Alerts by code", labelNames: ["code"], registers }),
  };
}

/** Tells the operator: an error line with its code, and a counter in /metrics. */
export type Alert = (code: string, ids?: Record<string, string | number>) => void;

/** An alert that goes to the log and to the counters. */
export function createAlert(log: Log, metrics: Metrics): Alert {
  return (code, ids = {}) => {
    metrics.alerts.inc({ code });
    log.error({ code, ...ids }, "alert");
  };
}
