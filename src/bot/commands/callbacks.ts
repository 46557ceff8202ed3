import { z } from "zod";
import { findCallers, listCallbacks, markCallbackDone, requestCallback } from "../../app/callbacks/callbacks";
import type { Passbook } from "../../app/people/actor";
import { DomainError } from "../../domain/errors";
import { callMatters } from "../../domain/groups/callers";
import { addDays, type LocalDate } from "../../domain/dates";
import {
  askCallbackNote,
  askEventDay,
  askLoanPurpose,
  callbackAsked,
  callbackDone,
  callbackDropped,
  callbackList,
  callbacksOnCard,
  deathNote,
} from "../../messages/callbacks";
import { newActionId } from "../../storage/actions";
import { isComplaint } from "../../understanding/complaints";
import { tellsOfDeath } from "../../understanding/deaths";
import { normalise } from "../../understanding/normalise";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askGroup, groupsOf, moreOf } from "../pick";
import { peopleToTell } from "./tiles";

const conversationData = z.object({
  about: z.enum(callMatters),
  groupId: z.string(),
  /** She told of a death before. */
  death: z.boolean().optional(),
});

/** [ฝากชื่อให้กรรมการโทรกลับ], [แจ้งเหตุ]: one question, and the wish stands. */
export const askCallback = postbackCommand({
  name: "callback.ask",
  once: false,
  input: conversationData,
  handle: question,
});

type Wish = z.output<typeof conversationData>;

function passbookIn(chat: Chat, groupId: string): Passbook {
  const passbook = chat.actor.own.find(({ group }) => group.id === groupId);
  if (!passbook) throw new DomainError("card.foreign", {});
  return passbook;
}

async function question(chat: Chat, data: Wish): Promise<Answer> {
  const { group, member } = passbookIn(chat, data.groupId);
  // Nothing is promised where nobody would hear of it.
  if ((await findCallers(chat.tx, group, data.about, member.id)).length === 0)
    return peopleToTell(chat, group, data.about === "complaint" ? "complaint" : "other");
  const cancel = chat.newAction("callback.cancel", {});
  const questions = {
    loan: () => askLoanPurpose(chat.reader),
    welfare: () => askEventDay(chat.reader, { cancel }),
    talk: () => askCallbackNote(chat.reader, { cancel }),
    complaint: () => askCallbackNote(chat.reader, { cancel }),
  };
  return { say: [questions[data.about]()], conversation: { name: "callback", step: "note", data } };
}

/** ฝากชื่อให้โทรกลับ, in words. */
export const askCallbackWord = textCommand({
  name: "callback.request",
  async handle(chat) {
    const groups = groupsOf(chat);
    const [one, second] = groups;
    if (!one || second) return askGroup(chat, groups, "callback.ask", { about: "talk" });
    return question(chat, { about: "talk", groupId: one.id });
  },
});

/** [ไม่ฝากแล้ว]. */
export const cancelCallback = postbackCommand({
  name: "callback.cancel",
  once: false,
  input: z.object({}),
  handle: async (chat) => ({ say: [callbackDropped(chat.reader)], conversation: null }),
});

const maxNoteLength = 200;

/** Purpose of the loan, day of the event, or what the call should be about. */
export const callbackNote: ConversationStep = {
  name: "callback.note",
  dropped: callbackDropped,
  async handle(chat, text) {
    const data = conversationData.parse((await chat.openConversation())?.data);
    const passbook = passbookIn(chat, data.groupId);
    // She asked for a call and now tells of missing money: those whom it may be about do not hear it.
    const about = data.about === "talk" && isComplaint(text) ? "complaint" : data.about;
    if (about !== data.about && (await findCallers(chat.tx, passbook.group, about, passbook.member.id)).length === 0)
      return { ...(await peopleToTell(chat, passbook.group, "complaint")), conversation: null };
    const death = about === "welfare" && (data.death === true || tellsOfDeath(text));
    const words = ownWords(text, maxNoteLength);
    const said = about === "welfare" ? (dayIn(text, chat.today) ?? words) : words;
    // What she told before must reach who calls her, too.
    const note = data.death === true ? deathNote(chat.reader, { note: said }) : said;
    const { result, notices } = await requestCallback(chat.tx, {
      id: newActionId(),
      passbook,
      personId: chat.actor.personId,
      about,
      note: ownWords(note, maxNoteLength),
      now: chat.now,
    });
    return {
      say: [callbackAsked(chat.reader, { ...result, death })],
      notices,
      conversation: null,
    };
  },
};

/** Today, yesterday and the day before as a day; every other text stays as it was said. */
function dayIn(text: string, today: LocalDate): LocalDate | null {
  const word = normalise(text);
  const back = [
    ["วันนี้", "today"],
    ["เมื่อวาน", "yesterday"],
    ["เมื่อวานซืน", "day before yesterday"],
  ].findIndex((words) => words.includes(word));
  return back < 0 ? null : addDays(today, -back);
}

/** รายชื่อโทรกลับ: members to call, oldest first. */
export const showCallbacks = textCommand({ name: "callback.list", handle: (chat) => callbacksFrom(chat, 0) });

/** The next ones. */
export const showMoreCallbacks = postbackCommand({
  name: "callback.list.more",
  once: false,
  input: z.object({ from: z.int() }),
  handle: (chat, { from }) => callbacksFrom(chat, from),
});

async function callbacksFrom(chat: Chat, from: number): Promise<Answer> {
  const all = await listCallbacks(chat.tx, chat.actor);
  const callbacks = callbacksOnCard(chat.reader, all.slice(from)).map((callback) => ({
    ...callback,
    done: chat.newAction("callback.done", { id: callback.id, ...memberOf(callback) }),
  }));
  const more = moreOf(chat, "callback.list.more", all.length, from + callbacks.length)?.data ?? null;
  return { say: [callbackList(chat.reader, { callbacks, total: all.length, more })] };
}

const memberOf = ({
  member: { memberNo, name, nickname },
}: {
  member: { memberNo: string; name: string; nickname: string };
}) => ({ member: { memberNo, name, nickname } });

/** [โทรแล้ว]. */
export const finishCallbackButton = postbackCommand({
  name: "callback.done",
  input: z.object({
    id: z.string(),
    member: z.object({ memberNo: z.string(), name: z.string(), nickname: z.string() }),
  }),
  async handle(chat, { id, member }) {
    await markCallbackDone(chat.tx, chat.actor, id, chat.now);
    return { say: [callbackDone(chat.reader, { member })] };
  },
});
