import loansTemplate from "../../flex-messages/tiles/loans-info.json";
import nextDayTemplate from "../../flex-messages/tiles/next-day.json";
import complaintTemplate from "../../flex-messages/tiles/complaint.json";
import talkTemplate from "../../flex-messages/tiles/talk-to-person.json";
import welfareTemplate from "../../flex-messages/tiles/welfare-info.json";
import type { WorkingDayRule } from "../domain/calendar";
import type { LocalDate } from "../domain/dates";
import type { Group } from "../domain/groups/group";
import { buttons, calling, postback, quickSaying, quickText } from "./actions";
import { card } from "./card";
import { buttonContacts, callButtons, contactLines, fittingContacts, paragraph, quickCalls } from "./contacts";
import { heightOf, linesOf, moreButton, rowsThatFit, type More } from "./paging";
import { speak, type Reader, type Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** A group's next working day. */
export interface NextDay {
  group: GroupName & Pick<Group, "workingDay">;
  on: LocalDate;
  /** Whether that day is open now. */
  isOpen: boolean;
}

/** The next working days of a person's groups. */
export interface NextDaysView {
  /** As many as `daysOnCard` says. */
  days: NextDay[];
  /** The way to the other groups; null where these are all. */
  more: More | null;
}

/** The next working day of each of a person's groups: large where it is one, a few lines each where they are several. */
export const nextDay = card<NextDaysView>({
  name: "tiles/next-day",
  template: nextDayTemplate,
  alt: (say, { days: [first] }) =>
    first
      ? say.t("tiles.nextDay.alt", { on: say.day(first.on), ...hours(say, first.group.workingDay) })
      : say.t("tiles.nextDay.title"),
  layout: (say, { days, more }) => {
    const isOne = days.length === 1 && more === null;
    const rows = days.map((day) => dayRow(say, day));
    return {
      alone: isOne ? rows : [],
      several: isOne ? [] : rows,
      buttons: buttons(null, moreButton(say, "moreGroups", more)),
    };
  },
  quickReplies: (say) => [quickSaying(say, "balance"), quickSaying(say, "talk")],
});

/** Those of the days that one card has room for, from the first on; the others are behind its button. */
export function daysOnCard(reader: Reader, days: readonly NextDay[]): NextDay[] {
  const say = speak(reader);
  return rowsThatFit(days, {
    room: 570,
    button: heightOf.button + heightOf.gap,
    height(day) {
      const { group, on, hours: time, place, open } = dayRow(say, day);
      const small = linesOf(time, 38) + linesOf(place, 38) + (open === null ? 0 : 1.5);
      return heightOf.gap + linesOf(group, 42) * heightOf.xs + linesOf(on, 30) * heightOf.md + small * heightOf.sm;
    },
  });
}

function dayRow(say: Speak, { group, on, isOpen }: NextDay) {
  return {
    group: say.group(group),
    on: say.day(on),
    hours: say.t("tiles.hours", hours(say, group.workingDay)),
    place: group.workingDay.place,
    open: isOpen ? say.t("tiles.nextDay.open") : null,
  };
}

function hours(say: Speak, rule: WorkingDayRule): { from: string; to: string } {
  return { from: say.time(rule.from), to: say.time(rule.to) };
}

/** When, where and with what to ask for a loan, until loans can be asked for here. */
export const loansInfo = card<NextDay & { callback: string }>({
  name: "tiles/loans-info",
  template: loansTemplate,
  alt: (say, view) => say.t("tiles.loans.alt", { on: say.day(view.on) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    on: say.day(view.on),
    hours: say.t("tiles.hours", hours(say, view.group.workingDay)),
    place: view.group.workingDay.place,
    buttons: buttons(postback(view.callback, say.t("tiles.loans.callback"))),
  }),
});

/** The group whose welfare is asked for. */
export interface WelfareInfoView {
  group: GroupName;
  /** Postback data of [แจ้งเหตุ]. */
  report: string;
}

/** Whom to ask for the benefits, the usual papers, and the way to tell of an event: of a group that wrote no list. */
export const welfareInfo = card<WelfareInfoView>({
  name: "tiles/welfare-info",
  template: welfareTemplate,
  alt: (say, view) => say.t("tiles.welfare.alt", { group: say.group(view.group) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    buttons: buttons(postback(view.report, say.t("tiles.welfare.report"))),
  }),
  quickReplies: (say) => [quickSaying(say, "talk")],
});

/** What the group's people are asked for: a talk, or what is done with them alone, never in chat. */
export const talkMatters = ["talk", "join", "leave", "withdraw", "phone"] as const;
export type TalkMatter = (typeof talkMatters)[number];

/** Whom to talk to: names and telephones, and the wish to be called. */
export interface TalkView {
  matter: TalkMatter;
  group: GroupName | null;
  contacts: Contact[];
  /** Postback data of [ฝากให้โทรกลับ]; null for whom we do not know. */
  callback: string | null;
}

/** A person to talk to. Without icon or cheer: complaints and lost money come here too. */
export const talkToPerson = card<TalkView>({
  name: "tiles/talk-to-person",
  template: talkTemplate,
  alt: (say) => say.t("tiles.talk.alt"),
  layout: (say, { matter, group, contacts, callback }) => ({
    group: group && say.group(group),
    title: say.t(`tiles.talk.${matter}.title`),
    body: say.t(matter === "talk" && callback === null ? "tiles.talk.callOnly" : `tiles.talk.${matter}.body`),
    whom:
      contacts.length > 0
        ? contactLines(say, fittingContacts(say, contacts, { room: 400, ...paragraph })).join("\n")
        : say.t("tiles.talk.nobody"),
    buttons: buttons(
      callback === null ? null : postback(callback, say.t("common.buttons.callback")),
      ...callButtons(say, group ? contacts : buttonContacts(contacts), 2),
    ),
  }),
  quickReplies: (say, { group, contacts }) => [
    ...(group ? [] : quickCalls(say, contacts)),
    quickSaying(say, "complaint"),
  ],
});

/** Whom to tell of missing money or of an officer: the auditors, who handle no money and decide nothing. */
export interface ComplaintView {
  group: GroupName;
  auditors: Contact[];
  /** Postback data of [ให้ผู้ตรวจสอบโทร]; null where no auditor has LINE. */
  callback: string | null;
  /** Postback data of [แจ้งเรื่องในไลน์]; null where nobody with LINE could hear of it. */
  tell: string | null;
}

/** The way of a complaint past those whom it may be about. Without icon or cheer. */
export const complaint = card<ComplaintView>({
  name: "tiles/complaint",
  template: complaintTemplate,
  alt: (say) => say.t("tiles.complaint.alt"),
  layout: (say, view) => {
    const phone = view.auditors.find((auditor) => auditor.phone !== null)?.phone;
    return {
      group: say.group(view.group),
      whom: view.auditors.length > 0 ? contactLines(say, view.auditors).join("\n") : say.t("tiles.complaint.nobody"),
      quiet: view.callback === null ? null : say.t("tiles.complaint.quiet"),
      buttons: buttons(
        view.tell === null ? null : postback(view.tell, say.t("cases.tell")),
        view.callback === null ? null : postback(view.callback, say.t("tiles.complaint.callback")),
        phone ? calling(say.t("tiles.complaint.call"), phone) : null,
      ),
    };
  },
  quickReplies: (say, { tell }) => (tell === null ? [] : [quickText(say.t("cases.anonymous.word"))]),
});
