import type { messagingApi } from "@line/bot-sdk";
import { LineRejectedError, LineUnreachableError } from "../line/errors";
import { plainText } from "../messages/plain-text";
import { finishDelivery, retryDelivery, type Delivery } from "../storage/deliveries";
import { markOfCopy, settleRows, type OutboxRow, type OutgoingMessage, type RowChange } from "../storage/outbox";
import { inTransaction } from "../storage/tx";
import type { Alert } from "../telemetry/metrics";

/** A retry key is remembered by LINE for 24 hours; we stop an hour before. */
const retryKeyLifeMs = 23 * 60 * 60 * 1000;
const maxBackoffMs = 5 * 60_000;

/** How long to wait after what LINE answered, in milliseconds of real time. */
export interface SendDelays {
  /** Nothing goes at all after LINE refused the account or its token. */
  stopMs: number;
  /** After LINE's limit of calls a second was passed. */
  slowMs: number;
  /** Before a push without an answer is repeated the first time; doubled each time. */
  backoffMs: number;
}

export const usualDelays: SendDelays = { stopMs: 30_000, slowMs: 1_000, backoffMs: 1_000 };

/** Whether LINE still knows a push by its key, so that repeating it cannot deliver it twice. */
export function isKeyAlive({ createdAt }: Pick<Delivery, "createdAt">): boolean {
  return Date.now() - createdAt.getTime() < retryKeyLifeMs;
}

/** What came of one call, as the counters tell it. */
export type SendResult = "sent" | "refused" | "unknown" | "parked" | "split" | "dead" | "retry";

/** What the dispatcher must do beyond the rows: slow down, or stop for a while. */
export interface Settled {
  result: SendResult;
  stopMs?: number;
  slowMs?: number;
  again?: boolean;
  /** Bodies that the rows of a refused multicast carry from now on. */
  bodyIds?: string[];
}

interface Settling {
  delivery: Delivery;
  rows: OutboxRow[];
  now: Date;
  alert: Alert;
  delays: SendDelays;
}

/** LINE took it. */
export async function settleSent({ delivery }: Settling): Promise<Settled> {
  await inTransaction(async (tx) => {
    await settleRows(tx, delivery._id, delivery.rowIds, { state: "sent", lastError: null });
    await finishDelivery(tx, delivery._id, "sent");
  });
  return { result: "sent" };
}

/** LINE said no, or did not answer: what becomes of the rows, by the table of docs/architecture.md. */
export async function settleError(settling: Settling, error: unknown): Promise<Settled> {
  if (error instanceof LineUnreachableError) return settleUnreachable(settling, error);
  if (!(error instanceof LineRejectedError)) throw error;
  const { alert, delays } = settling;
  if (error.kind === "unauthorized" || error.kind === "forbidden") {
    alert("line.unauthorized", { status: error.status });
    return { ...(await later(settling, error.message, delays.stopMs)), stopMs: delays.stopMs };
  }
  if (error.kind === "rate") return { ...(await later(settling, error.message, delays.slowMs)), slowMs: delays.slowMs };
  if (error.kind === "quota") return park(settling, error.message);
  if (error.kind === "token") return backToWaiting(settling, error.message);
  return settling.delivery.channel === "multicast" ? halve(settling, error.message) : split(settling, error.message);
}

/** A refused push goes again under its key; a refused reply gives its rows back, since its token does not wait. */
function later(settling: Settling, outcome: string, afterMs: number): Promise<Settled> {
  const { delivery } = settling;
  return delivery.channel === "reply" ? backToWaiting(settling, outcome) : retry(delivery, outcome, afterMs);
}

async function settleUnreachable(settling: Settling, error: LineUnreachableError): Promise<Settled> {
  const { delivery, delays } = settling;
  if (delivery.channel !== "reply" && isKeyAlive(delivery)) {
    const backoffMs = Math.min(delays.backoffMs * 2 ** (delivery.attempts - 1), maxBackoffMs);
    return retry(delivery, error.message, backoffMs * (0.75 + Math.random() / 2));
  }
  return becomeUnknown(settling, error.message);
}

async function retry(delivery: Delivery, outcome: string, afterMs: number): Promise<Settled> {
  await retryDelivery(delivery, new Date(Date.now() + afterMs), outcome);
  return { result: "retry" };
}

/** Ends a delivery, its rows each by the rule; those that change alike in one update, since there may be hundreds. */
async function settleEach(
  delivery: Delivery,
  rows: readonly OutboxRow[],
  outcome: string,
  changeOf: (row: OutboxRow) => RowChange,
): Promise<void> {
  const alike = new Map<string, { change: RowChange; ids: string[] }>();
  for (const row of rows) {
    const change = { lastError: outcome, ...changeOf(row) };
    const key = JSON.stringify(change);
    const group = alike.get(key) ?? { change, ids: [] };
    group.ids.push(row._id);
    alike.set(key, group);
  }
  await inTransaction(async (tx) => {
    for (const { change, ids } of alike.values()) await settleRows(tx, delivery._id, ids, change);
    await finishDelivery(tx, delivery._id, outcome);
  });
}

/** Nothing was delivered: the rows follow their urgency in a new delivery; an answer's token is spent or too old. */
async function backToWaiting({ delivery, rows }: Settling, outcome: string): Promise<Settled> {
  await settleEach(delivery, rows, outcome, (row) => ({ state: "waiting", deliveryId: null, ...withoutToken(row) }));
  return { result: "refused", again: true };
}

/** An answer without its token: money rides as it is, everything else too, until it is no answer any more. */
function withoutToken(row: OutboxRow): Partial<Pick<OutboxRow, "reply" | "dueAt">> {
  return row.kind === "answer" ? { reply: null, dueAt: null } : {};
}

/** The month's messages are used up: the rows wait for a new quota, and ride meanwhile. */
async function park({ delivery, rows, alert }: Settling, outcome: string): Promise<Settled> {
  await settleEach(delivery, rows, outcome, () => ({ state: "parked", deliveryId: null }));
  alert("line.quota");
  return { result: "parked" };
}

/**
 * Nobody can know whether it arrived. A money receipt rides the next answer marked as a copy; a `now` is pushed once more (a receipt
 * marked the same way); everything else ends here.
 */
async function becomeUnknown({ delivery, rows, now }: Settling, outcome: string): Promise<Settled> {
  await settleEach(delivery, rows, outcome, (row) => afterUnknown(row, now));
  return { result: "unknown", again: true };
}

function afterUnknown(row: OutboxRow, now: Date): RowChange {
  const asCopy = row.asCopy ? { messages: row.asCopy, bodyId: markOfCopy(row), asCopy: null } : {};
  if (row.urgency === "now" && !row.repeated)
    return { state: "waiting", deliveryId: null, dueAt: now, repeated: true, reply: null, ...asCopy };
  if (row.money && !row.repeated)
    return { state: "waiting", deliveryId: null, dueAt: null, urgency: "ride", repeated: true, reply: null, ...asCopy };
  return { state: "unknown" };
}

/** A multicast that LINE refuses may have one bad reader: each half goes as a body of its own, and what is left alone is pushed. */
async function halve({ delivery, rows }: Settling, outcome: string): Promise<Settled> {
  const middle = Math.ceil(rows.length / 2);
  const body = rows[0]?.bodyId ?? delivery._id;
  const [here, there] = [`${body}.0`, `${body}.1`];
  const first = new Set(rows.slice(0, middle));
  await settleEach(delivery, rows, outcome, (row) => ({
    state: "waiting",
    deliveryId: null,
    bodyId: first.has(row) ? here : there,
  }));
  return { result: "split", bodyIds: [here, there] };
}

/** A body that LINE refuses: its rows go one by one, a row refused alone a last time as plain text, and then it is dead. */
async function split({ delivery, rows, now, alert }: Settling, outcome: string): Promise<Settled> {
  const alone = rows.length === 1;
  await settleEach(delivery, rows, outcome, (row) => ({ deliveryId: null, ...afterRefusal(row, alone, now) }));
  const [row] = rows;
  if (!alone || row?.solo !== 2) return { result: "split", again: true };
  const isGrave = row.money || row.approvalId !== undefined;
  alert(isGrave ? "outbox.dead-money" : "outbox.dead", { outboxId: row._id });
  return { result: "dead", again: true };
}

function afterRefusal(row: OutboxRow, alone: boolean, now: Date): RowChange {
  if (!alone) return { state: "waiting", solo: 1, dueAt: now };
  if (row.solo === 2) return { state: "dead" };
  return {
    state: "waiting",
    solo: 2,
    bodyId: null,
    messages: row.messages.map(
      (message) => plainText(message as unknown as messagingApi.Message) as unknown as OutgoingMessage,
    ),
  };
}
