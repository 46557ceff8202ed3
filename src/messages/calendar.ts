import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/calendar/day-change.json";
import type { WorkingDayRule } from "../domain/calendar";
import type { LocalDate } from "../domain/dates";
import type { Group } from "../domain/groups/group";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickSaying, type Buttons } from "./actions";
import { card, textMessage } from "./card";
import { nameRow, row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A working day that is moved or not held. */
export interface DayMovedView {
  group: GroupName;
  before: { on: LocalDate };
  /** The day that is next now. */
  after: WorkingDayRule & { on: LocalDate };
  isCancelled: boolean;
  by: OfficerName;
}

/** The officer's question before everybody is told. */
export const dayMoveConfirmation = card<DayMovedView & { confirm: string; drop: string }>({
  name: "calendar/day-change",
  template,
  alt: altOf,
  layout: (say, view) =>
    moveLayout(say, view, {
      note: say.t("calendar.confirmNote"),
      buttons: buttons(postback(view.confirm, say.t("calendar.confirm")), postback(view.drop, say.t("calendar.dont"))),
    }),
});

/** Tells a member that her group's working day is moved, or not held. */
export const dayMoved = card<DayMovedView>({
  name: "calendar/day-change",
  template,
  alt: altOf,
  layout: (say, view) => moveLayout(say, view, { note: say.t("calendar.movedNote"), buttons: buttons(null) }),
});

function altOf(say: Speak, { isCancelled, before, after }: DayMovedView): string {
  if (isCancelled) return say.t("calendar.alt.cancelled", { on: say.day(before.on) });
  return say.t("calendar.alt.moved", { on: say.day(after.on), from: say.time(after.from) });
}

function moveLayout(say: Speak, view: DayMovedView, around: { note: string; buttons: Buttons }): object {
  const { before, after, isCancelled } = view;
  const hours = say.t("tiles.hours", { from: say.time(after.from), to: say.time(after.to) });
  const was = say.day(before.on);
  return {
    group: say.group(view.group),
    title: say.t(isCancelled ? "calendar.title.cancelled" : "calendar.title.moved"),
    figure: isCancelled ? say.t("calendar.cancelledFigure", { on: say.shortDay(before.on) }) : say.day(after.on),
    rows: [
      isCancelled ? row(say.t("calendar.rows.next"), say.day(after.on)) : row(say.t("calendar.rows.before"), was),
      row(say.t("calendar.rows.hours"), hours),
      nameRow(say.t("calendar.rows.place"), after.place),
      nameRow(say.t("calendar.rows.by"), say.officer(view.by)),
    ],
    ...around,
  };
}

/** Tells the officer how many members were told. */
export function dayChangeTold(reader: Reader, view: { told: number }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("calendar.done", { count: view.told }), [quickSaying(say, "nextDay")]);
}

/** Asks for the day to which the working day is moved, with an example. */
export function askMovedDay(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("calendar.ask"));
}

/** The reminder of the day before: when, where, how much; a guardian or helper what is due in the passbooks of which she hears, a line head the names of her line. */
export interface DayReminderView {
  group: GroupName & Pick<Group, "workingDay">;
  on: LocalDate;
  pledge: Satang;
  /** The passbooks without a phone of their own of which hers hears, as guardian or helper. */
  wards: { member: MemberName; pledge: Satang }[];
  line: MemberName[];
}

/** Names of a line that one reminder has room for. */
const namesShown = 30;

/** "พรุ่งนี้ ส. 5 ธ.ค. 09.00–12.00 ศาลาประชาธิปไตย สัจจะ 100 บาท". */
export function dayReminder(reader: Reader, view: DayReminderView): messagingApi.TextMessage {
  const say = speak(reader);
  const { group, on, pledge, line } = view;
  const { from, to, place } = group.workingDay;
  const values = { on: say.day(on), from: from.replace(":", "."), to: say.time(to), place, pledge: say.money(pledge) };
  const lines = [say.t(pledge > 0 ? "calendar.reminder" : "calendar.reminderNoPledge", values)];
  const wards = view.wards.filter((ward) => ward.pledge > 0).slice(0, namesShown);
  if (wards.length > 0) {
    const sums = wards.map(({ member, pledge: due }) => `${member.memberNo} ${say.nickname(member)} ${say.money(due)}`);
    lines.push(say.t("calendar.wards", { sums: sums.join(", ") }));
  }
  if (line.length > 0) {
    const names = line
      .slice(0, namesShown)
      .map((member) => `${member.memberNo} ${say.nickname(member)}`)
      .join(", ");
    const more = line.length - namesShown;
    const all = more > 0 ? say.t("calendar.andMore", { names, count: more }) : names;
    lines.push(say.t("calendar.line", { count: line.length, names: all }));
  }
  return textMessage([say.group(group), ...lines].join("\n"), [
    quickSaying(say, "nextDay"),
    quickSaying(say, "transfer"),
  ]);
}

/** Tells that she will, or will not, be reminded. */
export function reminderSet(reader: Reader, { on }: { on: boolean }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t(on ? "calendar.remindOn" : "calendar.remindOff"), [quickSaying(say, "nextDay")]);
}
