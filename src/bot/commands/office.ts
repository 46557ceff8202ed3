import { z } from "zod";
import { getDayReport, getLastReport, getOpenWorkingDay } from "../../app/days/day-report";
import { notOpen } from "../../app/days/next-day";
import { findReportDay, reportDaysOn } from "../../app/reports/report-days";
import { groupsWithPower, requireGroups } from "../../app/people/actor";
import { getNetworkContacts } from "../../app/people/contacts";
import type { Group } from "../../domain/groups/group";
import { closingsOfDate } from "../../messages/papers";
import { coordinatorLater, type ClosedTile } from "../../messages/questions";
import { talkToPerson } from "../../messages/tiles";
import { readAskedPaper } from "../../understanding/papers";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup, openingCard, reportCard } from "./day";
import { menuOf, noDay } from "./papers";
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

/** รายงาน: the working day so far where it is open, else the report of the last one; รายงาน 5 พ.ย.: that of a day. For who may read the books. */
export const showReports = textCommand({
  name: "reports",
  question: true,
  async handle(chat, { text }) {
    const { at } = readAskedPaper(text, chat.today);
    const groups = requireGroups(chat.actor, "read-books");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "reports.group", { at }) : reportOf(chat, one, at);
  },
});

/** The chosen group of an officer of several. */
export const showReportOf = postbackCommand({
  name: "reports.group",
  once: false,
  input: groupInput.extend({ at: z.string().nullable().default(null) }),
  handle: (chat, { groupId, at }) => reportOf(chat, officerGroup(chat, groupId), at),
});

/** The report, and the papers that stand behind it. */
async function reportOf(chat: Chat, group: Group, at: string | null): Promise<Answer> {
  const day = at === null ? null : await findReportDay(chat.tx, group, at);
  if (at !== null && !day) return noDay(chat, group, at);
  const report = day
    ? await getDayReport(chat.tx, chat.actor, { group, dayId: day._id, now: chat.now })
    : await getLastReport(chat.tx, chat.actor, group, chat.now);
  const menu = await menuOf(chat, group);
  if (!report) throw await notOpen(chat.tx, group, chat.now);
  const others = (await reportDaysOn(chat.tx, group, report.day.on)).flatMap(({ at: which, nth }) =>
    nth === null ? [] : [{ nth, data: chat.newAction("reports.group", { groupId: group.id, at: which }) }],
  );
  // A reply holds five messages: beside the other closings of the date there is no room for the papers.
  const last = others.length > 0 ? [closingsOfDate(chat.reader, { on: report.day.on, others })] : menu.say;
  return { say: [...reportCard(chat, report).say, ...last] };
}

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
