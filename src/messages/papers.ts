import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/papers/paper.json";
import type { PaperKind } from "../domain/reports/papers";
import type { PaperView, TableQrPaper } from "../domain/reports/views";
import type { LocalDate } from "../domain/dates";
import { buttons, opening, quickOpening, quickPostback, quickText } from "./actions";
import { card, textMessage } from "./card";
import { linesOf, rowsThatFit, heightOf } from "./paging";
import { shortOf, type Short } from "./paper-short";
import type { Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A paper as its card shows it in short, and the address of its PDF and sheet; null where pages are off. */
export type PaperCardView = { paper: Exclude<PaperView, TableQrPaper>; link: string | null };

/** A paper in short: its main figure and as many of its rows as there is room for. */
export const paperCard = card<PaperCardView>({
  name: "papers/paper",
  template,
  // No figure: phones lie on tables.
  alt: (say, { paper }) =>
    say.t("papers.card.alt", { title: say.t(`papers.titles.${paper.kind}`), about: shortOf(say, paper).about }),
  layout(say, { paper, link }) {
    const short = shortOf(say, paper);
    const rows = fitting(short, link !== null);
    const left = short.rows.length - rows.length + short.beyond;
    return {
      group: say.group(paper.group),
      title: say.t(`papers.titles.${paper.kind}`),
      about: short.about,
      label: short.label,
      figure: short.figure,
      rows,
      more: left > 0 ? say.t("papers.card.more", { count: left }) : null,
      mark: say.t("papers.foot", { at: say.instant(paper.madeAt), ...paper.mark }),
      buttons: buttons(link === null ? null : opening(say.t("papers.card.open"), link)),
    };
  },
  quickReplies: (say, { paper }) => otherPapers(say, paper.kind),
});

function fitting({ rows }: Short, hasButton: boolean): Row[] {
  return rowsThatFit(rows, {
    room: hasButton ? 250 : 310,
    button: heightOf.gap,
    height: ({ label, value }) => heightOf.gap + Math.max(linesOf(label, 11), linesOf(value, 17)) * heightOf.md,
  });
}

/** The names of the papers, as quick replies that open them. */
function otherPapers(say: Speak, but: PaperKind): messagingApi.QuickReplyItem[] {
  const near: readonly PaperKind[] = ["trial-balance", "cash-book", "behind", "collection", "register"];
  return near.filter((kind) => kind !== but).map((kind) => quickText(say.t(`papers.titles.${kind}`)));
}

/** The papers that a person may open in a group, by name. */
export function paperMenu(
  reader: Reader,
  view: { group: GroupName; kinds: readonly PaperKind[]; link: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  const page = view.link === null ? [] : [quickOpening(say.t("papers.card.menu.page"), view.link)];
  const names = view.kinds.map((kind) => quickText(say.t(`papers.titles.${kind}`)));
  const text = [
    say.group(view.group),
    say.t("papers.card.menu.note"),
    ...(view.link === null ? [say.t("papers.card.off")] : []),
  ];
  return textMessage(text.join("\n"), [...page, ...names]);
}

/** Tells that there was no working day on a date, with the last ones to choose from. */
export function noWorkingDay(
  reader: Reader,
  view: { on: LocalDate | null; days: readonly LocalDate[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  if (view.days.length === 0 || view.on === null) return textMessage(say.t("papers.card.noDay.none"));
  const items = view.days.slice(0, 12).map((on) => quickText(say.t("papers.card.noDay.day", { on: say.shortDay(on) })));
  return textMessage(say.t("papers.card.noDay.asked", { on: say.day(view.on) }), items);
}

/** Where the page for the table is printed, since a QR code is no use on the phone that shows it. */
export function tableQrInfo(reader: Reader, view: { link: string | null }): messagingApi.TextMessage {
  const say = speak(reader);
  return view.link === null
    ? textMessage(say.t("papers.card.off"))
    : textMessage(say.t("papers.card.qr"), [quickOpening(say.t("papers.card.menu.page"), view.link)]);
}

/** That a date was closed several times, with the way to the report of each. */
export function closingsOfDate(
  reader: Reader,
  view: { on: LocalDate; others: readonly { nth: number; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = view.others
    .slice(0, 12)
    .map(({ nth, data }) => quickPostback(data, say.t("dayPaper.nthShort", { nth })));
  return textMessage(say.t("dayPaper.closedOften", { on: say.day(view.on), count: view.others.length }), items);
}
