import { z } from "zod";
import { DomainError } from "../../domain/errors";
import { getNetworkContacts } from "../../app/people/contacts";
import { consentVersion, giveConsent, hasConsented } from "../../app/people/settings";
import { refusal } from "../../messages/refusal";
import { askLinkCode } from "../../messages/linking";
import { consentDeclined, consented, consentRequest, consentText, welcome } from "../../messages/people";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { showHelp } from "./help";
import { takeCode } from "./link";

const nothing = z.object({});

/** The first words to who follows the account; who is linked already is greeted with what she can do. */
export async function greet(chat: Chat): Promise<Answer> {
  if (chat.actor.own.length > 0 && hasConsented(chat.actor.person)) return showHelp(chat);
  const { networkName, contacts } = await getNetworkContacts(chat.tx);
  return {
    say: [welcome(chat.reader, { networkName, contacts, next: chat.newAction("consent.ask", {}) })],
    conversation: null,
  };
}

/** Asks for consent before anything else; `code` is a link code that she sent already, kept until she agrees, whatever she says before. */
export async function consentFirst(chat: Chat, code?: string): Promise<Answer> {
  const { networkName } = await getNetworkContacts(chat.tx);
  const card = consentRequest(chat.reader, {
    networkName,
    ...answerButtons(chat),
    read: chat.newAction("consent.read", {}),
  });
  const data = { code: code ?? (await waitingCode(chat)) };
  return { say: [card], conversation: { name: "consent", step: "wait", data } };
}

const answerButtons = (chat: Chat) => ({
  agree: chat.newAction("consent.give", {}),
  decline: chat.newAction("consent.decline", {}),
});

async function waitingCode(chat: Chat): Promise<string | null> {
  const conversation = await chat.openConversation();
  const code = conversation?.name === "consent" ? conversation.data["code"] : null;
  return typeof code === "string" ? code : null;
}

async function agree(chat: Chat): Promise<Answer> {
  if (!hasConsented(chat.actor.person)) await giveConsent(chat.tx, chat.actor.person, chat.now);
  const code = await waitingCode(chat);
  const thanks = consented(chat.reader);
  if (code !== null) {
    const answer = await takeCode(chat, code).catch((error: unknown) => refused(chat, error));
    return { ...answer, say: [thanks, ...answer.say], conversation: null };
  }
  if (chat.actor.own.length > 0) return { say: [thanks], conversation: null };
  const { contacts } = await getNetworkContacts(chat.tx);
  return { say: [thanks, askLinkCode(chat.reader, { contacts })], conversation: null };
}

/** Her consent stands, whatever became of the code that had waited for it: nothing was written for one that is refused. */
async function refused(chat: Chat, error: unknown): Promise<Answer> {
  if (!(error instanceof DomainError)) throw error;
  return { say: [refusal(chat.reader, { error, group: null, contacts: [] })] };
}

/** [ไปต่อ] of the welcome. */
export const askConsent = postbackCommand({
  name: "consent.ask",
  access: "anyone",
  once: false,
  input: nothing,
  handle: (chat) => (hasConsented(chat.actor.person) ? agree(chat) : consentFirst(chat)),
});

/** [ตกลงให้ใช้ข้อมูล]; a second tap goes on from where she stands. */
export const giveConsentButton = postbackCommand({
  name: "consent.give",
  access: "anyone",
  once: false,
  input: nothing,
  handle: (chat) => agree(chat),
});

/** The typed ยินยอม: it counts for privacy only. */
export const giveConsentWord = textCommand({ name: "consent.give", access: "anyone", handle: (chat) => agree(chat) });

const decline = async (chat: Chat): Promise<Answer> => ({
  say: [consentDeclined(chat.reader, { agreed: hasConsented(chat.actor.person) })],
});

/** [ยังไม่ตกลง]: answered kindly, and nothing changes; a code that she sent stays waiting. */
export const declineConsent = postbackCommand({
  name: "consent.decline",
  access: "anyone",
  once: false,
  input: nothing,
  handle: decline,
});

/** The typed ยังไม่ตกลง. */
export const declineConsentWord = textCommand({
  name: "consent.decline",
  access: "anyone",
  question: true,
  handle: decline,
});

/** [อ่านฉบับเต็ม]. */
export const readConsent = postbackCommand({
  name: "consent.read",
  access: "anyone",
  once: false,
  input: nothing,
  async handle(chat) {
    const { networkName, contacts } = await getNetworkContacts(chat.tx);
    const answers = hasConsented(chat.actor.person) ? null : answerButtons(chat);
    return { say: [consentText(chat.reader, { networkName, contacts, version: consentVersion, answers })] };
  },
});
