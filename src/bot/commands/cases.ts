import { z } from "zod";
import { attachedEntry } from "../../app/cases/case-view";
import { findHearers, firstHearers } from "../../app/cases/hearers";
import { hearersOfTold, newestEntryOf, openCase, type CaseTold } from "../../app/cases/open-case";
import { getPassbooks, requirePassbook, type Passbook } from "../../app/people/actor";
import { findOfficers } from "../../app/callbacks/callbacks";
import { caseMatters } from "../../domain/cases/case";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type EntryId, type MemberId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import { askCaseWords, askTip, caseConfirmation, caseStatus, confirmTip, tipSent } from "../../messages/cases";
import { cardDropped } from "../../messages/questions";
import { newActionId } from "../../storage/actions";
import { accusedIn } from "../../understanding/accused";
import { normalise, stripPoliteness } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askGroup, askPassbook, groupsOf, ownGroup } from "../pick";

/** Longer words would make the cards that repeat them more than one screen high. */
const maxWords = 300;

const askField = z.object({
  about: z.enum(caseMatters),
  memberId: z.string().optional(),
  groupId: z.string().optional(),
});

/** [ยอดไม่ตรง], [แจ้งเรื่องในไลน์]: whose passbook, and what is wrong. */
export const askCase = postbackCommand({ name: "case.ask", once: false, input: askField, handle: ask });

/** ส่งแล้วแต่ไม่ขึ้น: money that was handed over and is not in the books. */
export const tellMissing = textCommand({
  name: "case.missing",
  handle: (chat) => ask(chat, { about: "missing-entry" }),
});

async function ask(chat: Chat, { about, memberId: id, groupId }: z.output<typeof askField>): Promise<Answer> {
  const all = about === "complaint" ? chat.actor.own : await getPassbooks(chat.tx, chat.actor);
  const passbooks = all.filter((one) => groupId === undefined || one.group.id === groupId);
  const chosen = id === undefined ? null : await requirePassbook(chat.tx, chat.actor, id as MemberId);
  const [one, second] = chosen ? [chosen] : passbooks;
  if (!one) throw new DomainError("card.foreign", {});
  if (second) return askPassbook(chat, passbooks, "case.ask", { about });
  const cancel = chat.newAction("callback.cancel", {});
  return {
    say: [askCaseWords(chat.reader, { about, member: memberName(one.member), cancel })],
    conversation: { name: "case", step: "words", data: { about, memberId: one.member.id } },
  };
}

/** What is wrong, in her words. */
export const caseWordsStep: ConversationStep = {
  name: "case.words",
  dropped: cardDropped,
  async handle(chat, text) {
    const asked = z
      .object({ about: z.enum(caseMatters), memberId: z.string() })
      .parse((await chat.openConversation())?.data);
    const passbook = await requirePassbook(chat.tx, chat.actor, asked.memberId as MemberId);
    const words = ownWords(text, maxWords);
    const entryId = asked.about === "balance" ? await newestEntryOf(chat.tx, passbook) : null;
    const accused = await namedIn(chat, passbook.group, words);
    const say = await confirmationOf(chat, passbook, { about: asked.about, words, entryId, accused });
    return { say, conversation: null };
  },
};

/** The card before a case is sent: who will read it, and a way round them where they are whom it is about. */
async function confirmationOf(chat: Chat, passbook: Passbook, told: CaseTold): Promise<Answer["say"]> {
  const { group, member } = passbook;
  const { members, isEscalated } = await hearersOfTold(chat.tx, group, { ...told, askedBy: askerOf(chat, passbook) });
  const subject = `case:${chat.actor.personId}:${group.id}`;
  const send = chat.newAction("case.send", { ...told, memberId: member.id }, { subject, groupId: group.id });
  const hearers = members.map(({ id }) => id);
  const round = { ...told, accused: [...told.accused, ...hearers], memberId: member.id };
  const view = {
    group,
    member: memberName(member),
    ...told,
    entry: await attachedEntry(chat.tx, told.entryId),
    hearers: members.map(({ name }) => name),
    isEscalated,
    send,
    round: isEscalated ? null : chat.newAction("case.round", round, { groupId: group.id }),
    drop: chat.newAction("drop", { of: send }),
  };
  return [caseConfirmation(chat.reader, view)];
}

/** Who tells it: herself, also of a passbook that her phone opens for another. */
function askerOf(chat: Chat, { member, group, via }: Passbook): MemberId {
  const own = via === "own" ? member : chat.actor.own.find((passbook) => passbook.group.id === group.id)?.member;
  return (own ?? member).id;
}

/** The officers whom the words name, and who must not be those who hear of it. */
async function namedIn(chat: Chat, group: Group, words: string): Promise<MemberId[]> {
  const members = await findOfficers(chat.tx, [group]);
  const officers = group.officers.flatMap((office) => {
    const member = members.find(({ memberNo }) => memberNo === office.memberNo);
    return member ? [{ office, name: member.name, nickname: member.nickname }] : [];
  });
  return accusedIn(words, officers).map((no) => memberId(group.id, no));
}

const toldField = z.object({
  about: z.enum(caseMatters),
  words: z.string(),
  entryId: z
    .string()
    .nullable()
    .transform((id) => id as EntryId | null),
  accused: z.array(z.string().transform((id) => id as MemberId)),
  memberId: z.string().transform((id) => id as MemberId),
});

/** [ให้ผู้ประสานงานดูแทน]: those who would have read it are whom it is about, so others do. */
export const sendCaseRound = postbackCommand({
  name: "case.round",
  once: false,
  input: toldField,
  async handle(chat, { memberId: whose, ...told }) {
    return { say: await confirmationOf(chat, await requirePassbook(chat.tx, chat.actor, whose), told) };
  },
});

/** [ส่งให้ผู้ตรวจสอบ]: it is on its way, once. */
export const sendCase = postbackCommand({
  name: "case.send",
  input: toldField,
  async handle(chat, { memberId: whose, ...told }, action) {
    const passbook = await requirePassbook(chat.tx, chat.actor, whose);
    const { result, notices } = await openCase(chat.tx, {
      ...told,
      id: action._id,
      group: passbook.group,
      from: { passbook, askedBy: askerOf(chat, passbook) },
      now: chat.now,
    });
    return { say: [caseStatus(chat.reader, result)], notices };
  },
});

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
  const nobodyNamed = { askedBy: null, accused: [] };
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
      from: null,
      about: "complaint",
      words: tip.words,
      entryId: null,
      accused: tip.accused,
      now: chat.now,
    });
    return { say: [tipSent(chat.reader, result)], notices, conversation: null };
  },
};
