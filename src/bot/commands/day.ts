import { z } from "zod";
import { changesButton, getDayReport, getOpenWorkingDay, type DayView } from "../../app/days/day-report";
import { getCountSoFar } from "../../app/closing/count-so-far";
import { progressOf } from "../../app/closing/sheet";
import { closeDay, openDay, previewOpening } from "../../app/days/days";
import { notOpen } from "../../app/days/next-day";
import { findLastClosing } from "../../app/days/last-closing";
import { differencesNow } from "../../app/parallel-run/paper-differences";
import { holdsPower, requireGroups } from "../../app/people/actor";
import { keeperDoubt } from "../../domain/closing/keepers";
import { localDate, localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { closeDayConfirmation, dayChanges, dayOpened, openDayConfirmation } from "../../messages/days";
import { dayClosed } from "../../messages/day-closed";
import { dayReports } from "../../messages/day-reports";
import { paperBeforeClosing } from "../../messages/parallel";
import { deskLink } from "../../messages/page-links";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { askGroup } from "../pick";

const groupInput = z.object({ groupId: z.string() });

/** The group of an officer's own that the id names; throws `card.foreign` when it is none of hers any more. */
export function officerGroup(chat: Chat, groupId: string): Group {
  const seat = chat.actor.offices.find(({ group }) => group.id === groupId);
  if (!seat) throw new DomainError("card.foreign", {});
  return seat.group;
}

async function forGroup(chat: Chat, next: string, handle: (group: Group) => Promise<Answer>): Promise<Answer> {
  const groups = requireGroups(chat.actor, "open-day");
  const [one, second] = groups;
  return second ? askGroup(chat, groups, next, {}) : handle(one);
}

/** เปิดวันทำการ: asks before the day opens. */
export const askOpenDay = textCommand({
  name: "day.open",
  handle: (chat) => forGroup(chat, "day.open.group", (group) => openingCard(chat, group)),
});

/** The chosen group of an officer of several. */
export const askOpenDayOf = postbackCommand({
  name: "day.open.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => openingCard(chat, officerGroup(chat, groupId)),
});

/** Asks before a group's working day opens; throws `role.missing`, `day.already-open`. */
export async function openingCard(chat: Chat, group: Group): Promise<Answer> {
  const { on, remark } = await previewOpening(chat.tx, chat.actor, group, chat.now);
  const confirm = chat.newAction(
    "day.open.confirm",
    { groupId: group.id, on },
    { subject: `day.open:${group.id}:${chat.actor.personId}`, groupId: group.id },
  );
  return {
    say: [
      openDayConfirmation(chat.reader, {
        group,
        on,
        place: group.workingDay.place,
        remark,
        confirm,
        drop: chat.newAction("drop", { of: confirm }),
      }),
    ],
  };
}

/** [ยืนยันเปิดวันทำการ]. */
export const confirmOpenDay = postbackCommand({
  name: "day.open.confirm",
  input: z.object({ groupId: z.string(), on: z.string() }),
  async handle(chat, { groupId, on }) {
    // The card asked about one day; pressed on another it would open the books on a day that is over.
    if (on !== chat.today) throw new DomainError("card.outdated", { why: "expired" });
    const group = officerGroup(chat, groupId);
    const { result, notices } = await openDay(chat.tx, chat.actor, {
      group,
      on: localDate(on),
      now: chat.now,
    });
    const atDesk = holdsPower(chat.actor, group.id, "record-money");
    const desk = chat.liffId !== null && atDesk ? deskLink(chat.liffId, group.id) : null;
    return { say: [dayOpened(chat.reader, { ...result, desk })], notices };
  },
});

/** ปิดวันทำการ: shows the totals and asks. */
export const askCloseDay = textCommand({
  name: "day.close",
  handle: (chat) => forGroup(chat, "day.close.group", (group) => closingCard(chat, group)),
});

/** The chosen group of an officer of several. */
export const askCloseDayOf = postbackCommand({
  name: "day.close.group",
  once: false,
  input: groupInput,
  handle: (chat, { groupId }) => closingCard(chat, officerGroup(chat, groupId)),
});

/** Asks before a group's working day closes, with what two people counted; throws `day.already-closed`, `day.not-open`. */
export async function closingCard(chat: Chat, group: Group): Promise<Answer> {
  const view = await getOpenWorkingDay(chat.tx, group);
  if (!view) throw await closedOrNotOpen(chat, group);
  const { counted, setAside, blind, counts, names, mark } = await getCountSoFar(chat.tx, chat.actor, group, view.day);
  const ids = { groupId: group.id, dayId: view.day.id };
  const confirm = chat.newAction(
    "day.close.confirm",
    { ...ids, counted: counted !== null, seen: mark },
    { subject: `day.close:${group.id}:${chat.actor.personId}`, groupId: group.id },
  );
  const paper = await differencesNow(chat.tx, group);
  return {
    say: [
      ...(paper ? [paperBeforeClosing(chat.reader, { differences: paper })] : []),
      closeDayConfirmation(chat.reader, {
        ...view,
        confirm,
        drop: chat.newAction("drop", { of: confirm }),
        counted,
        setAside,
        blind,
        sheet: await progressOf(chat.tx, group, view.day),
        count: counted ? null : chat.newAction("closing.count", { ...ids, goesOn: counts }),
        keepers:
          counted && names && ["nobody", "none"].includes(keeperDoubt(counted) ?? "")
            ? chat.newAction("closing.keepers", ids)
            : null,
      }),
    ],
  };
}

/** Why no day can be closed: today's was closed already, and by whom; else none was opened. */
async function closedOrNotOpen(chat: Chat, group: Group): Promise<DomainError> {
  const closing = await findLastClosing(chat.tx, group);
  if (closing && [closing.on, localDateOf(closing.closedAt)].includes(chat.today))
    return new DomainError("day.already-closed", {
      groupName: group.name.th,
      closedAt: closing.closedAt.toISOString(),
      by: closing.by,
    });
  return notOpen(chat.tx, group, chat.now);
}

/** [ยืนยันปิดวันทำการ]. */
export const confirmCloseDay = postbackCommand({
  name: "day.close.confirm",
  input: z.object({
    groupId: z.string(),
    dayId: z.string(),
    counted: z.boolean().default(false),
    seen: z.string().default(""),
  }),
  async handle(chat, { groupId, ...card }) {
    const group = officerGroup(chat, groupId);
    const input = { ...card, group, now: chat.now };
    const { result, notices } = await closeDay(chat.tx, chat.actor, input).catch(async (error: unknown) => {
      throw error instanceof DomainError && error.code === "day.not-open" ? await closedOrNotOpen(chat, group) : error;
    });
    const own = result.own ? [dayClosed(chat.reader, result.own)] : [];
    return { say: [...reportCard(chat, result.report).say, ...own], notices };
  },
});

/** The report of a day, with the way to all its corrections, links and helpers. */
export function reportCard(chat: Chat, view: DayView): Answer {
  const { changes } = changesButton(view);
  const data = changes ? { changes: chat.newAction(changes.name, changes.payload) } : {};
  return { say: dayReports(chat.reader, { ...view, ...data }) };
}

/** [ดูรายการแก้และผูกไลน์] of a day's report. */
export const showDayChanges = postbackCommand({
  name: "day.changes",
  once: false,
  input: z.object({ groupId: z.string(), dayId: z.string() }),
  async handle(chat, { groupId, dayId }) {
    const group = officerGroup(chat, groupId);
    return { say: [dayChanges(chat.reader, await getDayReport(chat.tx, chat.actor, { group, dayId, now: chat.now }))] };
  },
});
