import { defineModel, driverOf, Mixed } from "./model";
import type { OutgoingMessage } from "./outbox";
import type { Tx } from "./tx";

export type DeliveryState = "ready" | "sending" | "done";

/** One call to LINE: what one reader gets together, or what many readers get alike. Its id is the retry key; its body never changes. */
export interface Delivery {
  /** A UUID: the retry key. */
  _id: string;
  /** The chat in whose turn it goes again; of a multicast the first of its chats. */
  chatId: string;
  /** Of a multicast: all its chats. */
  to?: string[];
  /** Lane of `chatId`. */
  lane: number;
  channel: "reply" | "push" | "multicast";
  replyToken: string | null;
  messages: OutgoingMessage[];
  rowIds: string[];
  state: DeliveryState;
  claimedBy: string | null;
  attempts: number;
  createdAt: Date;
  nextAttemptAt: Date;
  outcome: string | null;
}

export const DeliveryModel = defineModel<Delivery>({
  collection: "deliveries",
  fields: {
    chatId: { type: String, required: true },
    to: { type: [String], default: undefined },
    lane: { type: Number, required: true },
    channel: { type: String, required: true },
    replyToken: { type: String },
    messages: { type: [Mixed], required: true },
    rowIds: { type: [String], required: true },
    state: { type: String, required: true },
    claimedBy: { type: String },
    attempts: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    nextAttemptAt: { type: Date, required: true },
    outcome: { type: String },
  },
  indexes: [[{ state: 1, lane: 1, nextAttemptAt: 1 }], [{ chatId: 1, state: 1 }], [{ state: 1, createdAt: 1 }]],
});

/** Stores a delivery before its first attempt, in the transaction that binds its rows to it. */
export async function storeDelivery(tx: Tx, delivery: Delivery): Promise<void> {
  await driverOf(DeliveryModel).insertOne(delivery, { session: tx.session });
}

/** Unfinished deliveries of the lanes (or of one chat in them) that are due, or that a process which is gone was sending. */
export async function findUnfinished(lanes: readonly number[], now: Date, chatId?: string): Promise<Delivery[]> {
  const filter = { state: { $in: ["ready", "sending"] as const }, lane: { $in: lanes }, nextAttemptAt: { $lte: now } };
  return DeliveryModel.find(chatId === undefined ? filter : { ...filter, chatId })
    .sort({ nextAttemptAt: 1 })
    .limit(100)
    .lean<Delivery[]>();
}

/** Takes a due or orphaned delivery for another attempt, and gives it as it is then; null when another process was faster. */
export async function takeOverDelivery(
  { _id, state, attempts }: Delivery,
  holder: string,
  orphanedAt: Date,
): Promise<Delivery | null> {
  return DeliveryModel.findOneAndUpdate(
    { _id, state, attempts },
    { $set: { state: "sending", claimedBy: holder, nextAttemptAt: orphanedAt }, $inc: { attempts: 1 } },
    { returnDocument: "after" },
  ).lean<Delivery>();
}

/** Lets a push or multicast go again under its key, unless another process has taken it over since this attempt began. */
export async function retryDelivery(
  { _id, attempts }: Pick<Delivery, "_id" | "attempts">,
  nextAttemptAt: Date,
  outcome: string,
): Promise<void> {
  await DeliveryModel.updateOne(
    { _id, state: "sending", attempts },
    { $set: { state: "ready", claimedBy: null, nextAttemptAt, outcome } },
  );
}

/** Ends a delivery, in the transaction that says what became of its rows. */
export async function finishDelivery(tx: Tx, id: string, outcome: string): Promise<void> {
  await DeliveryModel.updateOne({ _id: id }, { $set: { state: "done", outcome } }, { session: tx.session });
}

/** Ends every unfinished delivery without sending it; `outcome` is a code. */
export async function endAllDeliveries(outcome: string): Promise<void> {
  await DeliveryModel.updateMany({ state: { $in: ["ready", "sending"] } }, { $set: { state: "done", outcome } });
}

/** Deletes deliveries that were made before the instant and are done. */
export async function purgeDeliveries(before: Date): Promise<void> {
  await DeliveryModel.deleteMany({ state: "done", createdAt: { $lt: before } });
}
