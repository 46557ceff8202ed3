import { z } from "zod";
import { getLastReport, getOpenWorkingDay } from "../../app/days/day-report";
import { notOpen } from "../../app/days/next-day";
import { groupsWithPower, holdsPower, requireGroups } from "../../app/people/actor";
import { getNetworkContacts } from "../../app/people/contacts";
import type { Group } from "../../domain/groups/group";
import { askCodeFor, coordinatorLater, type ClosedTile } from "../../messages/questions";
import { talkToPerson } from "../../messages/tiles";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup, openingCard, reportCard } from "./day";
import { showNextDay } from "./tiles";

const groupInput = z.object({ groupId: z.string() });

/** วันทำการ: what came in so far where the day is open; else the way to open it. */
export const showDayStatus = textCommand({
  name: "day.status",
  question: true,
  async handle(chat, said) {
    const groups = groupsWithPower(chat.actor, "open-day");
    const [one, second] = groups;
    if (!one) return showNextDay.handle(chat, said);
    return second ? askGroup(chat, groups, "day.status.group", {}) : dayStatus(chat, one);
  },
});

/** The chosen group of an officer of several. */
export const showDayStatusOf = postbackCommand({
  name: "day.status.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => dayStatus(chat, officerGroup(chat, groupId)),
});

async function dayStatus(chat: Chat, group: Group): Promise<Answer> {
  const open = await getOpenWorkingDay(chat.tx, group);
  return open ? reportCard(chat, open) : openingCard(chat, group);
}

/** รายงาน: the working day so far where it is open, else the report of the last one, for who may read the books. */
export const showReports = textCommand({
  name: "reports",
  question: true,
  async handle(chat) {
    const groups = requireGroups(chat.actor, "read-books");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "reports.group", {}) : lastReport(chat, one);
  },
});

/** The chosen group of an officer of several. */
export const showReportOf = postbackCommand({
  name: "reports.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => lastReport(chat, officerGroup(chat, groupId)),
});

async function lastReport(chat: Chat, group: Group): Promise<Answer> {
  const report = await getLastReport(chat.tx, chat.actor, group, chat.now);
  if (!report) throw await notOpen(chat.tx, group, chat.now);
  return reportCard(chat, report);
}

/** สมาชิก: for whom a code is wanted; who makes none is told whom to ask. */
export const findMembers = textCommand({
  name: "members.find",
  question: true,
  async handle(chat) {
    const makesCodes = chat.actor.offices.some(({ group }) => holdsPower(chat.actor, group.id, "make-link-code"));
    return makesCodes ? { say: [askCodeFor(chat.reader)] } : later(chat, "committee.members");
  },
});

async function later(chat: Chat, tile: ClosedTile): Promise<Answer> {
  const { contacts } = await getNetworkContacts(chat.tx);
  return {
    say: [
      coordinatorLater(chat.reader, { tile }),
      talkToPerson(chat.reader, { matter: "talk", group: null, contacts, callback: null }),
    ],
  };
}

/** ประกาศ. */
export const announce = textCommand({
  name: "broadcast.info",
  question: true,
  handle: (chat) => later(chat, "coordinator.announce"),
});

/** กลุ่ม. */
export const showGroups = textCommand({
  name: "groups.info",
  question: true,
  handle: (chat) => later(chat, "coordinator.groups"),
});

/** ความรู้. */
export const shareKnowledge = textCommand({
  name: "knowledge.info",
  question: true,
  handle: (chat) => later(chat, "coordinator.knowledge"),
});
