import { z } from "zod";
import { findHearers, firstHearers } from "../../app/cases/hearers";
import { hearersOfTold, openCase } from "../../app/cases/open-case";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { askTip, confirmTip, tipSent } from "../../messages/case-tips";
import { cardDropped } from "../../messages/questions";
import { newActionId } from "../../storage/actions";
import { normalise, stripPoliteness } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askGroup, groupsOf, ownGroup } from "../pick";
import { maxWords, namedIn } from "./cases";

/** ไม่บอกชื่อ: who could still find out is said before anything is asked. */
export const tellWithoutName = textCommand({
  name: "case.anonymous",
  async handle(chat) {
    const groups = groupsOf(chat);
    const [one, second] = groups;
    return !one || second ? askGroup(chat, groups, "case.anonymous.group", {}) : tipAbout(chat, one);
  },
});

/** The chosen group of who is in several. */
export const tellWithoutNameIn = postbackCommand({
  name: "case.anonymous.group",
  once: false,
  input: z.object({ groupId: z.string() }),
  handle: (chat, { groupId }) => tipAbout(chat, ownGroup(chat, groupId)),
});

async function tipAbout(chat: Chat, group: Group): Promise<Answer> {
  const nobodyNamed = { askedBy: null, accused: [], keepers: [] };
  if (firstHearers(await findHearers(chat.tx, group, nobodyNamed)).members.length === 0)
    throw new DomainError("case.nobody", { groupName: group.name.th });
  return {
    say: [askTip(chat.reader, { group })],
    conversation: { name: "case", step: "tip", data: { groupId: group.id } },
  };
}

const groupField = z.object({ groupId: z.string() });
const tipField = groupField.extend({
  words: z.string(),
  accused: z.array(z.string().transform((id) => id as MemberId)),
});
const isDont = (text: string): boolean => /^(?:ไม่ส่ง|ไม่ส่งแล้ว|do not send)$/.test(stripPoliteness(normalise(text)));
const isSend = (text: string): boolean =>
  /^(?:ส่งโดยไม่บอกชื่อ|send without my name)$/.test(stripPoliteness(normalise(text)));
const isRound = (text: string): boolean =>
  /^(?:ให้ผู้ประสานงานดู|let a coordinator see)$/.test(stripPoliteness(normalise(text)));

/** The words of a tip. They stand in the conversation alone, which ends with the next word. */
export const tipStep: ConversationStep = { name: "case.tip", dropped: cardDropped, handle: keepTip };

async function keepTip(chat: Chat, text: string): Promise<Answer> {
  const { groupId } = groupField.parse((await chat.openConversation())?.data);
  if (isDont(text)) return { say: [cardDropped(chat.reader)], conversation: null };
  const words = ownWords(text, maxWords);
  return confirmationOfTip(chat, { groupId, words, accused: await namedIn(chat, ownGroup(chat, groupId), words) });
}

/** The words once more with who will read them, and the way round those. */
async function confirmationOfTip(chat: Chat, tip: z.output<typeof tipField>): Promise<Answer> {
  const { members, isEscalated } = await hearersOfTip(chat, tip);
  const hearers = members.map(({ name }) => name);
  return {
    say: [confirmTip(chat.reader, { words: tip.words, hearers, isEscalated })],
    conversation: { name: "case", step: "tip-send", data: tip },
  };
}

const hearersOfTip = (chat: Chat, { groupId, accused }: z.output<typeof tipField>) =>
  hearersOfTold(chat.tx, ownGroup(chat, groupId), { about: "complaint", entryId: null, accused, askedBy: null });

/** "ส่งโดยไม่บอกชื่อ": said, not pressed, so that no button keeps who sent it. Other words take the place of those before. */
export const tipSendStep: ConversationStep = {
  name: "case.tip-send",
  dropped: cardDropped,
  async handle(chat, text) {
    const tip = tipField.parse((await chat.openConversation())?.data);
    if (isRound(text)) {
      const { members } = await hearersOfTip(chat, tip);
      return confirmationOfTip(chat, { ...tip, accused: [...tip.accused, ...members.map(({ id }) => id)] });
    }
    if (!isSend(text)) return keepTip(chat, text);
    const group = ownGroup(chat, tip.groupId);
    const { result, notices } = await openCase(chat.tx, {
      id: newActionId(),
      group,
      memberId: null,
      askedBy: null,
      about: "complaint",
      words: tip.words,
      entryId: null,
      accused: tip.accused,
      now: chat.now,
    });
    return { say: [tipSent(chat.reader, result)], notices, conversation: null };
  },
};
