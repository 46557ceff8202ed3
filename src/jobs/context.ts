import type { Notice } from "../domain/notice";
import type { LineClient } from "../line/client";
import type { Tx } from "../storage/tx";
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
  /** Keys of photos, the newest first; none for a job that opens no photos and is run by hand. */
  dataKeys: readonly string[];
  /** Puts notices into the outbox of the transaction. */
  notify: (tx: Tx, notices: readonly Notice[], now: Date) => Promise<unknown>;
}
