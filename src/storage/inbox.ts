import mongoose from "mongoose";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

export const inboxStates = ["waiting", "parked", "done"] as const;
export type InboxState = (typeof inboxStates)[number];

/** One webhook event as it waits for its turn, or as what is left of it when done. */
export interface InboxEvent {
  /** LINE's webhookEventId. */
  _id: string;
  chatId: string;
  lane: number;
  type: string;
  state: InboxState;
  attempts: number;
  receivedAt: Date;
  /** When LINE delivered it last: the reply token counts from here. */
  deliveredAt: Date;
  /** When the person acted. */
  occurredAt: Date;
  nextAttemptAt: Date;
  doneAt: Date | null;
  lastError: string | null;
  /** A replayed event feeds no open conversation. */
  replayed: boolean;
  /** The event as received; null once purged. */
  event: Record<string, unknown> | null;
}

export const InboxModel = defineModel<InboxEvent>({
  collection: "inbox_events",
  fields: {
    chatId: { type: String, required: true },
    lane: { type: Number, required: true },
    type: { type: String, required: true },
    state: { type: String, required: true },
    attempts: { type: Number, required: true },
    receivedAt: { type: Date, required: true },
    deliveredAt: { type: Date, required: true },
    occurredAt: { type: Date, required: true },
    nextAttemptAt: { type: Date, required: true },
    doneAt: { type: Date },
    lastError: { type: String },
    replayed: { type: Boolean, required: true },
    event: { type: Mixed },
  },
  indexes: [
    [{ state: 1, lane: 1, occurredAt: 1, _id: 1 }],
    [{ chatId: 1, state: 1, occurredAt: 1 }],
    [{ state: 1, doneAt: 1 }],
  ],
});

export type StoreOutcome = "stored" | "duplicate" | "failed";

/**
 * Stores the events in one unordered, majority-durable write and tells of each what became of it.
 * A duplicate of a waiting event moves its delivery time, since LINE made its reply token usable again.
 */
export async function storeEvents(events: InboxEvent[]): Promise<StoreOutcome[]> {
  const outcomes: StoreOutcome[] = events.map(() => "stored");
  try {
    await driverOf(InboxModel).insertMany(events, { ordered: false, writeConcern: { w: "majority", journal: true } });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return events.map(() => "failed");
    const writeErrors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
    for (const { index, code } of writeErrors) outcomes[index] = code === 11000 ? "duplicate" : "failed";
    if (error.result.getWriteConcernError()) return events.map(() => "failed");
  }
  const again = events.filter((event, i) => outcomes[i] === "duplicate" && isRedelivery(event));
  for (const { _id, deliveredAt } of again) {
    await InboxModel.updateOne({ _id, state: "waiting" }, { $set: { deliveredAt } }).catch(() => undefined); // The event is safe already.
  }
  return outcomes;
}

function isRedelivery({ event }: InboxEvent): boolean {
  return (event?.["deliveryContext"] as { isRedelivery?: boolean } | undefined)?.isRedelivery === true;
}

/** Chats of the lanes with a due event, the longest waiting first. */
export async function findDueChats(lanes: readonly number[], now: Date): Promise<string[]> {
  const rows = await InboxModel.find(
    { state: "waiting", lane: { $in: lanes }, nextAttemptAt: { $lte: now } },
    { chatId: 1 },
  )
    .sort({ occurredAt: 1, _id: 1 })
    .limit(500)
    .lean<{ chatId: string }[]>();
  return [...new Set(rows.map((row) => row.chatId))];
}

/**
 * Takes the chat's oldest waiting event and counts the attempt before any work of it, so that an event that kills the process is
 * parked after so many. Null when none waits. It may not be due yet: order within a chat is kept.
 */
export async function takeOldest(chatId: string): Promise<InboxEvent | null> {
  return InboxModel.findOneAndUpdate(
    { chatId, state: "waiting" },
    { $inc: { attempts: 1 } },
    { sort: { occurredAt: 1, _id: 1 }, returnDocument: "after" },
  ).lean<InboxEvent>();
}

/** Takes back a counted attempt that met nothing but a conflict of the group's queue. */
export async function uncountAttempt(id: string): Promise<void> {
  await InboxModel.updateOne({ _id: id, state: "waiting" }, { $inc: { attempts: -1 } });
}

/** Thrown when an event was finished by another process in the meantime: this transaction aborts. */
export class EventAlreadyDoneError extends Error {
  override name = "EventAlreadyDoneError";
}

/** Marks a waiting event done inside its transaction; throws EventAlreadyDoneError when somebody else did. */
export async function markDone(tx: Tx, id: string, now: Date): Promise<void> {
  const { matchedCount } = await InboxModel.updateOne(
    { _id: id, state: "waiting" },
    { $set: { state: "done", doneAt: now } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new EventAlreadyDoneError(id);
}

/** Marks a whole burst of one chat done inside the transaction that answers it once. */
export async function markAllDone(tx: Tx, ids: string[], now: Date): Promise<void> {
  await InboxModel.updateMany(
    { _id: { $in: ids }, state: "waiting" },
    { $set: { state: "done", doneAt: now } },
    { session: tx.session },
  );
}

/** Lets a failed event wait until `nextAttemptAt`; `lastError` is a code, never a value. */
export async function retryLater(id: string, lastError: string, nextAttemptAt: Date): Promise<void> {
  await InboxModel.updateOne({ _id: id, state: "waiting" }, { $set: { lastError, nextAttemptAt } });
}

/** Puts an event aside that failed too often; it waits for `sajja inbox replay`. Throws EventAlreadyDoneError when somebody else finished it. */
export async function park(tx: Tx, id: string, lastError: string): Promise<void> {
  const { matchedCount } = await InboxModel.updateOne(
    { _id: id, state: "waiting" },
    { $set: { state: "parked", lastError } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new EventAlreadyDoneError(id);
}

/** Lets a parked or done event run again without feeding an open conversation. False when there is no such event or its body is purged. */
export async function replay(id: string, now: Date): Promise<boolean> {
  const { matchedCount } = await InboxModel.updateOne(
    { _id: id, state: { $in: ["parked", "done"] }, event: { $ne: null } },
    { $set: { state: "waiting", attempts: 0, replayed: true, nextAttemptAt: now, doneAt: null } },
  );
  return matchedCount === 1;
}

/** What somebody says or taps and that still waits, oldest first, at most `limit`: to see a burst. */
export async function findWaitingOfChat(chatId: string, limit: number): Promise<InboxEvent[]> {
  return InboxModel.find({ chatId, state: "waiting", type: { $in: ["message", "postback"] } })
    .sort({ occurredAt: 1, _id: 1 })
    .limit(limit)
    .lean<InboxEvent[]>();
}

/** An event as the operator sees it: nothing of what a person wrote. */
export type InboxListing = Pick<InboxEvent, "_id" | "state" | "attempts" | "receivedAt" | "lastError">;

/** All events, or those in a state; the newest first. */
export async function listEvents(state?: InboxState): Promise<InboxListing[]> {
  return InboxModel.find(state ? { state } : {}, { state: 1, attempts: 1, receivedAt: 1, lastError: 1 })
    .sort({ receivedAt: -1 })
    .lean<InboxListing[]>();
}

/** State of an event and whether its body is still there, or null when there is no such event. */
export async function findEventState(id: string): Promise<{ state: InboxState; hasBody: boolean } | null> {
  const row = await InboxModel.findById(id, { state: 1, event: 1 }).lean<Pick<InboxEvent, "state" | "event">>();
  return row && { state: row.state, hasBody: row.event !== null };
}

/** Depth and oldest arrival of what waits or is parked, for /metrics and /readyz. */
export async function inboxDepth(): Promise<{ waiting: number; parked: number; oldestWaitingAt: Date | null }> {
  const [waiting, parked, oldest] = await Promise.all([
    InboxModel.countDocuments({ state: "waiting" }),
    InboxModel.countDocuments({ state: "parked" }),
    InboxModel.findOne({ state: "waiting" }).sort({ receivedAt: 1 }).lean<InboxEvent>(),
  ]);
  return { waiting, parked, oldestWaitingAt: oldest?.receivedAt ?? null };
}

/** Forgets the body of a message that its sender took back. */
export async function eraseMessage(tx: Tx, chatId: string, messageId: string): Promise<void> {
  await InboxModel.updateMany(
    { chatId, "event.message.id": messageId, state: { $in: ["done", "parked"] } },
    { $set: { event: null } },
    { session: tx.session },
  );
}

/** Purges bodies of events done before `bodiesBefore` and rows done before `rowsBefore`. */
export async function purgeInbox(bodiesBefore: Date, rowsBefore: Date): Promise<void> {
  await InboxModel.updateMany(
    { state: "done", doneAt: { $lt: bodiesBefore }, event: { $ne: null } },
    { $set: { event: null } },
  );
  await InboxModel.deleteMany({ state: "done", doneAt: { $lt: rowsBefore } });
}
