import type { CallMatter } from "../domain/groups/callers";
import type { GroupId, MemberId } from "../domain/ids";
import { defineModel } from "./model";
import type { Tx } from "./tx";

/** A member's wish that somebody of the committee calls her. */
export interface Callback {
  _id: string;
  groupId: GroupId;
  memberId: MemberId;
  personId: string;
  about: CallMatter;
  /** In her words; the day of an event as YYYY-MM-DD where she named it so. */
  note: string;
  state: "open" | "done";
  createdAt: Date;
  doneAt: Date | null;
  doneBy: string | null;
}

export const CallbackModel = defineModel<Callback>({
  collection: "callbacks",
  fields: {
    groupId: { type: String, required: true },
    memberId: { type: String, required: true },
    personId: { type: String, required: true },
    about: { type: String, required: true },
    note: { type: String },
    state: { type: String, required: true },
    createdAt: { type: Date, required: true },
    doneAt: { type: Date },
    doneBy: { type: String },
  },
  indexes: [[{ groupId: 1, state: 1, createdAt: 1 }], [{ memberId: 1, state: 1 }]],
});

/** Stores a wish. */
export async function saveCallback(tx: Tx, callback: Callback): Promise<void> {
  await CallbackModel.create([callback], { session: tx.session });
}

/** Takes away a member's open wish about one thing, for a newer one. True when there was one. */
export async function dropOpenCallbacks(tx: Tx, memberId: MemberId, about: CallMatter): Promise<boolean> {
  const { deletedCount } = await CallbackModel.deleteMany({ memberId, about, state: "open" }, { session: tx.session });
  return deletedCount > 0;
}

/** A member's open wishes about one thing, oldest first. */
export async function findOpenCallbacksOf(tx: Tx, memberId: MemberId, about: CallMatter): Promise<Callback[]> {
  return CallbackModel.find({ memberId, about, state: "open" })
    .sort({ createdAt: 1 })
    .session(tx.session)
    .lean<Callback[]>();
}

/** Open wishes of the groups, oldest first. */
export async function findOpenCallbacks(tx: Tx, groupIds: readonly GroupId[]): Promise<Callback[]> {
  return CallbackModel.find({ groupId: { $in: groupIds }, state: "open" })
    .sort({ createdAt: 1 })
    .session(tx.session)
    .lean<Callback[]>();
}

/** The wish, or null. */
export async function findCallback(tx: Tx, id: string): Promise<Callback | null> {
  return CallbackModel.findById(id).session(tx.session).lean<Callback>();
}

/** Marks a wish done. */
export async function finishCallback(tx: Tx, id: string, doneBy: string, doneAt: Date): Promise<void> {
  await CallbackModel.updateOne(
    { _id: id, state: "open" },
    { $set: { state: "done", doneBy, doneAt } },
    { session: tx.session },
  );
}
