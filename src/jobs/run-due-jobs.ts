import cron from "node-cron";
import { instantOf, localDateOf, localTimeOf } from "../domain/dates";
import { failJobRun, finishJobRun, takeJobRun } from "../storage/job-runs";
import { errorCode } from "../telemetry/log";
import type { JobContext } from "./context";
import { jobs, type Job } from "./schedule";

/** A run that takes longer than this is taken over, in milliseconds of real time. */
const leaseMs = 10 * 60_000;

/**
 * Runs every job whose last due time has not been done yet: at each tick, and after downtime. Jobs of one day are named by that day;
 * whoever takes the run first does it, and only `done` ends it.
 */
export async function runDueJobs(context: JobContext): Promise<void> {
  for (const job of jobs) {
    if (job.always) {
      await runAgain(job, context);
      continue;
    }
    const due = lastDue(job.cron, context.now);
    if (due) await runJob(job, due, context);
  }
}

/** Runs a job that looks for what is left to do. */
async function runAgain(job: Job, context: JobContext): Promise<void> {
  try {
    await job.run(context);
  } catch (error) {
    context.metrics.jobRuns.inc({ job: job.name, result: "failed" });
    context.alert("job.failed", { job: job.name, error: errorCode(error) });
  }
}

/** Runs one job for its period unless that is done already; true when it ran. */
export async function runJob(job: Job, period: string, context: JobContext): Promise<boolean> {
  if (!(await takeJobRun(job.name, period, leaseMs))) return false;
  try {
    await job.run(context);
    await finishJobRun(job.name, period);
    context.metrics.jobRuns.inc({ job: job.name, result: "done" });
    return true;
  } catch (error) {
    await failJobRun(job.name, period, errorCode(error));
    context.metrics.jobRuns.inc({ job: job.name, result: "failed" });
    context.alert("job.failed", { job: job.name, error: errorCode(error) });
    return false;
  }
}

/** The period of a daily job that was due last: today's day once its time has come, else yesterday's never (it was run, or is over). */
function lastDue(expression: string, now: Date): string | null {
  const [minute = "0", hour = "0"] = expression.split(" ");
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  return localTimeOf(now) >= time ? localDateOf(now) : null;
}

/** The next time a job is due: a daily one at its time, one that always looks at the next minute. */
export function nextDue(job: Job, now: Date): Date {
  if (job.always) return new Date(Math.ceil((now.getTime() + 1) / 60_000) * 60_000);
  const [minute = "0", hour = "0"] = job.cron.split(" ");
  const today = instantOf(localDateOf(now), `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`);
  return today > now ? today : new Date(today.getTime() + 24 * 60 * 60_000);
}

/** Looks for due jobs every minute, where this process holds the jobs lane (`contextNow` gives null where it does not). Gives the way to stop. */
export function startJobs(contextNow: () => Promise<JobContext | null>, onError: (error: unknown) => void): () => void {
  const tick = async () => {
    try {
      const context = await contextNow();
      if (context) await runDueJobs(context);
    } catch (error) {
      onError(error);
    }
  };
  const task = cron.schedule("* * * * *", tick, { timezone: "Asia/Bangkok", noOverlap: true });
  void tick();
  return () => void task.stop();
}
