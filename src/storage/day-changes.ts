import type { DayChange, PlannedDay } from "../domain/calendar";
import type { LocalDate } from "../domain/dates";
import type { GroupId, MemberId } from "../domain/ids";
import type { OfficerName } from "../domain/people";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** A month's change as stored; `_id` is `<group>:<month>`. */
export interface DayChangeRow extends DayChange {
  _id: string;
  groupId: GroupId;
  changedBy: MemberId;
  changedAt: Date;
  /** What members are told of it. */
  moved: { before: PlannedDay; after: PlannedDay; isCancelled: boolean; by: OfficerName };
  /** How far they have been told: through this one, or all. */
  told: { through: MemberId | null; all: boolean };
}

export const DayChangeModel = defineModel<DayChangeRow>({
  collection: "day_changes",
  fields: {
    groupId: { type: String, required: true },
    month: { type: String, required: true },
    on: { type: String },
    from: { type: String },
    changedBy: { type: String, required: true },
    changedAt: { type: Date, required: true },
    moved: { type: Mixed },
    told: { type: Mixed },
  },
  indexes: [[{ groupId: 1, month: 1 }], [{ "told.all": 1 }, { partialFilterExpression: { "told.all": false } }]],
});

/** How far the members of a group were reminded of one working day; `_id` is `<group>:<day>`. */
interface DayReminderRow {
  _id: string;
  toldThrough: string | null;
  isDone: boolean;
}

export const DayReminderModel = defineModel<DayReminderRow>({
  collection: "day_reminders",
  fields: { toldThrough: { type: String }, isDone: { type: Boolean, required: true } },
});

/** The changed months of groups. */
export async function findDayChanges(tx: Tx, groupIds: readonly GroupId[]): Promise<Map<GroupId, DayChange[]>> {
  const rows = await DayChangeModel.find({ groupId: { $in: groupIds } })
    .session(tx.session)
    .lean<DayChangeRow[]>();
  return new Map(groupIds.map((id) => [id, rows.filter(({ groupId }) => groupId === id)]));
}

/** Sets a month's change, whatever stood there before; nobody has been told of it yet. Gives its row. */
export async function saveDayChange(tx: Tx, change: Omit<DayChangeRow, "_id" | "told">): Promise<DayChangeRow> {
  const row: DayChangeRow = {
    _id: `${change.groupId}:${change.month}`,
    ...change,
    told: { through: null, all: false },
  };
  await driverOf(DayChangeModel).replaceOne({ _id: row._id }, row, { upsert: true, session: tx.session });
  return row;
}

/** The oldest change of which not every member of its group has been told, or null. */
export async function findUntoldChange(tx: Tx): Promise<DayChangeRow | null> {
  return DayChangeModel.findOne({ "told.all": false }).sort({ changedAt: 1 }).session(tx.session).lean<DayChangeRow>();
}

/** Notes how far members have been told of a change. */
export async function saveToldChange(tx: Tx, id: string, told: DayChangeRow["told"]): Promise<void> {
  await driverOf(DayChangeModel).updateOne({ _id: id }, { $set: { told } }, { session: tx.session });
}

/** How far a group was reminded of a day; null where nobody was. */
export async function findReminded(
  tx: Tx,
  groupId: GroupId,
  on: LocalDate,
): Promise<{ through: MemberId | null; isDone: boolean } | null> {
  const row = await DayReminderModel.findById(`${groupId}:${on}`).session(tx.session).lean<DayReminderRow>();
  return row && { through: row.toldThrough as MemberId | null, isDone: row.isDone };
}

/** Notes how far a group was reminded of a day. */
export async function saveReminded(
  tx: Tx,
  groupId: GroupId,
  on: LocalDate,
  { through, isDone }: { through: MemberId | null; isDone: boolean },
): Promise<void> {
  await driverOf(DayReminderModel).updateOne(
    { _id: `${groupId}:${on}` },
    { $set: { toldThrough: through, isDone } },
    { upsert: true, session: tx.session },
  );
}
