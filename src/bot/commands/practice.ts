import { z } from "zod";
import { endPractice, endPracticesOf, leavePractice } from "../../app/practice/end-practice";
import { showPractice, type PracticeView } from "../../app/practice/practice-view";
import { findPracticeDoors, takePart, type PracticeDoor } from "../../app/practice/take-part";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { isOrPractises } from "../../domain/practice/practice";
import { notPractising, practiceCard, practiceEnded, practiceWarning } from "../../messages/practice";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup, ownGroup } from "../pick";

/** วันซ้อม: an officer starts one for her group, a member joins the one that runs; who is in one sees it. */
const practise = textCommand({
  name: "practice.start",
  async handle(chat) {
    const [own] = chat.actor.own;
    if (chat.practising && own) return cardOf(chat, await showPractice(chat.tx, own.group.id));
    const doors = await findPracticeDoors(chat.tx, chat.actor, chat.now);
    const running = doors.filter(({ runs }) => runs);
    const [door, other] = running.length > 0 ? running : doors;
    if (!door) throw new DomainError("practice.none", { groupName: own?.group.name.th ?? "" });
    if (!other) return enter(chat, door);
    const groups = (running.length > 0 ? running : doors).map(({ group }) => group);
    return askGroup(chat, groups, "practice.group", {});
  },
});

/** The chosen group of a person of several. */
const practiseIn = postbackCommand({
  name: "practice.group",
  once: false,
  input: z.object({ groupId: z.string() }),
  async handle(chat, { groupId }) {
    const group = ownGroup(chat, groupId);
    const door = (await findPracticeDoors(chat.tx, chat.actor, chat.now)).find((one) => one.group.id === group.id);
    if (!door) throw new DomainError("practice.none", { groupName: group.name.th });
    return enter(chat, door);
  },
});

async function enter(chat: Chat, { group, warned }: PracticeDoor): Promise<Answer> {
  if (!warned) return begin(chat, group);
  const confirm = chat.newAction("practice.confirm", { groupId: group.id }, { subject: `practice:${chat.chatId}` });
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [practiceWarning(chat.reader, { group, confirm, drop })] };
}

/** [ยืนยันเริ่มซ้อม] of who was warned. */
const confirmPractice = postbackCommand({
  name: "practice.confirm",
  input: z.object({ groupId: z.string() }),
  handle: (chat, { groupId }) => begin(chat, ownGroup(chat, groupId)),
});

async function begin(chat: Chat, group: Group): Promise<Answer> {
  const view = await takePart(chat.tx, chat.actor, { group, now: chat.now });
  // A question that is open for real is over: nothing said in practice may be its answer.
  return { ...cardOf(chat, view), conversation: null };
}

function cardOf(chat: Chat, view: PracticeView): Answer {
  const reader = { ...chat.reader, practice: true as const };
  const isOfficer = chat.actor.offices.some(({ group }) => isOrPractises(view.group.id, group.id));
  return { say: [practiceCard(reader, { ...view, isOfficer, memberNo: view.exampleNo })] };
}

/** เลิกซ้อม: for oneself. */
const stopPractising = textCommand({
  name: "practice.end",
  access: "anyone",
  async handle(chat) {
    if (!chat.practising) return { say: [notPractising(chat.reader)] };
    const ended = await leavePractice(chat.tx, chat.actor);
    const isOfficer = chat.actor.offices.length > 0;
    return { say: [practiceEnded(chat.reader, { ...ended, isOfficer })], conversation: null };
  },
});

/** จบวันซ้อมทุกคน: an officer, in it or not. */
const endForAll = textCommand({
  name: "practice.end-all",
  async handle(chat) {
    const ended = chat.practising
      ? await endPractice(chat.tx, chat.actor)
      : await endPracticesOf(chat.tx, chat.actor, chat.now);
    if (!ended) return { say: [notPractising(chat.reader)] };
    return { say: [practiceEnded(chat.reader, { ...ended, isOfficer: true })] };
  },
});

/** What a practice day has of words and buttons. */
export const practiceWords = [practise, stopPractising, endForAll];
export const practiceButtons = [practiseIn, confirmPractice];
