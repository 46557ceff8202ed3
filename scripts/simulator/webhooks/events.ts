import { newUlid } from "../ids";
import type { JsonObject } from "../json";
import type { Line } from "../line";

/** Where an event comes from. */
export type EventSource = { type: "user"; userId: string } | { type: "group"; groupId: string; userId?: string };

/** The id of the chat that an event belongs to: the user's in a one-to-one chat, else the group's. */
export function chatIdOf(source: EventSource): string {
  return source.type === "group" ? source.groupId : source.userId;
}

/** Event types that carry no reply token (Messaging API reference, webhook event objects). */
const silent = new Set(["unfollow", "leave", "memberLeft", "unsend"]);

/** The common properties of an event with its own, a fresh webhookEventId and, where LINE gives one, a reply token. */
export function makeEvent(line: Line, type: string, source: EventSource, own: JsonObject = {}): JsonObject {
  const at = line.clock.now();
  const webhookEventId = newUlid(at);
  const token = silent.has(type) ? {} : { replyToken: line.replyTokens.issue(chatIdOf(source), webhookEventId) };
  return {
    type,
    ...own,
    webhookEventId,
    deliveryContext: { isRedelivery: false },
    timestamp: at.getTime(),
    source,
    ...token,
    mode: "active",
  };
}

/** The source of a group event: the user is named only with consent. */
export function groupSource(line: Line, groupId: string, userId: string, anonymous = false): EventSource {
  const named = !anonymous && line.users.get(userId).consents;
  return named ? { type: "group", groupId, userId } : { type: "group", groupId };
}
