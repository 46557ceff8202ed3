import { randomUUID } from "node:crypto";
import { newActionId, type Action } from "../../../src/storage/actions";
import type { InboxEvent } from "../../../src/storage/inbox";
import type { OutboxRow } from "../../../src/storage/outbox";

/** A full inbox event; its text must never be printed. */
export function buildEvent(overrides: Partial<InboxEvent> = {}): InboxEvent {
  const at = new Date("2026-03-05T02:00:00Z");
  return {
    _id: randomUUID(),
    chatId: "Uchat",
    lane: 0,
    type: "message",
    state: "done",
    attempts: 1,
    receivedAt: at,
    deliveredAt: at,
    occurredAt: at,
    nextAttemptAt: at,
    doneAt: at,
    lastError: null,
    replayed: false,
    event: { type: "message", message: { type: "text", id: "1", text: "a secret" } },
    ...overrides,
  };
}

/** A full outbox row; its text must never be printed. */
export function buildOutboxRow(overrides: Partial<OutboxRow> = {}): OutboxRow {
  const at = new Date("2026-03-05T02:00:00Z");
  return {
    _id: randomUUID(),
    chatId: "Uchat",
    lane: 0,
    personId: null,
    basis: null,
    kind: "day.report",
    urgency: "day",
    messages: [{ type: "text", text: "a secret" }],
    asCopy: null,
    money: false,
    state: "waiting",
    reply: null,
    createdAt: at,
    dueAt: at,
    expiresAt: null,
    attempts: 0,
    lastError: null,
    deliveryId: null,
    repeated: false,
    solo: 0,
    groupId: null,
    ...overrides,
  };
}

/** A full, open button of a card. */
export function buildAction(overrides: Partial<Action> = {}): Action {
  return {
    _id: newActionId(),
    version: 1,
    name: "savings.deposit.confirm",
    personId: "p",
    payload: {},
    state: "open",
    voidBecause: null,
    result: null,
    subject: null,
    groupId: null,
    dayId: null,
    createdAt: new Date("2026-03-05T02:00:00Z"),
    doneAt: null,
    ...overrides,
  };
}
