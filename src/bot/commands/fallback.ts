import { hasConsented } from "../../app/people/settings";
import { mediaAnswer as mediaMessage, notUnderstood, questionOver } from "../../messages/help";
import { findConversation } from "../../storage/conversations";
import type { Answer, Chat } from "../chat";
import { typedCount } from "./closing";
import { consentFirst } from "./consent";
import { roleOf, showHelp } from "./help";

/**
 * Words that no command knows, but for the sum of a counter whose turn it is; after a question whose time is over she is told so, once. Who is not
 * linked yet is told how to get in.
 */
export async function notUnderstoodAnswer(chat: Chat, text = ""): Promise<Answer> {
  const { person } = chat.actor;
  const counted = person.lockedAt || !hasConsented(person) ? null : await typedCount(chat, text);
  if (counted) return counted;
  const role = await roleOf(chat);
  if (role !== "stranger") {
    const asked = await findConversation(chat.tx, chat.conversationId);
    if (asked && asked.expiresAt <= chat.now) return { say: [questionOver(chat.reader, { role })], conversation: null };
    return { say: [notUnderstood(chat.reader, { role })] };
  }
  return hasConsented(person) ? showHelp(chat) : consentFirst(chat);
}

const media = ["sticker", "image", "audio", "video", "file", "location"] as const;

/** A sticker, a picture, a voice message: a friendly way on; nothing of it is kept. */
export async function mediaAnswer(chat: Chat, type: string): Promise<Answer> {
  const known = media.find((one) => one === type);
  return known
    ? { say: [mediaMessage(chat.reader, { media: known, role: await roleOf(chat) })] }
    : notUnderstoodAnswer(chat);
}
