import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/savings/entries.json";
import type { LocalDate, YearMonth } from "../domain/dates";
import type { AccountCode } from "../domain/ledger/accounts";
import type { EntryKind } from "../domain/ledger/journal-entry";
import type { Satang } from "../domain/money";
import { paymentKindOf } from "../domain/payments/payment";
import type { MemberName } from "../domain/people";
import { buttons, postback, quickPostback, quickSaying } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { heightOf, linesOf, rowsThatFit } from "./paging";
import { purposeOf } from "../domain/savings/deposit";
import { shortRowsText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A month, or a year of the Common Era. */
export type SpanPeriod = { kind: "month"; month: YearMonth } | { kind: "year"; year: number };

/** Which part of a passbook is shown. */
export type EntriesPeriod = { kind: "latest" } | SpanPeriod;

/** One line of a passbook. */
export interface EntryLine {
  kind: EntryKind;
  on: LocalDate;
  /** Change of the passbook; negative where it was taken back. */
  parts: { code: AccountCode; change: Satang }[];
  receipt: string | null;
  /** Taken back by a later reversal. */
  reversed: boolean;
}

/** A page of a passbook and where to go from it. */
export interface EntriesView {
  group: GroupName;
  member: MemberName;
  period: EntriesPeriod;
  /** Newest first, as many as `linesOnCard` says. */
  lines: EntryLine[];
  /** Postback data; null where there is nothing to go to. */
  more: string | null;
  byMonth: string | null;
  byYear: string | null;
}

/** A page of a passbook: the last entries, or those of a month or a year. */
export const entries = card<EntriesView>({
  name: "savings/entries",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => ({
    group: say.group(view.group),
    title:
      view.period.kind === "latest"
        ? say.t("savings.entries.latest")
        : say.t("savings.entries.title", { period: periodText(say, view.period) }),
    member: say.member(view.member),
    none: view.lines.length === 0,
    lines: view.lines.map((line) => lineLayout(say, view.group, line)),
    buttons: buttons(null, view.more === null ? null : postback(view.more, say.t("common.buttons.more"))),
  }),
  // Not buttons: with eight lines they would make the card more than one screen high.
  quickReplies: (say, view) => [
    ...(view.byMonth === null ? [] : [quickPostback(view.byMonth, say.t("common.buttons.byMonth"))]),
    ...(view.byYear === null ? [] : [quickPostback(view.byYear, say.t("common.buttons.byYear"))]),
    quickSaying(say, "balance"),
  ],
});

function periodText(say: Speak, period: EntriesPeriod): string {
  return period.kind === "latest" ? say.t("savings.entries.latest") : spanText(say, period);
}

/** A month or year as titles say it. */
export function spanText(say: Speak, period: SpanPeriod): string {
  if (period.kind === "month") return say.month(period.month);
  return say.t("savings.entries.year", { year: say.month(`${period.year}-01` as YearMonth).slice(-4) });
}

/** Those of the lines that one card has room for, from the first on; the others, and what follows these lines, are behind its button. */
export function linesOnCard<Line extends EntryLine>(
  reader: Reader,
  group: GroupName,
  lines: readonly Line[],
  hasMore: boolean,
): Line[] {
  const say = speak(reader);
  return rowsThatFit(lines, {
    room: hasMore ? 435 : 495,
    button: hasMore ? 0 : heightOf.button,
    height(line) {
      const { on, sums, detail } = lineLayout(say, group, line);
      const beside = Math.max(linesOf(on, 14), linesOf(sums, 20));
      return heightOf.gap + beside * heightOf.md + (detail === null ? 0 : linesOf(detail, 40) * heightOf.xs);
    },
  });
}

function lineLayout(say: Speak, group: GroupName, line: EntryLine) {
  const paid = paymentKindOf(line.kind);
  const details = [
    line.kind === "reversal" ? say.t("savings.entries.reversal") : null,
    line.kind.startsWith("opening.") ? say.t("savings.entries.opening") : null,
    paid && say.t(`payments.short.${paid}`),
    line.receipt && say.t("savings.entries.receipt", { receipt: line.receipt }),
    line.reversed ? `– ${say.t("savings.reversed")}` : null,
  ].filter((detail) => detail !== null);
  const rows = line.parts.map(({ code, change }) => ({ purpose: purposeOf(code), amount: change }));
  return {
    on: say.shortDay(line.on),
    sums: shortRowsText(say, group, rows) || "–",
    detail: details.length > 0 ? details.join(" · ") : null,
    decoration: line.reversed ? "line-through" : "none",
  };
}

/** Asks for which month or year, newest first. */
export function choosePeriod(
  reader: Reader,
  view: { options: { period: EntriesPeriod; data: string }[] },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = view.options.map(({ period, data }) => quickPostback(data, periodText(say, period)));
  return textMessage(say.t("savings.entries.choosePeriod"), items);
}
