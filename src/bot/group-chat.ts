import { bindChat, unbindChat } from "../app/chats/group-chats";
import { burnLinkCode } from "../app/linking/links";
import { findActor } from "../app/people/find-actor";
import { DomainError } from "../domain/errors";
import { linkCodesAmong } from "../domain/linking/link-code";
import type { Language } from "../i18n/language";
import { groupChatBound, groupChatHelp, joinedGroupChat } from "../messages/group-chats";
import { refusal } from "../messages/refusal";
import type { Tx } from "../storage/tx";
import type { Answer } from "./chat";
import type { GroupEvent } from "./incoming";
import type { Routed } from "./router";

/** The prefix that calls Sajja in a group chat. */
const prefix = /^\s*#(?:สัจจะ|sajja)\s*/i;

/**
 * An event of a group chat. Sajja is silent unless it is mentioned, called by its prefix, or a button of its own is pressed; it never
 * tells anything personal there. A member's link code seen there is burned.
 */
export async function groupChatEvent(tx: Tx, event: GroupEvent, now: Date, language: Language): Promise<Routed> {
  const reader = { language };
  const say = (answer: Answer): Routed => ({ personId: null, answer, actions: { made: [], ended: [] } });
  const { what } = event;
  if (what.type === "join") return say({ say: [joinedGroupChat(reader)] });
  if (what.type === "leave") {
    await unbindChat(tx, event.chatId);
    return say({ say: [] });
  }
  if (what.type === "postback")
    return say({ say: [refusal(reader, { error: new DomainError("chat.private-only", {}), group: null })] });
  const called = prefix.test(what.text);
  const words = what.text.replace(prefix, "").trim();
  const burned = [];
  for (const digits of linkCodesAmong(what.text)) if (await burnLinkCode(tx, digits)) burned.push(digits);
  if (burned.length > 0)
    return say({ say: [refusal(reader, { error: new DomainError("link.burned", {}), group: null })] });
  if (called && /^[\d๐-๙]{6}$/.test(words)) return say(await bind(tx, event, words, now, language));
  return called || what.mentioned ? say({ say: [groupChatHelp(reader)] }) : say({ say: [] });
}

async function bind(tx: Tx, event: GroupEvent, digits: string, now: Date, language: Language): Promise<Answer> {
  const actor = event.lineUserId ? await findActor(tx, event.lineUserId) : null;
  if (!actor) throw new DomainError("chat.code-wrong", {});
  const arabic = digits.replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - "๐".charCodeAt(0)));
  const group = await bindChat(tx, actor, { chatId: event.chatId, digits: arabic, now });
  return { say: [groupChatBound({ language }, { name: group.name })] };
}
