import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/payments/payment.json";
import type { IncomingPlace } from "../domain/incomings/incoming";
import { sum, type Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickChoices } from "./actions";
import { badge, type Badge } from "./badges";
import { card, textMessage } from "./card";
import { decidedText, verdictBadge } from "./decided";
import { figureLayout, type FigureCard } from "./figure-cards";
import { nameRow, purposeText, row, shortRowsText, waitsForText, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { DepositSum, GroupName } from "./views";

/** Money whose owner is not known. */
export interface SuspenseItemView {
  receipt: string;
  /** What is left of it, in satang. */
  amount: Satang;
  note: string | null;
  at: Date;
  days: number;
  into: IncomingPlace;
}

/** So many items stand on one card. */
export const itemsOnCard = 4;

/** What waits for its owner: how much in all, each item with its number and age, the oldest first. */
export const suspenseList = card<{
  group: GroupName;
  items: readonly (SuspenseItemView & { data: string })[];
  /** The items from this one on are shown. */
  from: number;
  more: string | null;
}>({
  name: "payments/payment",
  template,
  alt: (say, { items }) => say.t("suspense.list.alt", { count: items.length }),
  layout: (say, { group, items, from, more }) => {
    const left = items.length - from - itemsOnCard;
    return figureLayout(say, {
      group,
      title: say.t("suspense.list.title"),
      what: say.t(items.length === 0 ? "suspense.list.none" : "suspense.list.count", { count: items.length }),
      figure: say.money(sum(items.map(({ amount }) => amount))),
      rows: shown(items, from).map((item) => row(labelOf(say, item), say.money(item.amount))),
      notes: items.length === 0 ? [] : [say.t("suspense.list.note")],
      buttons: buttons(null, more === null ? null : postback(more, say.t("suspense.list.more", { count: left }))),
    });
  },
  quickReplies: (say, { items, from }) =>
    quickChoices(
      shown(items, from).map(({ receipt, amount, data }) => ({
        labels: [`${receipt} ${say.digits(amount)}`, receipt],
        data,
      })),
    ),
});

const shown = <Item>(items: readonly Item[], from: number): Item[] => items.slice(from, from + itemsOnCard);

const labelOf = (say: Speak, { receipt, days }: SuspenseItemView): string =>
  `${receipt} · ${say.t("suspense.days", { days })}`;

/** One item with the ways out: whose it is, or given back. */
export const suspenseItem = card<{
  group: GroupName;
  item: SuspenseItemView;
  owner: string | null;
  giveBack: string | null;
}>({
  name: "payments/payment",
  template,
  alt: (say, { item }) => say.t("suspense.item.alt", { amount: say.money(item.amount), receipt: item.receipt }),
  layout: (say, { group, item, owner, giveBack }) =>
    figureLayout(say, {
      group,
      title: say.t("suspense.item.title"),
      what: say.t("incomings.kinds.suspense"),
      figure: say.money(item.amount),
      words: say.words(item.amount),
      rows: [
        row(say.t("deposits.receipt.no"), item.receipt),
        row(say.t("deposits.receipt.at"), say.instant(item.at)),
        row(say.t("suspense.item.age"), say.t("suspense.days", item)),
      ],
      notes: [say.t(`incomings.into.${item.into}`), item.note ?? ""],
      buttons: buttons(
        owner === null ? null : postback(owner, say.t("suspense.item.owner")),
        giveBack === null ? null : postback(giveBack, say.t("suspense.item.giveBack")),
      ),
    }),
});

/** Asks whose it is and what for, with an example; nothing is recorded yet. */
export function askOwner(reader: Reader, view: { amount: Satang }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    say.t("suspense.askOwner", { amount: say.money(view.amount), example: say.t("errors.hints.suspense") }),
  );
}

/** Asks to whom it is given back. */
export function askPayee(reader: Reader, view: { amount: Satang }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("suspense.askPayee", { amount: say.money(view.amount) }));
}

/** Money without owner that is to go to a member. */
export interface SettlementPlanView {
  group: GroupName;
  receipt: string;
  cameAt: Date;
  note: string | null;
  member: MemberName;
  rows: readonly DepositSum[];
  total: Satang;
}

/** The same once a second officer was asked. */
export interface SettlementView extends SettlementPlanView {
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: "open" | "approved" | "rejected";
  waitsFor: OfficerName[];
  settled: { receipt: string; checkCode: string } | null;
}

interface Around extends Pick<FigureCard, "title" | "buttons"> {
  badge?: Badge;
  rows?: Row[];
  notes: string[];
}

function settlementLayout(say: Speak, view: SettlementPlanView, around: Around): object {
  const [only, second] = view.rows;
  const sums: Row =
    only && !second
      ? row(say.t("suspense.purpose"), purposeText(say, view.group, only))
      : row(say.t("suspense.purpose"), shortRowsText(say, view.group, view.rows));
  return figureLayout(say, {
    ...around,
    group: view.group,
    what: say.t("suspense.settlement.what"),
    figure: say.money(view.total),
    words: say.words(view.total),
    rows: [nameRow(say.t("suspense.settlement.member"), say.member(view.member)), sums, ...(around.rows ?? [])],
    notes: [
      [say.t("suspense.settlement.came", { receipt: view.receipt, at: say.instant(view.cameAt) }), view.note]
        .filter((part) => part !== null)
        .join(" · "),
      ...around.notes,
    ],
  });
}

/** The officer's question before a second officer is asked. */
export const settlementConfirmation = card<SettlementPlanView & { confirm: string; drop: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("suspense.confirmation.alt", { amount: say.money(view.total) }),
  layout: (say, view) =>
    settlementLayout(say, view, {
      title: say.t("suspense.confirmation.title"),
      notes: [say.t("suspense.confirmation.note")],
      buttons: buttons(
        postback(view.confirm, say.t("suspense.confirmation.confirm")),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** Tells the officer who asked that it waits, and for whom. */
export const settlementAsked = card<SettlementView>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("suspense.asked.alt", { amount: say.money(view.total) }),
  layout: (say, view) =>
    settlementLayout(say, view, {
      title: say.t("suspense.asked.title"),
      badge: badge(say, "waiting", "payments.decided.open.badge"),
      notes: view.waitsFor.length > 0 ? [say.t("payments.waitsFor", { names: waitsForText(say, view.waitsFor) })] : [],
    }),
});

/** The second officer's question. */
export const settlementRequest = card<SettlementView & { approve: string; reject: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) =>
    say.t("suspense.request.alt", { amount: say.money(view.total), by: say.officer(view.requestedBy) }),
  layout: (say, view) =>
    settlementLayout(say, view, {
      title: say.t("suspense.request.title"),
      notes: [decidedText(say, view), say.t("suspense.request.note")],
      buttons: buttons(
        postback(view.approve, say.t("suspense.request.confirm")),
        postback(view.reject, say.t("payments.request.reject")),
      ),
    }),
});

/** Tells either officer what was decided, with the member's receipt where it is settled. */
export const settlementDecided = card<SettlementView>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t(`suspense.decided.${view.verdict}.alt`, { amount: say.money(view.total) }),
  layout: (say, view) =>
    settlementLayout(say, view, {
      title: say.t("suspense.decided.title"),
      badge: badge(say, verdictBadge[view.verdict], `suspense.decided.${view.verdict}.badge`),
      rows: view.settled ? [row(say.t("suspense.decided.receipt"), view.settled.receipt)] : [],
      notes: [decidedText(say, view)],
    }),
});
