import { z } from "zod";
import { attachedEntry } from "../../app/cases/case-view";
import { entriesToChoose, hearersOfTold, openCase, type CaseTold } from "../../app/cases/open-case";
import { getSeenPassbooks, requireSeenPassbook, type Passbook } from "../../app/people/actor";
import { findOfficers } from "../../app/callbacks/callbacks";
import { caseMatters } from "../../domain/cases/case";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type EntryId, type MemberId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import {
  askCaseEntry,
  askCaseWords,
  caseConfirmation,
  caseStatus,
  confirmedWords,
  wholeWords,
} from "../../messages/cases";
import { cardDropped } from "../../messages/questions";
import { accusedIn } from "../../understanding/accused";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askPassbook } from "../pick";

/** As long as a text that is read at all: nothing of it is cut away. */
export const maxWords = 1_000;

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
  const all = about === "complaint" ? chat.actor.own : await getSeenPassbooks(chat.tx, chat.actor);
  const passbooks = all.filter((one) => groupId === undefined || one.group.id === groupId);
  const chosen = id === undefined ? null : await requireSeenPassbook(chat.tx, chat.actor, id as MemberId);
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
    const passbook = await requireSeenPassbook(chat.tx, chat.actor, asked.memberId as MemberId);
    const words = ownWords(text, maxWords);
    const accused = await namedIn(chat, passbook.group, words);
    const told = { about: asked.about, words, entryId: null, accused };
    const say = await (asked.about === "balance" ? withEntry : confirmationOf)(chat, passbook, told);
    return { say, conversation: null };
  },
};

/** A passbook that does not agree goes with an entry: the only one of its newest month, or the one that she chooses of several. */
async function withEntry(chat: Chat, passbook: Passbook, told: CaseTold): Promise<Answer["say"]> {
  const entries = await entriesToChoose(chat.tx, passbook);
  const [newest, second] = entries;
  if (!second) return confirmationOf(chat, passbook, { ...told, entryId: newest?.id ?? null });
  const { member, group } = passbook;
  const about = (entryId: EntryId | null) =>
    chat.newAction("case.entry", { ...told, entryId, memberId: member.id }, { groupId: group.id });
  const options = entries.map((entry) => ({ ...entry, data: about(entry.id) }));
  return [askCaseEntry(chat.reader, { member: memberName(member), entries: options, none: about(null) })];
}

/** A case with the button that reads all of it. */
export const readable = <View extends { caseId: string }>(chat: Chat, view: View): View & { read: string } => ({
  ...view,
  read: chat.newAction("case.read", { caseId: view.caseId, from: 0 }),
});

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
  const whole = told.words.length > confirmedWords ? [wholeWords(chat.reader, told)] : [];
  return [...whole, caseConfirmation(chat.reader, view)];
}

/** Who tells it: herself, also of a passbook that her phone opens for another. */
export function askerOf(chat: Chat, { member, group, via }: Passbook): MemberId {
  const own = via === "own" ? member : chat.actor.own.find((passbook) => passbook.group.id === group.id)?.member;
  return (own ?? member).id;
}

/** The officers whom the words name, and who must not be those who hear of it. */
export async function namedIn(chat: Chat, group: Group, words: string): Promise<MemberId[]> {
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

/** One of the entries, or [ไม่ใช่ทั้งหมดนี้]: the card before it is sent. */
export const chooseCaseEntry = postbackCommand({
  name: "case.entry",
  once: false,
  input: toldField,
  async handle(chat, { memberId: whose, ...told }) {
    return { say: await confirmationOf(chat, await requireSeenPassbook(chat.tx, chat.actor, whose), told) };
  },
});

/** [ให้ผู้ประสานงานดูแทน]: those who would have read it are whom it is about, so others do. */
export const sendCaseRound = postbackCommand({
  name: "case.round",
  once: false,
  input: toldField,
  async handle(chat, { memberId: whose, ...told }) {
    return { say: await confirmationOf(chat, await requireSeenPassbook(chat.tx, chat.actor, whose), told) };
  },
});

/** [ส่งให้ผู้ตรวจสอบ]: it is on its way, once. */
export const sendCase = postbackCommand({
  name: "case.send",
  input: toldField,
  async handle(chat, { memberId: whose, ...told }, action) {
    const passbook = await requireSeenPassbook(chat.tx, chat.actor, whose);
    const { result, notices } = await openCase(chat.tx, {
      ...told,
      id: action._id,
      group: passbook.group,
      memberId: whose,
      askedBy: askerOf(chat, passbook),
      now: chat.now,
    });
    return { say: [caseStatus(chat.reader, readable(chat, result))], notices };
  },
});
