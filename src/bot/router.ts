import { forgetMessage } from "../app/chats/forget-message";
import { actAs, type Acting } from "../app/people/acting";
import type { Actor } from "../app/people/actor";
import { readPressed } from "../app/people/read-pressed";
import { meetPerson, setFriend } from "../app/people/settings";
import type { ReadyPhoto } from "../app/photos/store-photo";
import { DomainError } from "../domain/errors";
import { localDateOf } from "../domain/dates";
import type { ActionId } from "../domain/ids";
import { linkCodeIn } from "../domain/linking/link-code";
import type { Language } from "../i18n/language";
import { findAction, type Action, type ActionChanges } from "../storage/actions";
import { endConversation, findConversation, saveConversation, type Conversation } from "../storage/conversations";
import type { Tx } from "../storage/tx";
import { matchCommand, type CommandName } from "../understanding/commands";
import { isDropWord } from "../understanding/drop-words";
import { admit, admitLinked } from "./admit";
import { askedAgain, withOpenQuestion } from "./open-question";
import { actionIdIn, collectActions, type Answer, type Chat } from "./chat";
import type { PostbackCommand, TextCommand } from "./command";
import { groupChatEvent } from "./group-chat";
import { readEvent, type ChatEvent, type IncomingEvent } from "./incoming";
import { meantBy } from "./meant-by";
import { leavesWaiting } from "./new-line";
import { wantedMenu, type WantedMenu } from "./menu";
import { ownWords } from "./own-words";
import { isHers, practiceAnswer, practiceIsOver } from "./practice";
import { postbackCommands, textCommands } from "./registry";
import { stepOf } from "./steps";
import { useCodeOrAskConsent } from "./commands/link";
import { sentBankPage } from "./commands/closing";
import { greet } from "./commands/consent";
import { mediaAnswer, notUnderstoodAnswer } from "./commands/fallback";

/** What the event's turn gave: words, notices, and the buttons that they carry. */
export interface Routed {
  personId: string | null;
  answer: Answer;
  actions: ActionChanges;
  /** Persons who may hear of it, read already. */
  knownPersons?: readonly Actor["person"][];
  /** The menu that the person's phone should get; left out: none is due. */
  menu?: WantedMenu;
}

/** A conversation's step is open so long. */
const conversationLifeMs = 24 * 60 * 60 * 1000;
/** A longer text is not parsed. */
const maxTextLength = 1_000;

const silence = (personId: string | null = null): Routed => ({
  personId,
  answer: { say: [] },
  actions: { made: [], ended: [] },
});

/** Takes one event to the one thing that answers it, and gives what is to be said. */
export async function route(
  tx: Tx,
  incoming: IncomingEvent,
  now: Date,
  language: Language,
  liffId: string | null = null,
): Promise<Routed> {
  const event = readEvent(incoming);
  if (event.kind === "ignored") return silence();
  if (event.kind === "group") return groupChatEvent(tx, event, now, language);
  if (event.kind === "unsend") {
    await forgetMessage(tx, event.chatId, event.messageId);
    return silence();
  }
  const action = event.kind === "postback" ? await findPressed(tx, event.data) : null;
  const pressed = action?.memberId
    ? await readPressed(tx, event.lineUserId, { personId: action.personId, memberId: action.memberId })
    : null;
  const person = pressed?.person ?? (await meetPerson(tx, event.lineUserId, language, now));
  if (event.kind === "unfollow") {
    await setFriend(tx, person, false);
    return silence(person._id);
  }
  if (event.kind === "follow") await setFriend(tx, person, true);
  const acting = await actAs(tx, person, { today: localDateOf(now), known: pressed?.own });
  const { newAction, endAction, changes } = collectActions(acting.actor.personId, now);
  const chat: Chat = {
    tx,
    ...sideOf(acting, event.lineUserId),
    liffId,
    about: pressed?.about ?? null,
    now,
    today: localDateOf(event.at),
    openConversation: () => Promise.resolve(null),
    newAction,
    endAction,
  };
  chat.openConversation = openConversation(chat, event, incoming.replayed);
  const over = acting.state === "over" ? await practiceIsOver(chat, event) : null;
  const answer = over ?? (await answerPrivate(chat, event, { action, photo: incoming.photo ?? null }));
  await moveConversation(chat, answer, event.at, now);
  const menu = chat.practising ? null : await wantedMenu(chat, answer);
  const knownPersons = pressed?.holder ? [pressed.holder] : [];
  return {
    personId: chat.actor.personId,
    answer: chat.practising ? practiceAnswer(chat, answer) : answer,
    actions: changes,
    knownPersons,
    ...(menu ? { menu } : {}),
  };
}

/** What of a chat is another one in a practice: rights, open question, words. */
function sideOf(
  { actor, state }: Acting,
  chatId: string,
): Pick<Chat, "chatId" | "conversationId" | "practising" | "actor" | "reader"> {
  const { language } = actor.person;
  if (state !== "practising") return { chatId, conversationId: chatId, practising: false, actor, reader: { language } };
  const reader = { language, practice: true } as const;
  return { chatId, conversationId: actor.personId, practising: true, actor, reader };
}

/** Reads the open conversation once, when it is asked for first. A replayed event feeds none. */
function openConversation(
  { tx, conversationId, now }: Chat,
  event: ChatEvent,
  replayed: boolean,
): Chat["openConversation"] {
  const read = async (): Promise<Conversation | null> => {
    if (replayed || event.kind === "follow") return null;
    const conversation = await findConversation(tx, conversationId);
    return conversation && conversation.expiresAt > now ? conversation : null;
  };
  let known: Promise<Conversation | null> | undefined;
  return () => (known ??= read());
}

async function moveConversation(chat: Chat, answer: Answer, openedAt: Date, now: Date): Promise<void> {
  if (answer.conversation === undefined) return;
  if (answer.conversation === null) {
    await endConversation(chat.tx, chat.conversationId);
    return;
  }
  const expiresAt = new Date(now.getTime() + conversationLifeMs);
  await saveConversation(chat.tx, { _id: chat.conversationId, ...answer.conversation, openedAt, expiresAt });
}

interface Brought {
  action: Action | null;
  photo: ReadyPhoto | null;
}

async function answerPrivate(chat: Chat, event: ChatEvent, { action, photo }: Brought): Promise<Answer> {
  switch (event.kind) {
    case "follow":
      return greet(chat);
    case "postback":
      return answerPostback(chat, event.data, action);
    case "text":
      return answerText(chat, event.text, event.at);
    case "media":
      return answerMedia(chat, event.type, photo);
    case "unfollow":
      return { say: [] };
  }
}

/** A picture answers the question that it was made ready for, while that is still open, or a counting that waits for it; every other one is none of ours to keep. */
async function answerMedia(chat: Chat, type: string, photo: ReadyPhoto | null): Promise<Answer> {
  const step = photo && stepOf(await chat.openConversation());
  if (photo && step?.handlePhoto) return (await admitLinked(chat)) ?? step.handlePhoto(chat, photo);
  if (photo?.purpose === "bank-passbook") return (await admitLinked(chat)) ?? sentBankPage(chat, photo);
  return mediaAnswer(chat, type);
}

async function answerText(chat: Chat, text: string, at: Date): Promise<Answer> {
  if (text.length > maxTextLength) throw new DomainError("text.too-long", { limit: maxTextLength });
  const digits = linkCodeIn(text);
  if (digits && !stepOf(await chat.openConversation())?.takesDigits) return useCodeOrAskConsent(chat, digits);
  if (isDropWord(text)) {
    const open = stepOf(await chat.openConversation());
    if (open) return { say: [open.dropped(chat.reader)], conversation: null };
  }
  const match = matchCommand(text);
  const command = match && textCommands.get(meantBy(chat, match));
  const isExact = match?.certainty === "exact";
  if (command && isExact && leavesWaiting(command, text))
    return withOpenQuestion(chat, await runText(chat, command, text, match.rest), command);
  const conversation = await chat.openConversation();
  // A new command is never the answer to an open question, and the question is over.
  if (command && isExact && (!conversation || !command.mayAnswer?.(text))) {
    const answer = await runText(chat, command, text, match.rest);
    return conversation ? { conversation: null, ...answer } : answer;
  }
  const step = stepOf(conversation);
  if (conversation && step) {
    // A text from before the question was asked is quoted back, never taken as its answer.
    if (at < conversation.openedAt) throw new DomainError("text.too-old", { text: ownWords(text, 60) });
    const pressed = await step.presses?.(chat, text);
    if (pressed)
      return { conversation: null, ...(await answerPostback(chat, pressed, await findPressed(chat.tx, pressed))) };
    const answer = (await admitLinked(chat)) ?? (await step.handle(chat, text));
    if (answer) return answer;
  }
  if (command) return withOpenQuestion(chat, await runText(chat, command, text, match.rest), command);
  return (step && (await askedAgain(chat, step, text))) ?? notUnderstoodAnswer(chat, text);
}

async function runText(chat: Chat, command: TextCommand, text: string, rest: string): Promise<Answer> {
  const refusal = await admit(chat, command);
  return refusal ?? command.handle(chat, { text, rest });
}

/** The action of a button, or null when the data names none. */
async function findPressed(tx: Tx, data: string): Promise<Action | null> {
  const id = actionIdIn(data);
  return id === null ? null : findAction(tx, id as ActionId);
}

async function answerPostback(chat: Chat, data: string, action: Action | null): Promise<Answer> {
  const tile = /^menu:([a-z.-]+)$/.exec(data)?.[1];
  if (tile) {
    const command = textCommands.get(tile as CommandName);
    // A tile is one string for everybody, so it leads to questions only.
    if (!command?.question) throw new DomainError("card.unknown", {});
    return runText(chat, command, "", "");
  }
  const command = action && postbackCommands.get(action.name);
  if (!action || !command) throw new DomainError("card.unknown", {});
  return runPostback(chat, command, action);
}

/** Presses a button: the right person, a card that still holds, and once means once. */
async function runPostback(chat: Chat, command: PostbackCommand, action: Action): Promise<Answer> {
  if (!isHers(chat, action)) throw new DomainError("card.foreign", {});
  const refusal = await admit(chat, command);
  if (refusal) return refusal;
  if (action.state === "done")
    return command.again ? command.again(chat, action) : { say: (action.result?.["say"] ?? []) as Answer["say"] };
  if (action.state === "dropped")
    throw new DomainError("card.dropped", { at: (action.doneAt ?? action.createdAt).toISOString() });
  if (action.state === "void") throw new DomainError("card.outdated", { why: action.voidBecause ?? "changed" });
  const answer = await command.handle(chat, action.payload, action);
  if (command.once) chat.endAction(action, "done", { ...answer.keep, say: answer.say });
  return answer;
}
