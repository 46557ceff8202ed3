import loansTemplate from "../../flex-messages/tiles/loans-info.json";
import nextDayTemplate from "../../flex-messages/tiles/next-day.json";
import talkTemplate from "../../flex-messages/tiles/talk-to-person.json";
import transferTemplate from "../../flex-messages/tiles/transfer-info.json";
import welfareTemplate from "../../flex-messages/tiles/welfare-info.json";
import type { WorkingDayRule } from "../domain/calendar";
import type { LocalDate } from "../domain/dates";
import type { Group, LocalText } from "../domain/groups/group";
import { buttons, postback, quickSaying } from "./actions";
import { card } from "./card";
import { callButtons, contactLines } from "./contacts";
import type { Speak } from "./speak";
import type { Contact, GroupName } from "./views";

/** A group's next working day. */
export interface NextDay {
  group: GroupName & Pick<Group, "workingDay">;
  on: LocalDate;
  /** Whether that day is open now. */
  isOpen: boolean;
}

/** The next working day of each of a person's groups (four at most are shown). */
export const nextDay = card<{ days: NextDay[] }>({
  name: "tiles/next-day",
  template: nextDayTemplate,
  alt: (say, { days: [first] }) =>
    first
      ? say.t("tiles.nextDay.alt", { on: say.day(first.on), ...hours(say, first.group.workingDay) })
      : say.t("tiles.nextDay.title"),
  layout: (say, view) => ({
    days: view.days.slice(0, 4).map((day) => ({
      group: say.group(day.group),
      on: say.day(day.on),
      hours: say.t("tiles.hours", hours(say, day.group.workingDay)),
      place: day.group.workingDay.place,
      open: day.isOpen ? say.t("tiles.nextDay.open") : null,
    })),
    buttons: buttons(null),
  }),
  quickReplies: (say) => [quickSaying(say, "balance"), quickSaying(say, "talk")],
});

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

/** The group's benefits and the papers that they need. */
export interface WelfareInfoView {
  group: GroupName;
  /** The group's own words, a line each; empty where it gave none yet. */
  benefits: LocalText[];
  papers: LocalText[];
  /** Postback data of [แจ้งเหตุ]. */
  report: string;
}

/** The group's benefits and papers as text, and the way to tell of an event. */
export const welfareInfo = card<WelfareInfoView>({
  name: "tiles/welfare-info",
  template: welfareTemplate,
  alt: (say, view) => say.t("tiles.welfare.alt", { group: say.group(view.group) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    benefits: bullets(say, view.benefits) ?? say.t("tiles.welfare.noBenefits"),
    papers: bullets(say, view.papers) ?? say.t("tiles.welfare.usualPapers"),
    buttons: buttons(postback(view.report, say.t("tiles.welfare.report"))),
  }),
  quickReplies: (say) => [quickSaying(say, "talk")],
});

function bullets(say: Speak, texts: readonly LocalText[]): string | null {
  return texts.length > 0 ? texts.map((text) => `• ${say.local(text)}`).join("\n") : null;
}

/** What to do with a transfer until slips can be sent here. */
export const transferInfo = card<NextDay & { payment: Group["payment"]; contacts: Contact[] }>({
  name: "tiles/transfer-info",
  template: transferTemplate,
  alt: (say) => say.t("tiles.transfer.alt"),
  layout: (say, view) => ({
    group: say.group(view.group),
    account: view.payment.bank ?? null,
    promptPay: view.payment.promptPay ?? null,
    on: say.day(view.on),
    whom: view.contacts.length > 0 ? contactLines(say, view.contacts).join("\n") : null,
    buttons: buttons(null, ...callButtons(say, view.contacts, 1)),
  }),
});

/** Whom to talk to: names and telephones, and the wish to be called. */
export interface TalkView {
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
  layout: (say, view) => ({
    group: view.group && say.group(view.group),
    whom: view.contacts.length > 0 ? contactLines(say, view.contacts).join("\n") : say.t("tiles.talk.nobody"),
    buttons: buttons(
      view.callback === null ? null : postback(view.callback, say.t("common.buttons.callback")),
      ...callButtons(say, view.contacts, 2),
    ),
  }),
});
