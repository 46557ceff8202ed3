import { z } from "zod";
import type { ReadyPhoto } from "../app/photos/store-photo";

/** A stored event as the router gets it. */
export interface IncomingEvent {
  event: Record<string, unknown> | null;
  occurredAt: Date;
  replayed: boolean;
  /** The picture that it brings, made ready before: only where the chat's open question waits for one. */
  photo?: ReadyPhoto | null;
}

const source = z.looseObject({
  type: z.string(),
  userId: z.string().optional(),
  groupId: z.string().optional(),
  roomId: z.string().optional(),
});

const mention = z.looseObject({ mentionees: z.array(z.looseObject({ isSelf: z.boolean().optional() })) });
const message = z.looseObject({
  type: z.string(),
  id: z.string(),
  text: z.string().optional(),
  mention: mention.optional(),
});

const eventSchema = z.looseObject({
  type: z.string(),
  mode: z.string().optional(),
  source: source.optional(),
  message: message.optional(),
  postback: z.looseObject({ data: z.string() }).optional(),
  unsend: z.looseObject({ messageId: z.string() }).optional(),
});

/** An event of a person's own chat. */
export type ChatEvent = { lineUserId: string; at: Date } & (
  | { kind: "follow" }
  | { kind: "unfollow" }
  | { kind: "text"; text: string }
  | { kind: "media"; type: string }
  | { kind: "postback"; data: string }
);

/** An event of a group chat; the person is known only where LINE tells. */
export interface GroupEvent {
  kind: "group";
  chatId: string;
  lineUserId: string | null;
  at: Date;
  what:
    | { type: "join" }
    | { type: "leave" }
    | { type: "text"; text: string; mentioned: boolean }
    | { type: "postback"; data: string };
}

/** A message that its sender took back, in any chat. */
export interface UnsendEvent {
  kind: "unsend";
  chatId: string;
  messageId: string;
}

/** Reads a stored event into the few kinds that the conversation knows; everything else is ignored politely. */
export function readEvent(incoming: IncomingEvent): ChatEvent | GroupEvent | UnsendEvent | { kind: "ignored" } {
  const parsed = eventSchema.safeParse(incoming.event);
  if (!parsed.success || parsed.data.mode === "standby") return { kind: "ignored" };
  const { type, source: from, message: said, postback } = parsed.data;
  const at = incoming.occurredAt;
  const chatId = from?.groupId ?? from?.roomId;
  if (type === "unsend" && parsed.data.unsend)
    return { kind: "unsend", chatId: chatId ?? from?.userId ?? "", messageId: parsed.data.unsend.messageId };
  if (chatId) return readGroupEvent(parsed.data, chatId, at);
  const lineUserId = from?.userId;
  if (!lineUserId) return { kind: "ignored" };
  if (type === "follow" || type === "unfollow") return { kind: type, lineUserId, at };
  // A tab of the rich menu changed the picture on the phone; there is nothing to answer.
  if (type === "postback" && postback?.data.startsWith("tab:")) return { kind: "ignored" };
  if (type === "postback" && postback) return { kind: "postback", lineUserId, at, data: postback.data };
  if (type !== "message" || !said) return { kind: "ignored" };
  return said.type === "text"
    ? { kind: "text", lineUserId, at, text: said.text ?? "" }
    : { kind: "media", lineUserId, at, type: said.type };
}

function readGroupEvent(
  event: z.output<typeof eventSchema>,
  chatId: string,
  at: Date,
): GroupEvent | { kind: "ignored" } {
  const base = { kind: "group" as const, chatId, lineUserId: event.source?.userId ?? null, at };
  if (event.type === "join" || event.type === "leave") return { ...base, what: { type: event.type } };
  if (event.type === "postback" && event.postback)
    return { ...base, what: { type: "postback", data: event.postback.data } };
  // An edited message is said once more, under the id of the first.
  const isSaid = event.type === "message" || event.type === "messageEdited";
  if (!isSaid || event.message?.type !== "text") return { kind: "ignored" };
  const mentioned = event.message.mention?.mentionees.some((mentionee) => mentionee.isSelf === true) ?? false;
  return { ...base, what: { type: "text", text: event.message.text ?? "", mentioned } };
}
