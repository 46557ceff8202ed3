import mongoose from "mongoose";
import { defineModel } from "./model";

/** One run of a job for one period; only `done` ends a period. */
interface JobRun {
  /** `<job>:<period>`. */
  _id: string;
  job: string;
  state: "running" | "done";
  leaseUntil: Date;
  startedAt: Date;
  doneAt: Date | null;
  lastError: string | null;
}

export const JobRunModel = defineModel<JobRun>({
  collection: "job_runs",
  fields: {
    job: { type: String, required: true },
    state: { type: String, required: true },
    leaseUntil: { type: Date, required: true },
    startedAt: { type: Date, required: true },
    doneAt: { type: Date },
    lastError: { type: String },
  },
  indexes: [[{ job: 1, startedAt: -1 }]],
});

/** Takes a period of a job for `leaseMs` of real time; false when it is done or another process is at it. */
export async function takeJobRun(job: string, period: string, leaseMs: number): Promise<boolean> {
  const now = new Date();
  const taken = {
    $set: { state: "running" as const, leaseUntil: new Date(now.getTime() + leaseMs), startedAt: now, lastError: null },
    $setOnInsert: { job, doneAt: null },
  };
  try {
    const { matchedCount, upsertedCount } = await JobRunModel.updateOne(
      { _id: `${job}:${period}`, state: "running", leaseUntil: { $lt: now } },
      taken,
      { upsert: true },
    );
    return matchedCount + upsertedCount > 0;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return false; // Done, or under another's lease.
    throw error;
  }
}

/** Ends a period. */
export async function finishJobRun(job: string, period: string): Promise<void> {
  await JobRunModel.updateOne({ _id: `${job}:${period}` }, { $set: { state: "done", doneAt: new Date() } });
}

/** Lets a failed period be taken again at once; `lastError` is a code. */
export async function failJobRun(job: string, period: string, lastError: string): Promise<void> {
  await JobRunModel.updateOne({ _id: `${job}:${period}` }, { $set: { leaseUntil: new Date(0), lastError } });
}

/** The last run of each job. */
export async function findLastRuns(jobs: readonly string[]): Promise<Map<string, JobRun>> {
  const runs = new Map<string, JobRun>();
  for (const job of jobs) {
    const run = await JobRunModel.findOne({ job }).sort({ startedAt: -1 }).lean<JobRun>();
    if (run) runs.set(job, run);
  }
  return runs;
}
