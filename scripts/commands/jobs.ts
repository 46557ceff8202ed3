import { instantOf, isLocalDate } from "../../src/domain/dates";
import { nextDue, runJob } from "../../src/jobs/run-due-jobs";
import { jobs } from "../../src/jobs/schedule";
import { createLineClient } from "../../src/line/client";
import { findDatabaseInfo } from "../../src/storage/database-info";
import { findLastRuns } from "../../src/storage/job-runs";
import { createLog } from "../../src/telemetry/log";
import { createMetrics } from "../../src/telemetry/metrics";
import { enqueueNotices } from "../../src/worker/enqueue";
import { readDataKeys } from "../data-key";
import { textOf, type Command } from "./command";
import { exitCode, print, RefusedError, tableLines, UsageError, type ToolContext } from "./context";

/** `sajja jobs list`: each scheduled job with its last and next run. */
export const jobsList: Command = {
  usage: "jobs list",
  about: "lists the scheduled jobs with their last and next run",
  needs: "database",
  async run(_input, context) {
    const runs = await findLastRuns(jobs.map((job) => job.name));
    const list = jobs.map((job) => {
      const run = runs.get(job.name);
      const result = run && (run.state === "done" ? "done" : run.lastError === null ? "running" : "failed");
      return {
        name: job.name,
        cron: job.cron,
        lastRun: (run?.doneAt ?? run?.startedAt)?.toISOString() ?? null,
        lastResult: result ?? null,
        nextRun: nextDue(job, context.now).toISOString(),
      };
    });
    const cells = list.map((job) => [job.name, job.cron, job.lastRun ?? "never", job.lastResult ?? "", job.nextRun]);
    print(context, list, tableLines(["name", "cron (Bangkok)", "last run", "result", "next run"], cells));
    return exitCode.done;
  },
};

/** `sajja jobs run <name>`: runs one job at once, as if it were `--at`. The schedule's own runs stay as they are. */
export const jobsRun: Command = {
  usage: "jobs run <name> [--at <instant>]",
  about: "runs one job now, or as if it were that instant",
  options: { at: { type: "string" } },
  needs: "indexes",
  async run(input, context) {
    const [name = ""] = input.args;
    const job = jobs.find((one) => one.name === name);
    if (!job) throw new UsageError(`There is no job ${name}: the jobs are ${jobs.map((one) => one.name).join(", ")}.`);
    if (job.asksLine && !context.config.hasCredentials)
      throw new RefusedError(`The job ${name} asks LINE, and no LINE credentials are set.`);
    const at = await instantToRun(textOf(input, "at"), context);
    const alerts: string[] = [];
    const ran = await runJob(job, `by hand ${new Date().toISOString()}`, {
      now: at,
      line: createLineClient(context.config.line),
      log: createLog("silent"),
      metrics: createMetrics(),
      notify: enqueueNotices,
      dataKeys: job.opensPhotos ? readDataKeys(context.config, { make: false }) : [],
      alert: (code, ids = {}) => alerts.push(alertSentence(name, code, ids)),
    });
    if (ran) print(context, { name, at: at.toISOString(), alerts }, [`The job ${name} ran as of ${at.toISOString()}.`]);
    else throw new RefusedError(alerts.at(-1) ?? `The job ${name} did not run.`);
    for (const alert of alerts) context.err(alert);
    return alerts.length === 0 ? exitCode.done : exitCode.refused;
  },
};

function alertSentence(job: string, code: string, ids: Record<string, string | number>): string {
  const details = Object.entries(ids).map(([key, value]) => `${key} ${value}`);
  return `The job ${job} alerts: ${[code, ...details].join(", ")}.`;
}

/** The instant of `--at`: with its zone, or a day and time of Bangkok. A live database has no future. */
async function instantToRun(text: string | undefined, context: ToolContext): Promise<Date> {
  if (text === undefined) return context.now;
  const at = readInstant(text);
  if (!at) throw new UsageError("--at is an instant such as 2026-03-05T01:30:00+07:00, or a Bangkok day 2026-03-05.");
  const isLive = ((await findDatabaseInfo())?.liveBotUserId ?? null) !== null;
  if (isLive && at.getTime() > Date.now())
    throw new RefusedError("This is a live database: no job runs in its future.");
  return at;
}

function readInstant(text: string): Date | null {
  const [, day = "", time = "00:00"] = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d:[0-5]\d|2[0-3]:[0-5]\d))?$/.exec(text) ?? [];
  if (isLocalDate(day)) return instantOf(day, time);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
