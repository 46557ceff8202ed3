import type { HandOver } from "../domain/groups/hand-over";
import type { GroupId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type HandOverRow = Omit<HandOver, "id"> & { _id: string };

export const HandOverModel = defineModel<HandOverRow>({
  collection: "hand_overs",
  fields: {
    groupId: { type: String, required: true },
    change: { type: Mixed, required: true },
    state: { type: String, required: true },
    requestedBy: { type: Mixed, required: true },
    secondedBy: { type: Mixed, required: true },
    startedAt: { type: Date, required: true },
    doneAt: { type: Date },
    signatures: { type: [Mixed], required: true },
    replaced: { type: [Mixed], default: undefined },
    version: { type: Number, required: true },
  },
  indexes: [[{ groupId: 1 }, { unique: true, partialFilterExpression: { state: "open" } }]],
});

const fromRow = ({ _id, ...rest }: HandOverRow): HandOver => ({ id: _id, ...rest });

/** Stores a hand-over that begins. */
export async function insertHandOver(tx: Tx, { id, ...rest }: HandOver): Promise<void> {
  await HandOverModel.create([{ _id: id, ...rest }], { session: tx.session });
}

/** The open hand-overs of these groups, one a group at most. */
export async function findOpenHandOvers(tx: Tx, groupIds: readonly GroupId[]): Promise<HandOver[]> {
  if (groupIds.length === 0) return [];
  const rows = await HandOverModel.find({ groupId: { $in: groupIds }, state: "open" })
    .session(tx.session)
    .lean<HandOverRow[]>();
  return rows.map(fromRow);
}

/** Saves a hand-over; throws when somebody signed in the meantime, so that the transaction runs again. */
export async function saveHandOver(tx: Tx, { id, ...rest }: HandOver): Promise<void> {
  const { matchedCount } = await driverOf(HandOverModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the hand-over moved under its transaction");
}
