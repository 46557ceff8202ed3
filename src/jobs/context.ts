import type { LineClient } from "../line/client";
import type { Log } from "../telemetry/log";
import type { Alert, Metrics } from "../telemetry/metrics";

/** What a job may use. */
export interface JobContext {
  /** The clock's instant at which it runs. */
  now: Date;
  line: LineClient;
  log: Log;
  metrics: Metrics;
  alert: Alert;
}
