import { listReaders } from "../../app/helpers/readers";
import { groupsWithPower, isCoordinator } from "../../app/people/actor";
import { getNetworkContacts } from "../../app/people/contacts";
import { groupsInReach } from "../../app/people/line-heads";
import { hasConsented } from "../../app/people/settings";
import type { Power } from "../../domain/groups/offices";
import { greeting, help, helpTopic, menuText, type HelpRole } from "../../messages/help";
import { actsOfTopics, helpActs, type HelpAct } from "../../messages/help-acts";
import { stranger } from "../../messages/people";
import { whoSees } from "../../messages/readers";
import { readHelpTopic } from "../../understanding/help-topic";
import type { Answer, Chat } from "../chat";
import { textCommand } from "../command";

/** What the person is here, for what she is offered. */
export async function roleOf(chat: Chat): Promise<HelpRole> {
  const { actor } = chat;
  if (actor.own.length === 0) return "stranger";
  if (actor.offices.length > 0) return "committee";
  return (await isCoordinator(chat.tx, actor)) ? "coordinator" : "member";
}

/** Any of these powers lets a person do it; passbooks at the door are tallied by officers who record no money. */
const powersFor: Record<HelpAct, readonly Power[]> = {
  deposit: ["record-money"],
  batch: ["record-money"],
  desk: ["record-money"],
  transfers: ["record-money"],
  payouts: ["pay-out"],
  setOff: ["pay-out"],
  loanChanges: ["pay-out"],
  sitting: ["hold-sitting"],
  guarantorAnswers: ["record-helper"],
  arrears: ["read-books", "second-money", "answer-loan-calls"],
  resolutions: ["read-books", "second-money", "answer-loan-calls"],
  officeCash: ["open-day"],
  incoming: ["record-money"],
  suspense: ["record-money", "read-books"],
  payment: ["pay-out"],
  bank: ["pay-out"],
  paperSecond: ["pay-out", "record-money"],
  reverse: ["record-money"],
  day: ["open-day"],
  practice: ["open-day", "read-books"],
  move: ["open-day"],
  tally: ["make-link-code", "decide-rules", "answer-complaints"],
  sheet: ["open-day"],
  paper: ["read-books"],
  signing: ["read-books"],
  code: ["make-link-code"],
  find: ["read-books", "record-money", "make-link-code"],
  helper: ["record-helper"],
  unlock: ["unlock-link"],
  admit: ["admit-member"],
  pledge: ["change-pledge"],
  calls: ["answer-calls", "answer-loan-calls", "answer-complaints"],
  waiting: ["second-money", "second-link", "answer-complaints", "sign-go-live"],
  officers: ["change-officers"],
  handOver: ["change-officers", "answer-complaints"],
  paymentDetails: ["pay-out"],
  besideStart: ["decide-rules"],
  beside: ["open-day"],
  goLive: ["put-go-live"],
  chat: ["bind-chat"],
  reports: ["read-books"],
  papers: ["read-books"],
  audit: ["read-books"],
  differences: ["read-books"],
  looks: ["read-books"],
  cases: ["answer-complaints"],
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

/** ช่วยเหลือ; ช่วยเหลือ เงินเข้า: all words of one topic, as far as she may do something in it. */
export const helpCommand = textCommand({
  name: "help",
  access: "anyone",
  question: true,
  async handle(chat, { text }) {
    const topic = readHelpTopic(text);
    const role = await roleOf(chat);
    if (topic === null || role === "stranger") return showHelp(chat);
    const acts = await actsOf(chat);
    const isHers = topic === "own" || actsOfTopics[topic].some((act) => acts.includes(act));
    return isHers ? { say: [helpTopic(chat.reader, { role, acts, topic })] } : showHelp(chat);
  },
});

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
