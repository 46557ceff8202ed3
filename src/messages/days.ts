import type { messagingApi } from "@line/bot-sdk";
import closeTemplate from "../../flex-messages/days/close-day-confirmation.json";
import openedTemplate from "../../flex-messages/days/day-opened.json";
import reportTemplate from "../../flex-messages/days/day-report.json";
import openTemplate from "../../flex-messages/days/open-day-confirmation.json";
import type { OpeningRemark } from "../domain/calendar";
import type { AloneView, ClosingView, CountedView } from "../domain/closing/closing-view";
import type { EarlierCount } from "../domain/closing/day-count";
import { keeperDoubt, lacksKeeper } from "../domain/closing/keepers";
import type { LocalDate } from "../domain/dates";
import type { BetweenLine } from "../domain/ledger/between-days";
import type { DayTotals } from "../domain/ledger/day-totals";
import type { OpenDay } from "../domain/ledger/head";
import type { MemberName } from "../domain/people";
import type { PassbookGap, ReportLine } from "../domain/reports/views";
import { buttons, opening, postback, quickSaying, type Buttons } from "./actions";
import { card, textMessage } from "./card";
import { aloneLines, asideText, differencesOfDay, namesOf } from "./closing-report";
import { betweenLines, betweenText, officeText } from "./between-days";
import { changesLayout, correctionsLine, isFull } from "./day-changes";
import { cashText, movedText, purposesInRows } from "./day-money";
import { purposeText, row, shortRowsText, type Row } from "./rows";
import { sheetLine, type SheetView } from "./sheet";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A day as its cards show it. */
export interface DayView {
  group: GroupName;
  day: Pick<OpenDay, "on" | "openedAt">;
  totals: DayTotals;
  /** The head of the chain after closing; null while the day is open. */
  head: { seq: number; hash: string } | null;
  /** What its closing found; null while it is open. */
  closing: ClosingView | null;
  /** What one person did alone since the closing before. */
  alone: AloneView[];
  /** The members whose passbooks were linked since then, or let go. */
  linked: MemberName[];
  /** What was posted between the last working day and this one. */
  between: BetweenLine[];
  /** Which offices changed since then, and what was handed over. */
  offices: ReportLine[];
  /** The passbooks that differed from paper; left out or null where none was kept beside us. */
  paper?: PassbookGap[] | null;
  /** Postback data of the button that lists every correction, link and helper of the day; left out where there are none. */
  changes?: string;
}

/** The question before a working day opens. */
export const openDayConfirmation = card<{
  group: GroupName;
  on: LocalDate;
  place: string;
  remark: OpeningRemark | null;
  confirm: string;
  drop: string;
}>({
  name: "days/open-day-confirmation",
  template: openTemplate,
  alt: (say, view) => say.t("days.open.alt", { on: say.day(view.on) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    on: say.day(view.on),
    place: view.place,
    remark: view.remark && remarkText(say, view.remark),
    buttons: buttons(postback(view.confirm, say.t("days.open.confirm")), postback(view.drop, say.t("days.open.drop"))),
  }),
});

function remarkText(say: Speak, remark: OpeningRemark): string {
  if (remark.kind === "closed") return say.t("days.open.remarks.closed");
  return say.t("days.open.remarks.unplanned", { planned: say.day(remark.planned) });
}

/** Tells that the working day is open and how to record. */
export const dayOpened = card<DayView & { desk: string | null }>({
  name: "days/day-opened",
  template: openedTemplate,
  alt: (say, view) => say.t("days.opened.alt", { on: say.day(view.day.on), group: say.group(view.group) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    on: say.day(view.day.on),
    openedAt: say.instant(view.day.openedAt),
    buttons: buttons(view.desk === null ? null : opening(say.t("desk.card.open"), view.desk)),
  }),
  quickReplies: (say) => [quickSaying(say, "closeDay"), quickSaying(say, "help")],
});

/** A day that may be closed. */
export interface CloseDayView extends DayView {
  confirm: string;
  drop: string;
  /** What two people counted; null where they have not, or it holds no longer. */
  counted: CountedView | null;
  /** What was counted and is not what the books say. */
  setAside: EarlierCount[];
  /** The next sum is said without knowing any: what was counted before is not shown. */
  blind: boolean;
  /** The paper that is entered into the day; null where there is none. */
  sheet: SheetView | null;
  /** Postback data of the way to count first; null where that is done. */
  count: string | null;
  /** Postback data of the way to name who keeps the cash; null where somebody is named, or it is not for her to do. */
  keepers: string | null;
}

/** The question before a working day closes, with its totals so far; to count the money first is the first choice. */
export const closeDayConfirmation = card<CloseDayView>({
  name: "days/close-day-confirmation",
  template: closeTemplate,
  alt: (say, view) => say.t("days.close.alt", { on: say.day(view.day.on), total: say.money(view.totals.total) }),
  layout: (say, view) => ({
    ...closeLayout(say, view),
    count: countText(say, view),
    buttons: closeButtons(say, view),
  }),
});

/** With three buttons there is no room for the numbers of the receipts, and none for more beside a paper or a count that was not accepted; the report has them. */
function closeLayout(say: Speak, view: CloseDayView) {
  const { cash: _cash, ...layout } = totalsLayout(say, view);
  const isFull = view.sheet !== null || view.setAside.length > 0;
  if (isFull) return { ...layout, split: null, paidOut: null, numbers: null };
  return { ...layout, numbers: numbersText(say, { ...view.totals, firstReceipt: null }) };
}

function closeButtons(say: Speak, { count, keepers, confirm, drop }: CloseDayView): Buttons {
  const close = postback(confirm, say.t("days.close.confirm"));
  const notYet = postback(drop, say.t("days.close.drop"));
  if (count !== null) return buttons(postback(count, say.t("closing.buttons.count")), close, notYet);
  if (keepers !== null) return buttons(postback(keepers, say.t("closing.buttons.keepers")), close, notYet);
  return buttons(close, notYet);
}

function countText(say: Speak, { counted, setAside, blind, sheet }: CloseDayView): string {
  if (sheet && !counted) return sheetLine(say, sheet);
  if (!counted) {
    if (blind && setAside.length > 0) return say.t("keeping.blind");
    const aside = asideText(say, setAside);
    return aside === null ? say.t("closing.card.notCounted") : `${aside}\n${say.t("closing.card.setAside")}`;
  }
  const by = namesOf(say, counted.by);
  const sum = say.t("closing.card.counted", { cash: say.money(counted.cash), by });
  const off = differencesOfDay(say, counted.differences);
  if (lacksKeeper(counted))
    return [sum, off, say.t("closing.card.noKeeper")].filter((part) => part !== null).join(" · ");
  const keeper = counted.keeper && say.t("closing.card.keeper", { keeper: namesOf(say, [counted.keeper.officer]) });
  const doubt = keeperDoubt(counted);
  const unsaid = doubt && say.t(doubt === "none" ? "keeping.card.none" : "keeping.card.vouched");
  return [sum, off, keeper, unsaid].filter((part) => part !== null).join(" · ");
}

/** The totals without their words, which bind nobody here. */
function reportLayout(say: Speak, view: DayView) {
  const { words: _words, ...layout } = totalsLayout(say, view);
  return layout;
}

/** What a closed working day came to, for committee and auditor; the head lets them check the books later. */
export const dayReport = card<DayView>({
  name: "days/day-report",
  template: reportTemplate,
  alt: (say, { day, totals }) =>
    say.t("days.report.alt", { on: say.day(day.on), total: say.money(totals.total), count: totals.deposits }),
  layout: (say, view) => ({
    ...reportLayout(say, view),
    soFar: view.head === null,
    between: betweenText(say, view.totals),
    ...changesLayout(say, view.totals),
    ...(isFull(view.totals) ? { paidOut: null } : {}),
    head: view.head && say.t("days.report.head", { seq: view.head.seq, hash: view.head.hash.slice(0, 16) }),
    buttons: buttons(null, view.changes === undefined ? null : postback(view.changes, say.t("days.report.changes"))),
  }),
});

/** Every correction, link and helper since the closing before, for who reads the books. */
export function dayChanges(reader: Reader, view: DayView): messagingApi.TextMessage {
  const { group, day, totals } = view;
  const say = speak(reader);
  const lines = [
    say.group(group),
    say.t("days.report.title", { on: say.day(day.on) }),
    correctionsLine(say, "reversed", totals.reversed),
    correctionsLine(say, "corrections", totals.corrections),
    correctionsLine(say, "later", totals.later),
    linkedLine(say, view),
    ...totals.helpers.map((helper) => `• ${say.t("days.report.helper", helper)}`),
    ...aloneLines(say, view).map((line) => `• ${line}`),
    ...view.offices.map((line) => `• ${officeText(say, line)}`),
    ...betweenLines(say, view),
  ].filter((line) => line !== null);
  const told = lines.length > 2 ? lines : [...lines, say.t("days.report.noChanges")];
  return textMessage(told.join("\n"));
}

/** The passbooks that were linked or let go, with their owners' names. */
function linkedLine(say: Speak, { totals, linked }: DayView): string | null {
  if (totals.links.length === 0) return null;
  return say.t("closing.report.linked", { members: linked.map((member) => say.member(member)).join(", ") });
}

/** Tells an officer that the working day still stands open. */
export function dayStillOpen(reader: Reader, { group, day }: Pick<DayView, "group" | "day">): messagingApi.TextMessage {
  const say = speak(reader);
  const text = say.t("days.stillOpen", { on: say.day(day.on), group: say.group(group) });
  return textMessage(text, [quickSaying(say, "closeDay")]);
}

function totalsLayout(say: Speak, { group, day, totals }: DayView) {
  const received = receivedLayout(say, group, totals.received);
  return {
    group: say.group(group),
    on: say.day(day.on),
    total: say.money(totals.total),
    words: say.words(totals.total),
    split: received.split,
    numbers: numbersText(say, totals),
    paidOut: movedText(say, totals),
    cash: totals.cash && cashText(say, totals.cash),
    rows: received.rows,
  };
}

function receivedLayout(
  say: Speak,
  group: GroupName,
  received: DayTotals["received"],
): { rows: Row[]; split: string | null } {
  if (received.length > purposesInRows) return { rows: [], split: shortRowsText(say, group, received) };
  const rows = received.map(({ purpose, amount }) => row(purposeText(say, group, { purpose }), say.money(amount)));
  return { rows, split: null };
}

function numbersText(say: Speak, totals: DayTotals): string {
  const { deposits, members, firstReceipt, lastReceipt, reversed, officeCash } = totals;
  return [
    say.t("days.counts", { receipts: deposits, members }),
    // Beside many purposes there is no room for the numbers of the receipts.
    firstReceipt && totals.received.length <= purposesInRows
      ? say.t(firstReceipt === lastReceipt ? "days.number" : "days.numbers", { first: firstReceipt, last: lastReceipt })
      : null,
    officeCash.length > 0 && totals.received.length <= purposesInRows
      ? say.t("days.officeCash", { count: officeCash.length })
      : null,
    reversed.length > 0 ? say.t("days.reversed", { count: reversed.length }) : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
