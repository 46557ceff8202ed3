import { openStates, OutboxModel, type OutboxRow } from "./outbox";

/** A row, and the chat it goes to. */
export type RowPlace = Pick<OutboxRow, "_id" | "chatId">;

/** Due rows of a shared body in the lanes. */
export async function findRowsOfBody(bodyId: string, lanes: number[], now: Date, limit: number): Promise<RowPlace[]> {
  const due = { state: "waiting" as const, lane: { $in: lanes }, dueAt: { $ne: null, $lte: now } };
  return OutboxModel.find({ ...due, bodyId }, { chatId: 1 })
    .limit(limit)
    .lean<RowPlace[]>();
}

/** Everything that may still go to these chats, or is just going. */
export async function findOpenPlaces(chatIds: readonly string[]): Promise<RowPlace[]> {
  const open = { chatId: { $in: [...chatIds] }, state: { $in: [...openStates] } };
  return OutboxModel.find(open, { chatId: 1 }).lean<RowPlace[]>();
}

/** Rows by id, in no order. */
export async function findRows(ids: readonly string[]): Promise<OutboxRow[]> {
  return OutboxModel.find({ _id: { $in: [...ids] } }).lean<OutboxRow[]>();
}
