import type { NoticeKind, Urgency } from "../domain/notices";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

export const outboxStates = ["waiting", "sending", "sent", "unknown", "parked", "held", "dropped", "dead"] as const;
export type OutboxState = (typeof outboxStates)[number];

/** A row that may still go, or is just going. */
export const openStates = ["waiting", "parked", "sending"] as const satisfies readonly OutboxState[];

/** A message of LINE's API, ready to send. */
export type OutgoingMessage = Record<string, unknown>;

/** The link that gives its reader the right to this message; read again at packing. */
export interface Basis {
  memberId: string;
  linkVersion: number;
  /** Whose passbook it tells of, where that is not her own: she must open it still. */
  opens?: string;
}

/** What one reader is to get: an answer to her event, or a notice. Its messages are frozen, in her language. */
export interface OutboxRow {
  _id: string;
  /** LINE's id of the person or the group chat. */
  chatId: string;
  lane: number;
  personId: string | null;
  basis: Basis | null;
  kind: NoticeKind | "answer";
  urgency: Urgency;
  messages: OutgoingMessage[];
  /** Rows with the same mark carry the same messages, so that one call may take them to many chats. */
  bodyId?: string | null;
  /** The same marked as a copy, for a money receipt whose first sending nobody answered for. */
  asCopy: OutgoingMessage[] | null;
  money: boolean;
  state: OutboxState;
  /** Of an answer: the event whose reply token carries it. Cleared when the token is lost. */
  reply: { eventId: string; token: string; freshUntil: Date } | null;
  createdAt: Date;
  /** When it is due by itself; null: it only rides. */
  dueAt: Date | null;
  expiresAt: Date | null;
  attempts: number;
  lastError: string | null;
  deliveryId: string | null;
  /** Sent again once already after an unknown outcome. */
  repeated: boolean;
  /** After LINE refused its body: 0 goes with others, 1 goes alone, 2 goes alone and as plain text, the last time. */
  solo: 0 | 1 | 2;
  groupId: string | null;
  /** Of a notice that asks for a second officer's word: the request. */
  approvalId?: string;
  /** Of a receipt of money: its key (`receiptKey`). */
  receipt?: string;
  /** Of an answer that shows receipts: their keys, and the ids of the days that they are of. What it shows goes with it without a word of its own. */
  shows?: string[];
}

export const OutboxModel = defineModel<OutboxRow>({
  collection: "outbox",
  fields: {
    chatId: { type: String, required: true },
    lane: { type: Number, required: true },
    personId: { type: String },
    basis: { type: Mixed },
    kind: { type: String, required: true },
    urgency: { type: String, required: true },
    messages: { type: [Mixed], required: true },
    bodyId: { type: String },
    asCopy: { type: Mixed },
    money: { type: Boolean, required: true },
    state: { type: String, required: true },
    reply: { type: Mixed },
    createdAt: { type: Date, required: true },
    dueAt: { type: Date },
    expiresAt: { type: Date },
    attempts: { type: Number, required: true },
    lastError: { type: String },
    deliveryId: { type: String },
    repeated: { type: Boolean, required: true },
    solo: { type: Number, required: true },
    groupId: { type: String },
    approvalId: { type: String },
    receipt: { type: String },
    shows: { type: [String], default: undefined },
  },
  indexes: [
    [{ state: 1, lane: 1, dueAt: 1 }],
    [{ chatId: 1, state: 1, createdAt: 1 }],
    [{ deliveryId: 1 }],
    [{ groupId: 1, state: 1, urgency: 1 }],
    [{ approvalId: 1 }, { partialFilterExpression: { approvalId: { $exists: true } } }],
    [{ shows: 1 }, { partialFilterExpression: { shows: { $exists: true } } }],
  ],
});

/** Puts rows into the outbox; they are sent after the transaction has committed. */
export async function enqueue(tx: Tx, rows: OutboxRow[]): Promise<void> {
  if (rows.length > 0) await driverOf(OutboxModel).insertMany(rows, { session: tx.session });
}

/** What is due in the lanes, the longest waiting first: chats, and in place of the readers of a shared body its mark. */
export async function findDue(
  lanes: number[],
  now: Date,
  limit: number,
): Promise<{ chatIds: string[]; bodyIds: string[] }> {
  const due = { state: "waiting" as const, lane: { $in: lanes }, dueAt: { $ne: null, $lte: now } };
  const rows = await OutboxModel.find(due, { chatId: 1, bodyId: 1 })
    .sort({ dueAt: 1 })
    .limit(limit)
    .lean<Pick<OutboxRow, "chatId" | "bodyId">[]>();
  return {
    chatIds: [...new Set(rows.flatMap(({ chatId, bodyId }) => (bodyId == null ? chatId : [])))],
    bodyIds: [...new Set(rows.flatMap(({ bodyId }) => bodyId ?? []))],
  };
}

/**
 * What could go to a chat now: what has a time of its own (answers, and what is due some day), and the oldest of what may ride, parked
 * rows too; and what is on its way there. Oldest first. Whatever waits in a long row of riders never stands before an answer, nor before
 * what asks for a word, nor before money.
 */
export async function findOpenRows(chatId: string): Promise<OutboxRow[]> {
  const open = { chatId, state: { $in: [...openStates] } };
  const [timed, riders] = await Promise.all([
    OutboxModel.find({ ...open, dueAt: { $ne: null } })
      .sort({ dueAt: 1, money: -1, createdAt: 1 })
      .limit(60)
      .lean<OutboxRow[]>(),
    OutboxModel.find({ ...open, dueAt: null })
      .sort({ approvalId: -1, money: -1, createdAt: 1 })
      .limit(20)
      .lean<OutboxRow[]>(),
  ]);
  return [...timed, ...riders].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** The rows of a delivery. */
export async function findRowsOfDelivery(deliveryId: string): Promise<OutboxRow[]> {
  return OutboxModel.find({ deliveryId }).sort({ createdAt: 1 }).lean<OutboxRow[]>();
}

/** What may change about a row on its way. */
export type RowChange = Partial<
  Pick<
    OutboxRow,
    | "state"
    | "lastError"
    | "reply"
    | "urgency"
    | "dueAt"
    | "deliveryId"
    | "messages"
    | "bodyId"
    | "asCopy"
    | "repeated"
    | "solo"
    | "expiresAt"
  >
>;

/** Changes rows that are still open: in the state that was read. */
export async function moveRows(ids: readonly string[], from: readonly OutboxState[], change: RowChange): Promise<void> {
  if (ids.length === 0) return;
  const filter = { _id: { $in: [...ids] }, state: { $in: [...from] } };
  await driverOf(OutboxModel).updateMany(filter, { $set: change });
}

/** The mark of a body's copies: they say the same to all its readers, but not the same as the body. */
export function markOfCopy({ bodyId }: Pick<OutboxRow, "bodyId">): string | null {
  return bodyId == null ? null : `${bodyId}.copy`;
}

/** Says what became of rows of a delivery, as long as they are still on their way in it: a slow process comes too late. */
export async function settleRows(tx: Tx, deliveryId: string, ids: readonly string[], change: RowChange): Promise<void> {
  const filter = { _id: { $in: [...ids] }, state: "sending" as const, deliveryId };
  await driverOf(OutboxModel).updateMany(filter, { $set: change }, { session: tx.session });
}

/** Binds open rows to a delivery that is about to go, and counts the attempt; gives how many were still open. */
export async function bindRows(tx: Tx, ids: readonly string[], deliveryId: string): Promise<number> {
  const { modifiedCount } = await driverOf(OutboxModel).updateMany(
    { _id: { $in: [...ids] }, state: { $in: ["waiting", "parked"] } },
    { $set: { state: "sending", deliveryId }, $inc: { attempts: 1 } },
    { session: tx.session },
  );
  return modifiedCount;
}

/** Counts another attempt of rows whose delivery goes again. */
export async function countRowAttempts(ids: readonly string[]): Promise<void> {
  await OutboxModel.updateMany({ _id: { $in: ids } }, { $inc: { attempts: 1 } });
}

/** Makes a group's `day` notices due at once: its working day has closed. */
export async function releaseDayNotices(tx: Tx, groupId: string, now: Date): Promise<void> {
  await OutboxModel.updateMany(
    { groupId, state: "waiting", urgency: "day", dueAt: { $gt: now } },
    { $set: { dueAt: now } },
    { session: tx.session },
  );
}

/** Drops what still asks for a word on a request that is open no more. What is on its way goes on: its buttons show what was decided. */
export async function dropAsked(tx: Tx, approvalId: string): Promise<void> {
  await driverOf(OutboxModel).updateMany(
    { approvalId, state: { $in: ["waiting", "parked", "held"] } },
    { $set: { state: "dropped", lastError: "decided" } },
    { session: tx.session },
  );
}

/**
 * Holds everything unsent, in a database that no server uses: it may have been sent after the backup was made. No reply token is good
 * any more, and a money receipt will say that it is a copy. Gives how many rows it holds.
 */
export async function holdUnsent(): Promise<number> {
  const unsent = { state: { $in: ["waiting", "sending", "parked"] as const } };
  await OutboxModel.updateMany({ ...unsent, kind: "answer" }, { $set: { dueAt: null } });
  for await (const row of OutboxModel.find({ ...unsent, asCopy: { $ne: null } })
    .lean<OutboxRow[]>()
    .cursor()) {
    const copy = { messages: row.asCopy ?? row.messages, bodyId: markOfCopy(row), asCopy: null, repeated: true };
    await OutboxModel.updateOne({ _id: row._id }, { $set: copy });
  }
  const { modifiedCount } = await OutboxModel.updateMany(unsent, {
    $set: { state: "held", reply: null, deliveryId: null },
  });
  return modifiedCount;
}

/** Releases what a restore holds. Gives how many rows moved. */
export async function releaseHeld(): Promise<number> {
  const { modifiedCount } = await OutboxModel.updateMany({ state: "held" }, { $set: { state: "waiting" } });
  return modifiedCount;
}

/** Lets rows that were parked for want of quota go again: there is room once more. */
export async function unparkRows(now: Date): Promise<void> {
  await OutboxModel.updateMany({ state: "parked" }, { $set: { state: "waiting", dueAt: now } });
}

/** Lets a dead, dropped, parked or unknown row be sent again, as a push of its own. False when there is no such row. */
export async function resend(id: string, now: Date): Promise<boolean> {
  const { matchedCount } = await OutboxModel.updateOne(
    { _id: id, state: { $in: ["dead", "dropped", "parked", "unknown"] } },
    {
      $set: {
        state: "waiting",
        urgency: "now",
        dueAt: now,
        expiresAt: null,
        reply: null,
        deliveryId: null,
        lastError: null,
        bodyId: null,
        solo: 0,
      },
    },
  );
  return matchedCount === 1;
}

/** A row as the operator sees it: nothing of what it says. */
export type OutboxListing = Pick<OutboxRow, "_id" | "state" | "kind" | "chatId" | "attempts" | "lastError">;

/** All rows, or those in a state; the newest first. */
export async function listRows(state?: OutboxState): Promise<OutboxListing[]> {
  return OutboxModel.find(state ? { state } : {}, { state: 1, kind: 1, chatId: 1, attempts: 1, lastError: 1 })
    .sort({ createdAt: -1 })
    .lean<OutboxListing[]>();
}

/** The state of a row, or null when there is no such row. */
export async function findRowState(id: string): Promise<OutboxState | null> {
  return (await OutboxModel.findById(id, { state: 1 }).lean<OutboxListing>())?.state ?? null;
}

/** Number of rows by state and the oldest due one, for /metrics and /readyz. */
export async function outboxDepth(now: Date): Promise<{ byState: Record<string, number>; oldestDueAt: Date | null }> {
  const counts = await OutboxModel.aggregate<{ _id: string; rows: number }>([
    { $group: { _id: "$state", rows: { $sum: 1 } } },
  ]);
  const oldest = await OutboxModel.findOne({ state: "waiting", dueAt: { $ne: null, $lte: now } })
    .sort({ dueAt: 1 })
    .lean<OutboxRow>();
  return {
    byState: Object.fromEntries(counts.map((count) => [count._id, count.rows])),
    oldestDueAt: oldest?.dueAt ?? null,
  };
}

/** Deletes rows that were finished before the instant. */
export async function purgeOutbox(before: Date): Promise<void> {
  await OutboxModel.deleteMany({ state: { $in: ["sent", "dropped"] }, createdAt: { $lt: before } });
}
