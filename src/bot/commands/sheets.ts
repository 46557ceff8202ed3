import { z } from "zod";
import { getCountSoFar } from "../../app/closing/count-so-far";
import { showCount } from "../../app/closing/say-count";
import { findSheet, refuseSheet } from "../../app/closing/sheet";
import { getOpenWorkingDay } from "../../app/days/day-report";
import { notOpen } from "../../app/days/next-day";
import { requireGroups } from "../../app/people/actor";
import type { LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { sheetProgress } from "../../messages/sheet";
import { readDates } from "../../understanding/dates";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";
import { counters, shown } from "./closing";
import { officerGroup } from "./day";

/** ลงจากกระดาษ 5 เม.ย.: the money of a day on paper is entered, after the sum that two people sealed then. */
export const beginSheet = textCommand({
  name: "sheet.begin",
  async handle(chat, { rest }) {
    const groups = requireGroups(chat.actor, "open-day");
    const [one, second] = groups;
    return second ? askGroup(chat, groups, "sheet.group", { rest }) : sheetIn(chat, one, rest);
  },
});

/** The chosen group of an officer of several. */
export const beginSheetIn = postbackCommand({
  name: "sheet.group",
  once: false,
  input: z.object({ groupId: z.string(), rest: z.string() }),
  handle: (chat, { groupId, rest }) => sheetIn(chat, officerGroup(chat, groupId), rest),
});

/** Where the paper stands that is entered already; else who sealed its sum with the first. Throws `day.not-open`, `sheet.day`. */
async function sheetIn(chat: Chat, group: Group, rest: string): Promise<Answer> {
  const view = await getOpenWorkingDay(chat.tx, group);
  if (!view) throw await notOpen(chat.tx, group, chat.now);
  const { day } = view;
  const ref = { groupId: group.id, dayId: day.id };
  const progress = await findSheet(chat.tx, group);
  if (progress && progress.sealed !== null) return { say: [sheetProgress(chat.reader, progress)] };
  const { counts } = await getCountSoFar(chat.tx, chat.actor, group, day);
  if (progress && counts && rest === "")
    return shown(chat, await showCount(chat.tx, chat.actor, { group, dayId: day.id, now: chat.now }));
  const sheetOn = rest === "" ? (progress?.on ?? day.on) : dayOf(rest, chat.today);
  await refuseSheet(chat.tx, group, day, sheetOn);
  return counters(chat, { ...ref, sheetOn });
}

/** The one day of the text; without a year it is the last that is not to come. Throws `format.unreadable`. */
function dayOf(text: string, today: LocalDate): LocalDate {
  const [day, other] = readDates(text, today);
  const days = day?.verdict === "value" ? [day.on] : day?.verdict === "ask" ? day.candidates : [];
  const on =
    days.length > 1
      ? days
          .filter((one) => one <= today)
          .sort()
          .at(-1)
      : days[0];
  if (!on || other) throw new DomainError("format.unreadable", { hint: "date" });
  return on;
}
