import { listReaders } from "../../app/helpers/readers";
import { groupsWithPower, isCoordinator } from "../../app/people/actor";
import { getNetworkContacts } from "../../app/people/contacts";
import { groupsInReach } from "../../app/people/line-heads";
import { hasConsented } from "../../app/people/settings";
import type { Power } from "../../domain/groups/offices";
import { greeting, help, helpActs, menuText, type HelpAct, type HelpRole } from "../../messages/help";
import { stranger } from "../../messages/people";
import { whoSees } from "../../messages/readers";
import type { Answer, Chat } from "../chat";
import { textCommand } from "../command";

/** What the person is here, for what she is offered. */
export async function roleOf(chat: Chat): Promise<HelpRole> {
  const { actor } = chat;
  if (actor.own.length === 0) return "stranger";
  if (actor.offices.length > 0) return "committee";
  return (await isCoordinator(chat.tx, actor)) ? "coordinator" : "member";
}

/** Any of these powers lets a person do it. */
const powersFor: Record<HelpAct, readonly Power[]> = {
  day: ["open-day"],
  deposit: ["record-money"],
  batch: ["record-money"],
  payment: ["pay-out"],
  reverse: ["record-money"],
  waiting: ["second-money", "second-link"],
  code: ["make-link-code"],
  helper: ["record-helper"],
  unlock: ["unlock-link"],
  chat: ["bind-chat"],
  reports: ["read-books"],
  paper: ["read-books"],
  calls: ["answer-calls", "answer-loan-calls", "answer-complaints"],
};

/** What the person may do besides what every member may; a line head acts for her line without any office. */
async function actsOf({ tx, actor }: Chat): Promise<HelpAct[]> {
  const may = new Set<HelpAct>();
  for (const act of helpActs)
    if (powersFor[act].some((power) => groupsWithPower(actor, power).length > 0)) may.add(act);
  if (!may.has("code") && (await groupsInReach(tx, actor, "make-link-code")).length > 0) may.add("code");
  if (!may.has("helper") && (await groupsInReach(tx, actor, "record-helper")).length > 0) may.add("helper");
  return helpActs.filter((act) => may.has(act));
}

/** What can be done here; a stranger is told how a member gets in. */
export async function showHelp(chat: Chat): Promise<Answer> {
  const role = await roleOf(chat);
  if (role === "stranger") return { say: [stranger(chat.reader, await getNetworkContacts(chat.tx))] };
  return { say: [help(chat.reader, { role, acts: await actsOf(chat) })] };
}

/** ช่วยเหลือ. */
export const helpCommand = textCommand({ name: "help", access: "anyone", question: true, handle: showHelp });

/** เมนู: the tiles as words, for phones and computers without a rich menu. */
export const menuCommand = textCommand({
  name: "menu",
  access: "anyone",
  question: true,
  handle: async (chat) => ({ say: [menuText(chat.reader, { role: await roleOf(chat) })] }),
});

/** สวัสดี, ขอบคุณ. */
export const smalltalk = textCommand({
  name: "smalltalk",
  access: "anyone",
  question: true,
  handle: async (chat, { text }) => ({
    say: [greeting(chat.reader, { what: /ขอบ|thank/i.test(text) ? "thanks" : "hello", role: await roleOf(chat) })],
  }),
});

/** ใครดูข้อมูลเราได้: in general; and by name, where the phone is not locked and its owner agreed to be known here. */
export const privacy = textCommand({
  name: "privacy",
  access: "anyone",
  question: true,
  async handle(chat) {
    const { person } = chat.actor;
    const isNamed = hasConsented(person) && !person.lockedAt;
    return { say: [whoSees(chat.reader, { groups: isNamed ? await listReaders(chat.tx, chat.actor) : [] })] };
  },
});
