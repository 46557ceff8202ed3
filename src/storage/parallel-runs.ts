import type { GroupId } from "../domain/ids";
import { monthOf, type LocalDate, type YearMonth } from "../domain/dates";
import type { ParallelRun } from "../domain/parallel-run/parallel-run";
import { DayModel, type DayRow } from "./days";
import { GroupModel } from "./groups";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type RunRow = Omit<ParallelRun, "groupId"> & { _id: GroupId };

export const ParallelRunModel = defineModel<RunRow>({
  collection: "parallel_runs",
  fields: {
    startedOn: { type: String, required: true },
    startedAt: { type: Date, required: true },
    closings: { type: Number, required: true },
    differences: { type: [Mixed], required: true },
    liveAt: { type: Date },
    told: { type: Mixed },
  },
  indexes: [[{ "told.all": 1 }, { partialFilterExpression: { "told.all": false } }]],
});

const fromRow = ({ _id, ...rest }: RunRow): ParallelRun => ({ groupId: _id, ...rest });

/** A group's months beside paper, over or not; null where there were none. */
export async function findParallelRun(tx: Tx, groupId: GroupId): Promise<ParallelRun | null> {
  const row = await ParallelRunModel.findById(groupId).session(tx.session).lean<RunRow>();
  return row && fromRow(row);
}

/** Saves a run, and on the group's row whether paper still counts. The caller holds the group's ledger head. */
export async function saveParallelRun(tx: Tx, { groupId, ...rest }: ParallelRun): Promise<void> {
  await driverOf(ParallelRunModel).replaceOne({ _id: groupId }, rest, { upsert: true, session: tx.session });
  const besidePaper = rest.liveAt === null;
  await GroupModel.updateOne(
    { _id: groupId },
    besidePaper ? { $set: { besidePaper } } : { $unset: { besidePaper: 1 } },
    { session: tx.session },
  );
}

/** The working days that were closed since a run began, the first of each month: several of one month show no more of a group's work than one. */
export async function findClosings(tx: Tx, { groupId, startedAt }: ParallelRun): Promise<LocalDate[]> {
  const closed = { groupId, kind: "working" as const, closedAt: { $gte: startedAt } };
  const rows = await DayModel.find(closed, { on: 1 })
    .sort({ openedAt: 1 })
    .session(tx.session)
    .lean<Pick<DayRow, "on">[]>();
  const days = new Map<YearMonth, LocalDate>();
  for (const { on } of rows) if (!days.has(monthOf(on))) days.set(monthOf(on), on);
  return [...days.values()];
}

/** A run that went live and of which not every member has heard, or null. */
export async function findUntoldRun(tx: Tx): Promise<ParallelRun | null> {
  const row = await ParallelRunModel.findOne({ "told.all": false }).session(tx.session).lean<RunRow>();
  return row && fromRow(row);
}

/** Notes how far the members of a run have been told. */
export async function saveToldRun(tx: Tx, groupId: GroupId, told: NonNullable<ParallelRun["told"]>): Promise<void> {
  await ParallelRunModel.updateOne({ _id: groupId }, { $set: { told } }, { session: tx.session });
}
