import type { GroupId } from "../domain/ids";
import type { Sitting } from "../domain/loans/sitting";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type SittingRowStored = Omit<Sitting, "id"> & { _id: string; isLive: boolean };

export const SittingModel = defineModel<SittingRowStored>({
  collection: "sittings",
  fields: {
    groupId: { type: String, required: true },
    openedBy: { type: Mixed, required: true },
    openedAt: { type: Date, required: true },
    rows: { type: Mixed, required: true },
    state: { type: String, required: true },
    confirmations: { type: Mixed, required: true },
    resolutionNo: { type: String },
    endedAt: { type: Date },
    version: { type: Number, required: true },
    isLive: { type: Boolean, required: true },
  },
  indexes: [[{ groupId: 1 }, { unique: true, partialFilterExpression: { isLive: true } }]],
});

const fromRow = ({ _id, isLive: _isLive, ...rest }: SittingRowStored): Sitting => ({ id: _id, ...rest });
const isLive = ({ state }: Pick<Sitting, "state">): boolean => state === "open" || state === "to-confirm";

/** Stores a new sitting. */
export async function insertSitting(tx: Tx, { id, ...rest }: Sitting): Promise<void> {
  await SittingModel.create([{ _id: id, ...rest, isLive: isLive(rest) }], { session: tx.session });
}

/** The sitting; throws when there is none, since only our own buttons lead here. */
export async function getSitting(tx: Tx, id: string): Promise<Sitting> {
  const row = await SittingModel.findById(id).session(tx.session).lean<SittingRowStored>();
  if (!row) throw new Error("no such sitting");
  return fromRow(row);
}

/** Sittings of groups that are not over, oldest first. */
export async function findLiveSittings(tx: Tx, groupIds: readonly GroupId[]): Promise<Sitting[]> {
  if (groupIds.length === 0) return [];
  const rows = await SittingModel.find({ groupId: { $in: groupIds }, isLive: true })
    .sort({ openedAt: 1 })
    .session(tx.session)
    .lean<SittingRowStored[]>();
  return rows.map(fromRow);
}

/** Saves a change; throws when somebody changed it in the meantime, so that the transaction runs again. */
export async function saveSitting(tx: Tx, { id, ...rest }: Sitting): Promise<void> {
  const { matchedCount } = await driverOf(SittingModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: { ...rest, isLive: isLive(rest) } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the sitting moved under its transaction");
}
