import type { LocalDate } from "../domain/dates";
import type { ClosingRecord } from "../domain/closing/closing-record";
import type { GroupId, MemberId } from "../domain/ids";
import type { OpenDay } from "../domain/ledger/head";
import { defineModel, Mixed } from "./model";
import type { Tx } from "./tx";

/** A day of a group's books, open or closed. The open one stands in the ledger head as well. */
export interface DayRow {
  _id: string;
  groupId: GroupId;
  kind: "working" | "office";
  on: LocalDate;
  openedAt: Date;
  openedBy: string | null;
  closedAt: Date | null;
  closedBy: string | null;
  /** Head of the chain at closing: number of the last entry and its hash. */
  closingHead: { seq: number; hash: string } | null;
  /** What its closing found; left out where it closed before that was kept, and while it is open. */
  closing?: ClosingRecord;
  /** How far its members have been told of the closing: through this one, or all; left out where nobody needs to be told. */
  told?: { through: MemberId | null; all: boolean };
  /** When its officers were told last that it still stands open; left out before the first time. */
  remindedOn?: LocalDate;
}

export const DayModel = defineModel<DayRow>({
  collection: "days",
  fields: {
    groupId: { type: String, required: true },
    kind: { type: String, required: true },
    on: { type: String, required: true },
    openedAt: { type: Date, required: true },
    openedBy: { type: String },
    closedAt: { type: Date },
    closedBy: { type: String },
    closingHead: { type: Mixed },
    closing: { type: Mixed },
    told: { type: Mixed },
    remindedOn: { type: String },
  },
  indexes: [[{ groupId: 1, openedAt: -1 }], [{ "told.all": 1 }, { partialFilterExpression: { "told.all": false } }]],
});

/** The row of a day that opens. */
export function dayRow(groupId: GroupId, day: OpenDay, openedBy: string | null): DayRow {
  const { id, kind, on, openedAt } = day;
  return { _id: id, groupId, kind, on, openedAt, openedBy, closedAt: null, closedBy: null, closingHead: null };
}

/** Stores a day that opens. */
export async function insertDay(tx: Tx, row: DayRow): Promise<void> {
  await DayModel.create([row], { session: tx.session });
}

/** Closes a day with the head that its report tells; throws when it was closed already. */
export async function closeDay(
  tx: Tx,
  id: string,
  closing: Pick<DayRow, "closedAt" | "closedBy" | "closingHead">,
): Promise<void> {
  const { matchedCount } = await DayModel.updateOne(
    { _id: id, closedAt: null },
    { $set: closing },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the day was not open");
}

/** The group's last closed working day, of those that were opened before the instant where one is given; or null. */
export async function findLastWorkingDay(tx: Tx, groupId: GroupId, openedBefore?: Date): Promise<DayRow | null> {
  const earlier = openedBefore ? { openedAt: { $lt: openedBefore } } : {};
  return DayModel.findOne({ groupId, kind: "working", closedAt: { $ne: null }, ...earlier })
    .sort({ openedAt: -1 })
    .session(tx.session)
    .lean<DayRow>();
}

/** Those of the groups whose working day of that date was closed already. */
export async function findClosedOn(tx: Tx, groupIds: readonly GroupId[], on: LocalDate): Promise<Set<GroupId>> {
  const rows = await DayModel.find(
    { groupId: { $in: groupIds }, kind: "working", on, closedAt: { $ne: null } },
    { groupId: 1 },
  )
    .session(tx.session)
    .lean<Pick<DayRow, "groupId">[]>();
  return new Set(rows.map(({ groupId }) => groupId));
}

/** The dates of a group's working days from one day to another (inclusive) that have closed, in order. */
export async function findClosedWorkingDays(
  tx: Tx,
  groupId: GroupId,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<LocalDate[]> {
  const filter = { groupId, kind: "working" as const, on: { $gte: from, $lte: to }, closedAt: { $ne: null } };
  const rows = await DayModel.find(filter, { on: 1 })
    .sort({ openedAt: 1 })
    .session(tx.session)
    .lean<Pick<DayRow, "on">[]>();
  return [...new Set(rows.map(({ on }) => on))].sort();
}

/** The ids of a group's working days of a date that were opened before the instant and closed, in order. */
export async function findEarlierOn(
  tx: Tx,
  { groupId, on, openedAt }: Pick<DayRow, "groupId" | "on" | "openedAt">,
): Promise<string[]> {
  const rows = await DayModel.find(
    { groupId, kind: "working", on, closedAt: { $ne: null }, openedAt: { $lt: openedAt } },
    { _id: 1 },
  )
    .sort({ openedAt: 1 })
    .session(tx.session)
    .lean<Pick<DayRow, "_id">[]>();
  return rows.map(({ _id }) => _id);
}

/** Notes that the officers were reminded of an open day; false when they had been on that date. */
export async function markReminded(tx: Tx, id: string, on: LocalDate): Promise<boolean> {
  const { modifiedCount } = await DayModel.updateOne(
    { _id: id, remindedOn: { $ne: on } },
    { $set: { remindedOn: on } },
    { session: tx.session },
  );
  return modifiedCount === 1;
}

/** The day, or null. */
export async function findDay(tx: Tx, id: string): Promise<DayRow | null> {
  return DayModel.findById(id).session(tx.session).lean<DayRow>();
}

/** Nobody has been told yet. */
export const untold: NonNullable<DayRow["told"]> = { through: null, all: false };

/** Stores what the closing of a working day found; its members are to be told. */
export async function saveClosing(tx: Tx, id: string, closing: ClosingRecord): Promise<void> {
  await DayModel.updateOne({ _id: id }, { $set: { closing, told: untold } }, { session: tx.session });
}

/** A closed working day of which not every member has been told, the one that closed first; or null. */
export async function findUntoldDay(tx: Tx): Promise<DayRow | null> {
  return DayModel.findOne({ "told.all": false }).sort({ closedAt: 1 }).session(tx.session).lean<DayRow>();
}

/** Notes how far a day's members have been told. */
export async function saveToldDay(tx: Tx, id: string, told: NonNullable<DayRow["told"]>): Promise<void> {
  await DayModel.updateOne({ _id: id }, { $set: { told } }, { session: tx.session });
}

/** The group's last closed working day whose totals were published, or null. */
export async function findLastPublished(tx: Tx, groupId: GroupId): Promise<DayRow | null> {
  return DayModel.findOne({ groupId, kind: "working", closing: { $exists: true } })
    .sort({ openedAt: -1 })
    .session(tx.session)
    .lean<DayRow>();
}
