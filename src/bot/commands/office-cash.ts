import { z } from "zod";
import {
  decideOfficeCash,
  endOfficeCash,
  getOfficeCashRequest,
  previewOfficeCash,
  previewOfficeCashEnd,
  requestOfficeCash,
} from "../../app/office-cash/office-cash";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { officeCashCards, officeCashEnd, officeCashEnded } from "../../messages/office-cash";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { officerGroup } from "./day";

const groupInput = z.object({ groupId: z.string() });

async function forGroup(chat: Chat, next: string, handle: (group: Group) => Promise<Answer>): Promise<Answer> {
  const groups = requireGroups(chat.actor, "open-day");
  const [one, second] = groups;
  return second ? askGroup(chat, groups, next, {}) : handle(one);
}

/** รับเงินนอกวันทำการ: asks before a second officer is asked. */
export const askOfficeCash = textCommand({
  name: "office-cash.open",
  handle: (chat) => forGroup(chat, "office-cash.group", (group) => openingCard(chat, group)),
});

/** The chosen group of an officer of several. */
export const askOfficeCashIn = postbackCommand({
  name: "office-cash.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => openingCard(chat, officerGroup(chat, groupId)),
});

async function openingCard(chat: Chat, group: Group): Promise<Answer> {
  const plan = await previewOfficeCash(chat.tx, chat.actor, { group, now: chat.now });
  const buttons = confirmation(chat, "office-cash.confirm", group);
  return { say: [officeCashCards.confirmation(chat.reader, { ...plan, ...buttons })] };
}

function confirmation(chat: Chat, name: string, { id }: Group): { confirm: string; drop: string } {
  const subject = `${name}:${chat.actor.personId}:${id}`;
  const confirm = chat.newAction(name, { groupId: id }, { subject, groupId: id });
  return { confirm, drop: chat.newAction("drop", { of: confirm }) };
}

/** The first officer confirms: a second one is asked, no cash is taken yet. */
export const confirmOfficeCash = postbackCommand({
  name: "office-cash.confirm",
  input: groupInput,
  again: standingNow(getOfficeCashRequest, officeCashCards.decided),
  async handle(chat, { groupId }, action) {
    const group = officerGroup(chat, groupId);
    const input = { operationId: action._id, group, now: chat.now };
    return askedOf(chat, await requestOfficeCash(chat.tx, chat.actor, input), officeCashCards.asked);
  },
});

/** The second officer's word: confirmed, the desk takes cash until the day ends. */
export const officeCashAnswer = secondOfficerButtons("office-cash", decideOfficeCash, officeCashCards.decided);

/** ปิดรับเงินนอกวันทำการ: asks before the desk is closed for cash. */
export const askOfficeCashEnd = textCommand({
  name: "office-cash.close",
  handle: (chat) => forGroup(chat, "office-cash.end.group", (group) => closingCard(chat, group)),
});

/** The chosen group of an officer of several. */
export const askOfficeCashEndIn = postbackCommand({
  name: "office-cash.end.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => closingCard(chat, officerGroup(chat, groupId)),
});

async function closingCard(chat: Chat, group: Group): Promise<Answer> {
  const plan = await previewOfficeCashEnd(chat.tx, chat.actor, { group, now: chat.now });
  return { say: [officeCashEnd(chat.reader, { ...plan, ...confirmation(chat, "office-cash.end.confirm", group) })] };
}

/** [ยืนยันปิดรับเงินสด]. */
export const confirmOfficeCashEnd = postbackCommand({
  name: "office-cash.end.confirm",
  input: groupInput,
  async handle(chat, { groupId }, action) {
    const group = officerGroup(chat, groupId);
    const input = { operationId: action._id, group, now: chat.now };
    const { result, notices } = await endOfficeCash(chat.tx, chat.actor, input);
    return { say: [officeCashEnded(chat.reader, result)], notices };
  },
});
