import { randomBytes } from "node:crypto";
import type { ActionId } from "../domain/ids";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

export type ActionState = "open" | "done" | "dropped" | "void";

/** What a button of a card does: its audience, what it was made with, and what came of it. Its id is the operation's id. */
export interface Action {
  _id: ActionId;
  version: 1;
  /** The postback command that answers it. */
  name: string;
  /** Only this person may press it. */
  personId: string;
  payload: Record<string, unknown>;
  state: ActionState;
  /** Why a void card is void. */
  voidBecause: "day-closed" | "replaced" | "changed" | null;
  result: Record<string, unknown> | null;
  /** Cards about the same thing: a new one makes the older void. */
  subject: string | null;
  groupId: string | null;
  dayId: string | null;
  createdAt: Date;
  doneAt: Date | null;
}

export const ActionModel = defineModel<Action>({
  collection: "actions",
  fields: {
    version: { type: Number, required: true },
    name: { type: String, required: true },
    personId: { type: String, required: true },
    payload: { type: Mixed, required: true },
    state: { type: String, required: true },
    voidBecause: { type: String },
    result: { type: Mixed },
    subject: { type: String },
    groupId: { type: String },
    dayId: { type: String },
    createdAt: { type: Date, required: true },
    doneAt: { type: Date },
  },
  indexes: [[{ subject: 1, state: 1 }], [{ dayId: 1, state: 1 }], [{ createdAt: 1 }]],
});

/** A random 128-bit id in hex. */
export function newActionId(): ActionId {
  return randomBytes(16).toString("hex") as ActionId;
}

/** Stores the actions of a card; an open card about the same subject is void from now on. */
export async function insertActions(tx: Tx, actions: readonly Action[]): Promise<void> {
  if (actions.length === 0) return;
  const subjects = [...new Set(actions.flatMap((action) => action.subject ?? []))];
  if (subjects.length > 0) {
    const change = { $set: { state: "void" as const, voidBecause: "replaced" as const } };
    await ActionModel.updateMany({ subject: { $in: subjects }, state: "open" }, change, { session: tx.session });
  }
  await driverOf(ActionModel).insertMany([...actions], { session: tx.session });
}

/** The action of a button, or null when nobody made it or its time is long over. */
export async function findAction(tx: Tx, id: ActionId): Promise<Action | null> {
  return ActionModel.findById(id).session(tx.session).lean<Action>();
}

/** Ends an open action with its result; throws when it is not open, since its transaction then decided on something stale. */
export async function endAction(
  tx: Tx,
  id: ActionId,
  state: "done" | "dropped",
  result: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { matchedCount } = await ActionModel.updateOne(
    { _id: id, state: "open" },
    { $set: { state, result, doneAt: now } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the action was not open");
}

/** Makes the open cards of a subject void. */
export async function voidActionsOf(tx: Tx, subject: string): Promise<void> {
  const change = { $set: { state: "void" as const, voidBecause: "changed" as const } };
  await ActionModel.updateMany({ subject, state: "open" }, change, { session: tx.session });
}

/** Makes the money cards of a day void: it has closed. */
export async function voidActionsOfDay(tx: Tx, dayId: string): Promise<void> {
  const change = { $set: { state: "void" as const, voidBecause: "day-closed" as const } };
  await ActionModel.updateMany({ dayId, state: "open" }, change, { session: tx.session });
}

/** Deletes actions that only led somewhere (no result) and were made before the instant. */
export async function purgeActions(before: Date): Promise<void> {
  await ActionModel.deleteMany({ state: { $in: ["open", "void"] }, createdAt: { $lt: before } });
}
