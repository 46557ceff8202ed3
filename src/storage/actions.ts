import { randomBytes } from "node:crypto";
import type { ActionId, MemberId } from "../domain/ids";
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
  /** The member whom the card is about, so that pressing it reads her together with who pressed. */
  memberId?: MemberId | null;
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
    memberId: { type: String },
    createdAt: { type: Date, required: true },
    doneAt: { type: Date },
  },
  indexes: [[{ subject: 1, state: 1 }], [{ dayId: 1, state: 1 }], [{ createdAt: 1 }]],
});

/** A random 128-bit id in hex. */
export function newActionId(): ActionId {
  return randomBytes(16).toString("hex") as ActionId;
}

/** An open action that was pressed, and what came of it. */
export interface EndedAction {
  id: ActionId;
  state: "done" | "dropped";
  result: Record<string, unknown>;
  at: Date;
}

/** What one event does to buttons: those that its cards carry, and the one that it pressed. */
export interface ActionChanges {
  made: Action[];
  ended: EndedAction[];
}

/**
 * Stores an event's buttons in one write. An open card about the same subject is void from now on. An ended action was read as open in
 * the same transaction, so a second press of it conflicts and runs again.
 */
export async function storeActions(tx: Tx, { made, ended }: ActionChanges): Promise<void> {
  const subjects = [...new Set(made.flatMap((action) => action.subject ?? []))];
  const replaced = { $set: { state: "void" as const, voidBecause: "replaced" as const } };
  const writes = [
    ...ended.map(({ id, state, result, at }) => ({
      updateOne: { filter: { _id: id, state: "open" as const }, update: { $set: { state, result, doneAt: at } } },
    })),
    ...(subjects.length > 0
      ? [{ updateMany: { filter: { subject: { $in: subjects }, state: "open" as const }, update: replaced } }]
      : []),
    // Of one kind with the others, so that all go in one command.
    ...made.map(({ _id, ...action }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: action }, upsert: true },
    })),
  ];
  if (writes.length > 0) await driverOf(ActionModel).bulkWrite(writes, { session: tx.session, ordered: true });
}

/** The action of a button, or null when nobody made it or its time is long over. */
export async function findAction(tx: Tx, id: ActionId): Promise<Action | null> {
  return ActionModel.findById(id).session(tx.session).lean<Action>();
}

/** Makes the money cards of a day void: it has closed. */
export async function voidActionsOfDay(tx: Tx, dayId: string): Promise<void> {
  const change = { $set: { state: "void" as const, voidBecause: "day-closed" as const } };
  await ActionModel.updateMany({ dayId, state: "open" }, change, { session: tx.session });
}

/** Makes every open card void, in a database that no server uses: a restore turned the books back under them. Gives how many. */
export async function voidAllActions(): Promise<number> {
  const change = { $set: { state: "void" as const, voidBecause: "changed" as const } };
  const { modifiedCount } = await ActionModel.updateMany({ state: "open" }, change);
  return modifiedCount;
}

/** Deletes actions that only led somewhere (no result) and were made before the instant. */
export async function purgeActions(before: Date): Promise<void> {
  await ActionModel.deleteMany({ state: { $in: ["open", "void"] }, createdAt: { $lt: before } });
}
