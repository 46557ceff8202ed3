import { randomUUID } from "node:crypto";
import { addressNotices, type AddressedNotice } from "../app/notices/recipients";
import { collectActions } from "../bot/chat";
import type { Routed } from "../bot/router";
import { addDays, instantOf, localDateOf } from "../domain/dates";
import type { Group } from "../domain/groups/group";
import { groupOf } from "../domain/ids";
import { laneOf } from "../domain/lanes";
import type { Notice } from "../domain/notice";
import { receiptKey } from "../domain/savings/receipt-key";
import { expiryOf, noticeRule, type NoticeKind, type Urgency } from "../domain/notices";
import { isOfPractice } from "../domain/practice/practice";
import { renderNotice } from "../messages/notices";
import { markedAsPractice } from "../messages/practice";
import { storeActions, type ActionChanges } from "../storage/actions";
import type { InboxEvent } from "../storage/inbox";
import { markShared } from "./sharing";
import { enqueue, type OutboxRow, type OutgoingMessage } from "../storage/outbox";
import type { Person } from "../storage/persons";
import type { Tx } from "../storage/tx";

/** A reply token is used until 50 s after LINE delivered the event, and 20 minutes after the event. */
const tokenLifeMs = 50_000;
const tokenEventLifeMs = 20 * 60_000;
/** An answer whose token was lost rides on the next answer for a day; then it is no answer any more. */
const answerLifeMs = 24 * 60 * 60 * 1000;
/** `day` notices go at this time of the day, unless the group's working day closes before. */
export const dailyBundleTime = "17:00";

/**
 * Puts what an event's command said, and everything that others must hear, into the outbox of the same transaction. Gives the chats
 * that have something to be sent now.
 */
export async function enqueueAnswer(tx: Tx, event: InboxEvent, routed: Routed, now: Date): Promise<string[]> {
  const rows = routed.answer.say.length > 0 ? [answerRow(event, routed, now)] : [];
  const { rows: notices, actions } = await noticeRows(tx, routed.answer.notices ?? [], now, routed.knownPersons);
  await storeActions(tx, { made: [...routed.actions.made, ...actions.made], ended: routed.actions.ended });
  await enqueue(tx, [...rows, ...notices]);
  return [...new Set([...rows, ...notices].map((row) => row.chatId))];
}

/** Puts notices into the outbox that no event caused: jobs. */
export async function enqueueNotices(tx: Tx, notices: readonly Notice[], now: Date): Promise<string[]> {
  const { rows, actions } = await noticeRows(tx, notices, now);
  await storeActions(tx, actions);
  await enqueue(tx, rows);
  return [...new Set(rows.map((row) => row.chatId))];
}

function answerRow(event: InboxEvent, { answer, personId }: Routed, now: Date): OutboxRow {
  return {
    ...emptyRow(event.chatId, now),
    personId,
    kind: "answer",
    urgency: "ride",
    messages: answer.say as unknown as OutgoingMessage[],
    asCopy: (answer.asCopy as unknown as OutgoingMessage[] | undefined) ?? null,
    money: answer.asCopy !== undefined,
    reply: replyOf(event, now),
    // An answer is due at once; without its token it only rides.
    dueAt: now,
    expiresAt: answer.asCopy ? null : new Date(now.getTime() + answerLifeMs),
    ...(answer.shows === undefined ? {} : { shows: answer.shows }),
  };
}

function replyOf(event: InboxEvent, now: Date): OutboxRow["reply"] {
  const token = event.event?.["replyToken"];
  // A replayed event's token is long spent.
  if (typeof token !== "string" || event.replayed || /^(0+|f+)$/.test(token)) return null;
  const sinceDelivery = Date.now() - event.deliveredAt.getTime();
  const sinceEvent = now.getTime() - event.occurredAt.getTime();
  const lifeMs = Math.min(tokenLifeMs - sinceDelivery, tokenEventLifeMs - sinceEvent);
  return { eventId: event._id, token, freshUntil: new Date(Date.now() + lifeMs) };
}

async function noticeRows(
  tx: Tx,
  notices: readonly Notice[],
  now: Date,
  known?: readonly Person[],
): Promise<{ rows: OutboxRow[]; actions: ActionChanges }> {
  const addressed = await addressNotices(tx, notices, known);
  const actions: ActionChanges = { made: [], ended: [] };
  const rows = addressed.map((one) => noticeRow(one, now, actions));
  return { rows: markShared(rows), actions };
}

function noticeRow({ notice, person, basis }: AddressedNotice, now: Date, actions: ActionChanges): OutboxRow {
  const { kind } = notice;
  const rule = noticeRule(kind);
  const collected = collectActions(person._id, now);
  const buttons = Object.fromEntries(
    Object.entries(notice.buttons ?? {}).map(([slot, button]) => [
      slot,
      collected.newAction(button.name, button.payload),
    ]),
  );
  actions.made.push(...collected.changes.made);
  const say = wordsOf(person, kind);
  const view = { ...notice.view, ...buttons };
  return {
    ...emptyRow(person.lineUserId, now),
    personId: person._id,
    basis,
    kind,
    ...timesOf(person, notice, now),
    messages: say(view),
    asCopy: rule.money ? say({ ...view, copy: true }) : null,
    money: rule.money ?? false,
    groupId: "memberId" in notice.to ? groupOf(notice.to.memberId) : null,
    ...(notice.approvalId === undefined ? {} : { approvalId: notice.approvalId }),
    ...(kind === "receipt.deposit" || kind === "receipt.office-cash"
      ? { receipt: keyOf(notice.view as ReceiptOfGroup) }
      : {}),
  };
}

/** How a notice's kind is told to its reader. What is of a practice says so. */
function wordsOf({ _id, language }: Person, kind: NoticeKind): (view: object) => OutgoingMessage[] {
  const inPractice = isOfPractice(_id);
  const reader = { language, ...(inPractice ? { practice: true as const } : {}) };
  return (view) => {
    const messages = renderNotice(reader, kind, view);
    return (inPractice ? markedAsPractice(reader, messages) : messages) as unknown as OutgoingMessage[];
  };
}

/**
 * When a notice is due and how long it may wait; one of many of a day does not ring. In a practice nothing is pushed: it rides on an answer, until the day
 * is over.
 */
function timesOf(
  { _id }: Person,
  { kind, isCalm }: Pick<Notice, "kind" | "isCalm">,
  now: Date,
): Pick<OutboxRow, "urgency" | "dueAt" | "expiresAt"> {
  const { urgency: usual, atClosing } = noticeRule(kind);
  if (isOfPractice(_id)) return { urgency: "ride", dueAt: null, expiresAt: instantOf(addDays(localDateOf(now), 1)) };
  const urgency = isCalm && usual === "now" ? "day" : usual;
  return { urgency, dueAt: atClosing ? now : dueAtOf(urgency, now), expiresAt: expiryOf(kind, now, urgency) };
}

/** What of a receipt's view names it. */
interface ReceiptOfGroup {
  group: Pick<Group, "id">;
  receipt: string;
}

const keyOf = ({ group, receipt }: ReceiptOfGroup): string => receiptKey(group.id, receipt);

/** When a notice is due by itself: at once, at the day's bundle, or never. */
export function dueAtOf(urgency: Urgency, now: Date): Date | null {
  if (urgency === "now") return now;
  if (urgency === "ride") return null;
  const today = localDateOf(now);
  const bundle = instantOf(today, dailyBundleTime);
  return bundle > now ? bundle : instantOf(addDays(today, 1), dailyBundleTime);
}

function emptyRow(chatId: string, now: Date): Omit<OutboxRow, "kind" | "urgency" | "messages"> {
  return {
    _id: randomUUID(),
    chatId,
    lane: laneOf(chatId),
    personId: null,
    basis: null,
    asCopy: null,
    money: false,
    state: "waiting",
    reply: null,
    createdAt: now,
    dueAt: null,
    expiresAt: null,
    attempts: 0,
    lastError: null,
    deliveryId: null,
    repeated: false,
    solo: 0,
    groupId: null,
  };
}
