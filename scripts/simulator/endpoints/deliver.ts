import { isObject, objectsOf, type JsonObject } from "../json";
import type { Line } from "../line";
import { refusals } from "../line-error";
import type { Problem } from "../problem";
import type { SendMethod } from "../state/chats";
import type { LineRequest } from "./request";

/** What LINE tells about a message that it took. */
export interface SentMessage {
  id: string;
  quoteToken?: string;
}

interface Sending {
  method: SendMethod;
  messages: readonly JsonObject[];
  request: LineRequest;
  /** The event that a reply answers. */
  webhookEventId?: string;
}

/** The chat in which messages end that LINE took and could not deliver. */
export const nowhere = "nowhere";

const quotable = new Set(["text", "textV2", "sticker", "image", "video", "template", "flex"]);

function mentionedIn(message: JsonObject): JsonObject[] {
  const substitution = isObject(message["substitution"]) ? Object.values(message["substitution"]) : [];
  return objectsOf(substitution).filter((one) => one["type"] === "mention");
}

function problemsInChat(line: Line, chatId: string, message: JsonObject, name: string): Problem[] {
  const problems: Problem[] = [];
  const group = line.groups.find(chatId);
  const quote = message["quoteToken"];
  if (typeof quote === "string" && line.chats.quoted(quote)?.chatId !== chatId) {
    problems.push({ message: "Invalid quote token", property: `${name}.quoteToken` });
  }
  if (group && message["trackingId"] !== undefined) {
    problems.push({ message: "can't be used in group chats", property: `${name}.trackingId` });
  }
  for (const { mentionee } of mentionedIn(message)) {
    const target = isObject(mentionee) ? mentionee : {};
    const isMember = target["type"] === "all" || group?.members.has(String(target["userId"])) === true;
    if (!group || !isMember) problems.push({ message: "Invalid mention", property: `${name}.substitution` });
  }
  return problems;
}

/** Throws LINE's 400 for what only the chat can tell: a quote token of another chat, a mention of somebody who is not there. */
export function checkForChat(line: Line, chatId: string, messages: readonly JsonObject[]): void {
  const problems = messages.flatMap((message, index) => problemsInChat(line, chatId, message, `messages[${index}]`));
  if (problems.length > 0) throw refusals.problems(problems);
}

/** Puts the messages into a chat. When they cannot reach it (null), LINE answers as if; they end `nowhere`. */
export function deliver(line: Line, chatId: string | null, sending: Sending): SentMessage[] {
  return sending.messages.map((content) => {
    const { method: via, request, webhookEventId } = sending;
    const silent = request.body["notificationDisabled"] === true;
    const message = line.chats.add({
      chatId: chatId ?? nowhere,
      from: "bot",
      content,
      via,
      requestId: request.requestId,
      silent,
      ...(webhookEventId === undefined ? {} : { webhookEventId }),
    });
    if (!quotable.has(String(content["type"]))) return { id: message.id };
    return { id: message.id, quoteToken: line.chats.newQuoteToken(message) };
  });
}
