import { z } from "zod";
import { moveDay, previewMove, type WantedDay } from "../../app/calendar/move-day";
import { setReminder } from "../../app/calendar/remind";
import { groupsWithPower, requireGroups } from "../../app/people/actor";
import { localDate, type YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { askMovedDay, dayChangeTold, dayMoveConfirmation, reminderSet } from "../../messages/calendar";
import { readMonthOfDay, readMovedDay } from "../../understanding/calendar-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { officerGroup } from "./day";
import { showNextDay } from "./tiles";

const wantedField = z.object({
  on: z
    .string()
    .nullable()
    .transform((on) => (on === null ? null : localDate(on))),
  from: z.string().nullable(),
  month: z
    .string()
    .nullable()
    .default(null)
    .transform((month) => month as YearMonth | null),
});

/** เลื่อนวันทำการเป็น 6 ธ.ค. 09.00, วันทำการ ธ.ค. 6: a card first, since everybody is told. */
export const moveDayWord = textCommand({
  name: "calendar.move",
  async handle(chat, { text, rest }) {
    const wanted = readMovedDay(rest, chat.today);
    // "วันทำการ เดือนนี้" only asks when it is.
    const mayMove = groupsWithPower(chat.actor, "open-day").length > 0;
    if (/^วันทำการ/.test(text.trim()) && !(wanted && mayMove)) return showNextDay.handle(chat, { text, rest });
    requireGroups(chat.actor, "open-day");
    return wanted ? inGroup(chat, { ...wanted, month: null }) : { say: [askMovedDay(chat.reader)] };
  },
});

/** ยกเลิกวันทำการ, งดวันทำการ 5 ม.ค.: the next one, or that of the month, is not held. */
export const cancelDayWord = textCommand({
  name: "calendar.cancel",
  handle(chat, { rest }) {
    const month = rest === "" ? null : readMonthOfDay(rest, chat.today);
    requireGroups(chat.actor, "open-day");
    if (rest !== "" && month === null) return Promise.resolve({ say: [askMovedDay(chat.reader)] });
    return inGroup(chat, { on: null, from: null, month });
  },
});

async function inGroup(chat: Chat, wanted: WantedDay): Promise<Answer> {
  const groups = requireGroups(chat.actor, "open-day");
  const [one, second] = groups;
  return second ? askGroup(chat, groups, "calendar.group", { wanted }) : moveCard(chat, one, wanted);
}

/** The chosen group of an officer of several. */
export const moveDayIn = postbackCommand({
  name: "calendar.group",
  once: false,
  input: z.object({ groupId: z.string(), wanted: wantedField }),
  handle: (chat, { groupId, wanted }) => moveCard(chat, officerGroup(chat, groupId), wanted),
});

async function moveCard(chat: Chat, group: Group, wanted: WantedDay): Promise<Answer> {
  const move = await previewMove(chat.tx, chat.actor, { group, wanted, now: chat.now });
  const confirm = chat.newAction(
    "calendar.confirm",
    { groupId: group.id, wanted, before: move.before.on },
    { subject: `calendar:${group.id}`, groupId: group.id },
  );
  return {
    say: [dayMoveConfirmation(chat.reader, { ...move, confirm, drop: chat.newAction("drop", { of: confirm }) })],
  };
}

/** [ยืนยันและบอกทุกคน]. */
export const confirmDayChange = postbackCommand({
  name: "calendar.confirm",
  input: z.object({ groupId: z.string(), wanted: wantedField, before: z.string().transform(localDate) }),
  async handle(chat, { groupId, wanted, before }) {
    const group = officerGroup(chat, groupId);
    const { result, notices } = await moveDay(chat.tx, chat.actor, { group, wanted, before, now: chat.now });
    return { say: [dayChangeTold(chat.reader, result)], notices };
  },
});

const reminderCommand = (name: "reminder.on" | "reminder.off", on: boolean) =>
  textCommand({
    name,
    async handle(chat) {
      await setReminder(chat.tx, chat.actor, on);
      return { say: [reminderSet(chat.reader, { on })] };
    },
  });

/** เตือนวันส่งสัจจะ. */
export const remindMe = reminderCommand("reminder.on", true);

/** ไม่ต้องเตือนวันส่งสัจจะ. */
export const remindMeNot = reminderCommand("reminder.off", false);
