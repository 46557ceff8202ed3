import { z } from "zod";
import { findCallers } from "../../app/callbacks/callbacks";
import { findHearers, firstHearers } from "../../app/cases/hearers";
import { findComingDays } from "../../app/days/next-day";
import { groupsWithPower } from "../../app/people/actor";
import { getAuditors, getContacts, getContactsOf } from "../../app/people/contacts";
import type { Group } from "../../domain/groups/group";
import { condolence } from "../../messages/callbacks";
import { listRows } from "../../messages/paging";
import { askLoanSplit } from "../../messages/questions";
import {
  daysOnCard,
  complaint,
  loansInfo,
  nextDay,
  talkMatters,
  talkToPerson,
  type NextDay,
  type TalkMatter,
} from "../../messages/tiles";
import type { CommandName } from "../../understanding/commands";
import { isComplaint } from "../../understanding/complaints";
import { tellsOfDeath } from "../../understanding/deaths";
import { isLoanPayment } from "../../understanding/loan-words";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { showBenefitsOf } from "./welfare";
import { askGroup, groupsOf, moreOf } from "../pick";

async function nextDaysOf(chat: Chat, groups: readonly Group[]): Promise<NextDay[]> {
  const days = await findComingDays(chat.tx, groups, chat.today);
  return groups.flatMap((group, at) => {
    const day = days[at];
    return day ? [{ ...day, group: { ...group, workingDay: day.workingDay } }] : [];
  });
}

async function nextDayOf(chat: Chat, group: Group): Promise<NextDay> {
  const [next] = await nextDaysOf(chat, [group]);
  if (!next) throw new Error("each group has a next day");
  return next;
}

/** วันนัด: the next working day of each group. */
export const showNextDay = textCommand({
  name: "meeting.next",
  question: true,
  handle: (chat) => nextDaysFrom(chat, 0),
});

/** [ดูอีก 2 กลุ่ม] of who is in more groups than a card has room for. */
export const showMoreNextDays = postbackCommand({
  name: "meeting.next.more",
  once: false,
  input: z.object({ from: z.int() }),
  handle: (chat, { from }) => nextDaysFrom(chat, from),
});

async function nextDaysFrom(chat: Chat, from: number): Promise<Answer> {
  const groups = groupsOf(chat).filter(({ mode }) => mode === "digital");
  const days = daysOnCard(chat.reader, await nextDaysOf(chat, groups.slice(from, from + listRows)));
  const more = moreOf(chat, "meeting.next.more", groups.length, from + days.length);
  return { say: [nextDay(chat.reader, { days, more })] };
}

const talkAbout =
  (matter: TalkMatter) =>
  async (chat: Chat, group: Group): Promise<Answer> => ({
    say: [
      talkToPerson(chat.reader, {
        matter,
        group,
        contacts: await getContacts(chat.tx, group),
        callback: chat.newAction("callback.ask", { about: "talk", groupId: group.id }),
      }),
    ],
  });

const infos = {
  loan: async (chat: Chat, group: Group): Promise<Answer> => ({
    say: [
      loansInfo(chat.reader, {
        ...(await nextDayOf(chat, group)),
        callback: chat.newAction("callback.ask", { about: "loan", groupId: group.id }),
      }),
    ],
  }),
  welfare: (chat: Chat, group: Group): Promise<Answer> => showBenefitsOf(chat, group),
  death: async (chat: Chat, group: Group): Promise<Answer> => {
    const { say } = await showBenefitsOf(chat, group, { death: true });
    return { say: [condolence(chat.reader), ...say] };
  },
  talk: talkAbout("talk"),
  join: talkAbout("join"),
  leave: talkAbout("leave"),
  withdraw: talkAbout("withdraw"),
  phone: talkAbout("phone"),
  complaint: async (chat: Chat, group: Group): Promise<Answer> => ({
    say: [
      complaint(chat.reader, {
        group,
        auditors: await getAuditors(chat.tx, group),
        callback: (await hasAuditorWithLine(chat, group))
          ? chat.newAction("callback.ask", { about: "complaint", groupId: group.id })
          : null,
        tell: (await canTell(chat, group))
          ? chat.newAction("case.ask", { about: "complaint", groupId: group.id })
          : null,
      }),
    ],
  }),
};
type Info = keyof typeof infos;

async function hasAuditorWithLine(chat: Chat, group: Group): Promise<boolean> {
  const own = chat.actor.own.find((passbook) => passbook.group.id === group.id);
  if (own === undefined || chat.actor.person.lockedAt) return false;
  return (await findCallers(chat.tx, group, "complaint", own.member.id)).length > 0;
}

/** Whether a member can tell of it here: somebody of the auditors or coordinators with LINE would hear. */
async function canTell(chat: Chat, group: Group): Promise<boolean> {
  const own = chat.actor.own.find((passbook) => passbook.group.id === group.id);
  if (own === undefined || chat.actor.person.lockedAt) return false;
  const hearers = await findHearers(chat.tx, group, { askedBy: own.member.id, accused: [], keepers: [] });
  return firstHearers(hearers).members.length > 0;
}

/** Whom a member can telephone or tell, by the matter, where nobody of the group can call her back. */
export function peopleToTell(chat: Chat, group: Group, about: "complaint" | "other"): Promise<Answer> {
  return about === "complaint" ? infos.complaint(chat, group) : withoutCallback(chat, group);
}

async function withoutCallback(chat: Chat, group: Group): Promise<Answer> {
  const contacts = await getContacts(chat.tx, group);
  return { say: [talkToPerson(chat.reader, { matter: "talk", group, contacts, callback: null })] };
}

function infoFor(chat: Chat, info: Info): Promise<Answer> {
  const groups = groupsOf(chat);
  const [one, second] = groups;
  const { formerGroup, person } = chat.actor;
  // A complaint goes to the auditors, also of who opens nothing any more.
  const complainsTo = second ? null : (one ?? formerGroup);
  if (info === "complaint" && complainsTo) return infos.complaint(chat, complainsTo);
  if (!one || person.lockedAt) return contactsAlone(chat, talkMatters.find((matter) => matter === info) ?? "talk");
  return second ? Promise.resolve(askGroup(chat, groups, "tile.group", { info })) : infos[info](chat, one);
}

/** Names and telephones for who is a stranger, locked, or opens nothing any more. */
export async function contactsAlone(chat: Chat, matter: TalkMatter): Promise<Answer> {
  return {
    say: [talkToPerson(chat.reader, { matter, ...(await getContactsOf(chat.tx, chat.actor)), callback: null })],
  };
}

/** The chosen group of who is in several. */
export const showTileOf = postbackCommand({
  name: "tile.group",
  once: false,
  input: z.object({
    info: z.enum(["loan", "welfare", "death", ...talkMatters, "complaint"]),
    groupId: z.string(),
  }),
  async handle(chat, { info, groupId }) {
    const group = groupsOf(chat).find(({ id }) => id === groupId);
    return group ? infos[info](chat, group) : infoFor(chat, info);
  },
});

/** When, where and with what to ask for a loan. */
export const loanInfo = (chat: Chat): Promise<Answer> => infoFor(chat, "loan");

/** กู้เงิน: when, where and with what to ask, and the wish to be called. */
export const showLoans = textCommand({
  name: "loan.info",
  question: true,
  // An officer who takes money tells of a repayment; to anybody else the same words ask for a loan.
  handle: async (chat, { text }) =>
    isLoanPayment(text) && groupsWithPower(chat.actor, "record-money").length > 0
      ? { say: [askLoanSplit(chat.reader)] }
      : infoFor(chat, "loan"),
});

/** สวัสดิการ: benefits and papers, and [แจ้งเหตุ]. */
export const showWelfare = textCommand({
  name: "welfare.info",
  question: true,
  handle: (chat, { text }) => infoFor(chat, tellsOfDeath(text) ? "death" : "welfare"),
});

/** ถาม-คุยกับคน: names and telephones, for everybody; a complaint goes to the auditors. */
export const talk = textCommand({
  name: "person.talk",
  access: "anyone",
  question: true,
  handle: (chat, { text }) => infoFor(chat, isComplaint(text) ? "complaint" : "talk"),
});

const deskCommand = (name: CommandName, matter: TalkMatter) =>
  textCommand({ name, access: "anyone", question: true, handle: (chat) => infoFor(chat, matter) });

/** Whom to complain to. */
export const complaintContacts = (chat: Chat): Promise<Answer> => infoFor(chat, "complaint");

/** Whom to ask for money back, for who opens no passbook. */
export const withdrawalContacts = (chat: Chat): Promise<Answer> => infoFor(chat, "withdraw");

/** สมัครสมาชิก, ลาออก, เปลี่ยนเบอร์: done with the group's people, so it is told with whom. */
export const deskMatters = [
  deskCommand("member.join", "join"),
  deskCommand("member.leave", "leave"),
  deskCommand("member.phone", "phone"),
];
