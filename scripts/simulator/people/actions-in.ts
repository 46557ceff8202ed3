import { isObject, objectsOf, type JsonObject } from "../json";
import type { ChatMessage } from "../state/chats";

/** Something in a message that can be tapped, and the message that holds it. */
export interface Tappable {
  action: JsonObject;
  message: ChatMessage;
}

function actionsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(actionsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "quickReply") return [];
    if (key === "action" || key === "defaultAction") return isObject(inner) ? [inner] : [];
    if (key === "actions") return objectsOf(inner);
    return actionsOf(inner);
  });
}

/** Everything that can be tapped in a chat: quick replies first, then buttons, the newest message's before the older ones'. */
export function tappables(messages: readonly ChatMessage[], quickReplies: readonly JsonObject[]): Tappable[] {
  const last = messages.at(-1);
  const quick = last ? quickReplies.map((item) => ({ action: item["action"] as JsonObject, message: last })) : [];
  const buttons = [...messages]
    .reverse()
    .filter((message) => message.from === "bot")
    .flatMap((message) => actionsOf(message.content).map((action) => ({ action, message })));
  return [...quick, ...buttons];
}
