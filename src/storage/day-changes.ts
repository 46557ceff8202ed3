import type { DayChange } from "../domain/calendar";
import type { LocalDate } from "../domain/dates";
import type { GroupId, MemberId } from "../domain/ids";
import { defineModel, driverOf } from "./model";
import type { Tx } from "./tx";

/** A month's change as stored; `_id` is `<group>:<month>`. */
interface DayChangeRow extends DayChange {
  _id: string;
  groupId: GroupId;
  changedBy: string;
  changedAt: Date;
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
  },
  indexes: [[{ groupId: 1, month: 1 }]],
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

/** Sets a month's change, whatever stood there before. */
export async function saveDayChange(
  tx: Tx,
  groupId: GroupId,
  change: DayChange & Pick<DayChangeRow, "changedBy" | "changedAt">,
): Promise<void> {
  await driverOf(DayChangeModel).updateOne(
    { _id: `${groupId}:${change.month}` },
    { $set: { groupId, ...change } },
    { upsert: true, session: tx.session },
  );
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
