import type { Urgency } from "../domain/notices";
import type { Delivery } from "../storage/deliveries";
import type { OutboxRow, OutgoingMessage } from "../storage/outbox";

/** LINE takes so many messages in one call, and counts the call, not the messages. */
export const messagesPerCall = 5;

/** What goes to a chat in the next call; as a multicast, to the chats of all its rows. */
export interface Pack {
  chatId: string;
  channel: Delivery["channel"];
  replyToken: string | null;
  rows: OutboxRow[];
  messages: OutgoingMessage[];
  /** `now`: it may use the month's last messages, since something in it cannot wait. */
  urgency: Urgency;
  /** The mark of its body, when it may go to many chats in one call. */
  bodyId: string | null;
}

/** The two clocks of sending: the people's (due times) and the real one (reply tokens). */
export interface SendingTimes {
  now: Date;
  real: Date;
}

/** Whether it is time for it by itself. */
export const isDue = ({ state, dueAt }: OutboxRow, now: Date): boolean =>
  state === "waiting" && dueAt !== null && dueAt <= now;

const isFresh = (row: OutboxRow, real: Date): boolean => row.reply !== null && row.reply.freshUntil > real;

/** Answers whose reply token has died: they ride from now on. */
export function staleAnswers(rows: readonly OutboxRow[], { real }: SendingTimes): OutboxRow[] {
  return rows.filter(
    (row) =>
      row.state === "waiting" && row.kind === "answer" && row.solo === 0 && row.dueAt !== null && !isFresh(row, real),
  );
}

/**
 * The next call to a chat, or null when nothing is due. A fresh answer goes by its reply token and waiting notices ride on it, before
 * it, so that its quick replies stay in sight; into a group chat nothing rides. Else what is due is pushed, and the rest of the call is
 * filled with what waits, since LINE counts heads and not messages. What asks for a word rides first, then money, then the rest.
 */
export function nextPack(chatId: string, rows: readonly OutboxRow[], times: SendingTimes): Pack | null {
  const isPrivate = chatId.startsWith("U");
  const waiting = rows.filter((row) => row.state === "waiting");
  const answer = waiting.find((row) => isFresh(row, times.real));
  if (answer?.reply) {
    if (answer.solo > 0) return pack(chatId, "reply", answer.reply.token, [answer]);
    const answers = waiting.filter((row) => row.reply?.eventId === answer.reply?.eventId);
    const room = messagesPerCall - answers.reduce((total, row) => total + row.messages.length, 0);
    const shown = rows.filter((row) => mayRide(row, times) && isShown(row, answers));
    const others = rows.filter((row) => !shown.includes(row));
    const riders = isPrivate ? ridersAmong(others, room, times) : [];
    return {
      ...pack(chatId, "reply", answer.reply.token, [...riders, ...answers]),
      rows: [...riders, ...shown, ...answers],
    };
  }
  // What LINE refused among others cannot ride any more: it is pushed by itself, an answer too.
  const due = rows.filter((row) => (row.kind !== "answer" || row.solo > 0) && isDue(row, times.now));
  const [oldest] = due;
  if (!oldest) return null;
  if (oldest.solo > 0) return pack(chatId, "push", null, [oldest]);
  const first = fill(
    due.filter((row) => row.solo === 0),
    messagesPerCall,
  );
  const room = messagesPerCall - first.reduce((total, row) => total + row.messages.length, 0);
  const others = waiting.filter((row) => !first.includes(row));
  const riders = isPrivate ? ridersAmong(others, room, times) : [];
  return pack(chatId, "push", null, inOrder([...first, ...riders]));
}

/** Whether one of the answers shows this receipt: it goes with it, to the same end, without a message of its own. */
function isShown({ receipt }: OutboxRow, answers: readonly OutboxRow[]): boolean {
  return receipt !== undefined && answers.some(({ shows }) => shows?.includes(receipt) === true);
}

/** A push tells things in the order in which they happened: a receipt before the word that it was put right. */
function inOrder(rows: readonly OutboxRow[]): OutboxRow[] {
  return [...rows].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** What may go along with another message: everything but an answer that still has its own token; the parked ones too. */
function mayRide(row: OutboxRow, { real }: SendingTimes): boolean {
  return !isFresh(row, real) && row.solo === 0;
}

function ridersAmong(rows: readonly OutboxRow[], room: number, times: SendingTimes): OutboxRow[] {
  const may = rows.filter((row) => mayRide(row, times));
  return fill(
    [0, 1, 2].flatMap((place) => may.filter((row) => placeOf(row) === place)),
    room,
  );
}

/** Where a row stands among riders: what asks for a word, money, the rest. */
function placeOf({ approvalId, money }: OutboxRow): 0 | 1 | 2 {
  if (approvalId !== undefined) return 0;
  return money ? 1 : 2;
}

function fill(rows: readonly OutboxRow[], room: number): OutboxRow[] {
  const taken: OutboxRow[] = [];
  for (const row of rows) {
    if (row.messages.length > room) break;
    room -= row.messages.length;
    taken.push(row);
  }
  return taken;
}

function pack(chatId: string, channel: Pack["channel"], replyToken: string | null, rows: OutboxRow[]): Pack {
  const isUrgent = rows.some((row) => row.urgency === "now" || row.kind === "answer");
  return {
    chatId,
    channel,
    replyToken,
    rows,
    messages: rows.flatMap((row) => row.messages),
    urgency: isUrgent ? "now" : "day",
    bodyId: null,
  };
}
