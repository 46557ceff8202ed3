import { createHash } from "node:crypto";
import { z } from "zod";
import { laneOf } from "../domain/lanes";
import type { InboxEvent } from "../storage/inbox";

/** What Sajja relies on in any event; whatever else it carries is kept as it came. */
const eventSchema = z.looseObject({
  type: z.string(),
  timestamp: z.number().min(0).max(8.64e15),
  webhookEventId: z.string().min(1).max(64),
  source: z
    .looseObject({ userId: z.string().optional(), groupId: z.string().optional(), roomId: z.string().optional() })
    .optional(),
});

const bodySchema = z.looseObject({ destination: z.string().optional(), events: z.array(z.unknown()) });

/** Thrown when a signed body is not what LINE sends. */
export class UnreadableBodyError extends Error {
  override name = "UnreadableBodyError";
}

/** Reads a signed body into rows for the inbox; throws UnreadableBodyError when it is no webhook body at all. */
export function readEvents(body: Buffer, now: Date): InboxEvent[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString("utf8"));
  } catch {
    throw new UnreadableBodyError("not JSON");
  }
  const result = bodySchema.safeParse(parsed);
  if (!result.success) throw new UnreadableBodyError("no events");
  return result.data.events.map((event) => toRow(event, now));
}

function toRow(raw: unknown, now: Date): InboxEvent {
  const known = eventSchema.safeParse(raw);
  // An event without the usual marks is stored all the same: nothing that LINE sends is lost.
  const event = (known.success ? known.data : { type: "unreadable", raw }) as Record<string, unknown>;
  const source = known.success ? known.data.source : undefined;
  const chatId = source?.groupId ?? source?.roomId ?? source?.userId ?? "none";
  const id = known.success
    ? known.data.webhookEventId
    : createHash("sha256")
        .update(JSON.stringify(raw) ?? "undefined")
        .digest("hex");
  return {
    _id: id,
    chatId,
    lane: laneOf(chatId),
    type: known.success ? known.data.type : "unreadable",
    state: "waiting",
    attempts: 0,
    receivedAt: now,
    deliveredAt: now,
    occurredAt: new Date(known.success ? known.data.timestamp : now.getTime()),
    nextAttemptAt: now,
    doneAt: null,
    lastError: null,
    replayed: false,
    event: maskIdNumbers(event),
  };
}

const idNumbers = /(?<![\d๐-๙])[\d๐-๙](?:[-\s]?[\d๐-๙]){12}(?![\d๐-๙])/g;
const mask = (text: string): string => text.replace(idNumbers, "x".repeat(13));

/** What people write in a message; everything else in it is LINE's own ids and tokens. */
const written = ["text", "fileName", "title", "address"];

/** 13 digits, with or without the dashes of an identity number, are masked before anything is stored; in an event that nobody can read, everywhere. */
function maskIdNumbers(event: Record<string, unknown>): Record<string, unknown> {
  const { message, raw } = event;
  if (event["type"] === "unreadable") return { ...event, raw: maskAll(raw) };
  if (!isRecord(message)) return event;
  const masked = Object.entries(message).map(([name, value]) =>
    written.includes(name) && typeof value === "string" ? [name, mask(value)] : [name, value],
  );
  return { ...event, message: Object.fromEntries(masked) as Record<string, unknown> };
}

function maskAll(value: unknown): unknown {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return value.map(maskAll);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskAll(inner)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
