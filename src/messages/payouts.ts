import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/payments/payment.json";
import type { LocalDate } from "../domain/dates";
import type { ContractTerms } from "../domain/loans/contract-terms";
import { agreedGuarantors, type LoanRequest } from "../domain/loans/requests/request";
import type { PayoutSums } from "../domain/loans/payouts/payout";
import { subtract, sum, zero, type Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickChoices, quickPostback } from "./actions";
import { card, textMessage } from "./card";
import { figureLayout } from "./figure-cards";
import { cut } from "./labels";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { shortMember } from "./unheard";
import type { GroupName } from "./views";

/** A granted request that waits to be paid out. */
export interface PayoutItemView {
  group: GroupName;
  request: Pick<
    LoanRequest,
    "requestNo" | "decision" | "reservedUntil" | "paperSigned" | "guarantors" | "guarantorsNeeded" | "goods"
  >;
  member: MemberName;
  needsPaper: boolean;
}

/** So many requests stand on one card. */
export const payoutsOnCard = 4;

const grantedOf = ({ request }: PayoutItemView): Satang => request.decision?.granted ?? zero;

/** What waits to be paid out: number, borrower and sum of each, the oldest first. */
export const payoutList = card<{
  group: GroupName;
  items: readonly (PayoutItemView & { data: string })[];
  /** The items from this one on are shown. */
  from: number;
  more: string | null;
}>({
  name: "payments/payment",
  template,
  alt: (say, { items }) => say.t("payouts.list.alt", { count: items.length }),
  layout: (say, { group, items, from, more }) =>
    figureLayout(say, {
      group,
      title: say.t("payouts.list.title"),
      what: say.t(items.length === 0 ? "payouts.list.none" : "payouts.list.count", { count: items.length }),
      figure: say.money(sum(items.map(grantedOf))),
      rows: shown(items, from).map((item) => listRow(say, item)),
      notes: items.length === 0 ? [] : [say.t("payouts.list.note")],
      buttons: buttons(
        null,
        more === null
          ? null
          : postback(more, say.t("payouts.list.more", { count: items.length - from - payoutsOnCard })),
      ),
    }),
  quickReplies: (say, { items, from }) =>
    quickChoices(
      shown(items, from).map((item) => ({
        labels: [`${item.request.requestNo} ${say.digits(grantedOf(item))}`, item.request.requestNo],
        data: item.data,
      })),
    ),
});

const shown = <Item>(items: readonly Item[], from: number): Item[] => items.slice(from, from + payoutsOnCard);

function listRow(say: Speak, item: PayoutItemView): Row {
  const { request, member, needsPaper } = item;
  const unsigned = needsPaper && !request.paperSigned ? ` · ${say.t("payouts.list.unsigned")}` : "";
  return row(cut(`${request.requestNo} ${shortMember(say, member)}`, 28), `${say.money(grantedOf(item))}${unsigned}`);
}

/** One of them, with the ways to pay it and to say that its paper is signed. */
export const payoutItem = card<PayoutItemView & { cash: string | null; bank: string; sign: string | null }>({
  name: "payments/payment",
  template,
  alt: (say, { request }) => say.t("payouts.item.alt", request),
  layout: (say, view) => {
    const { request, cash, bank, sign } = view;
    return figureLayout(say, {
      group: view.group,
      title: say.t("payouts.item.title", request),
      what: say.t("payouts.item.what"),
      figure: say.money(grantedOf(view)),
      rows: itemRows(say, view),
      notes: [say.t(request.goods ? "payouts.item.inKind" : "payouts.item.note")],
      buttons: buttons(
        sign === null ? null : postback(sign, say.t("payouts.item.sign")),
        cash === null ? null : postback(cash, say.t("payouts.item.cash")),
        postback(bank, say.t("payouts.item.bank")),
      ),
    });
  },
});

function itemRows(say: Speak, { request, member, needsPaper }: PayoutItemView): Row[] {
  const { reservedUntil, guarantorsNeeded } = request;
  const standing = agreedGuarantors(request).length;
  const paper = request.paperSigned ? "signed" : needsPaper ? "unsigned" : "needless";
  return [
    nameRow(say.t("payments.rows.member"), say.member(member)),
    row(say.t("payouts.item.paper"), say.t(`payouts.item.${paper}`)),
    ...(guarantorsNeeded === 0
      ? []
      : [
          row(
            say.t("payouts.item.guarantors"),
            say.t("payouts.item.guarantorCount", { standing, needed: guarantorsNeeded }),
          ),
        ]),
    ...(reservedUntil === null ? [] : [row(say.t("payouts.item.reserved"), say.shortDay(reservedUntil))]),
  ];
}

/** Asks to which account, or which shop, the money of a granted request goes. */
export function askReceiver(reader: Reader, view: PayoutItemView): messagingApi.TextMessage {
  const say = speak(reader);
  const { requestNo, goods } = view.request;
  const values = { requestNo, amount: say.money(grantedOf(view)), member: shortMember(say, view.member) };
  return textMessage(
    goods
      ? say.t("payouts.askShop", { ...values, goods: `${goods.item} ${goods.quantity} ${goods.unit}` })
      : say.t("payouts.askAccount", values),
  );
}

/** What a payout begins and keeps back, as rows of the payment's cards. */
export interface PayoutRowsView {
  contractNo: string;
  sums: PayoutSums;
  first: { dueOn: LocalDate; total: Satang };
  /** Goods are paid to who sells them; left out where nobody asks. */
  terms?: Pick<ContractTerms, "product">;
}

/** Whether a payout hands over less than was granted: the cards have less room then. */
export function keepsBack({ sums: { handed, granted } }: PayoutRowsView): boolean {
  return handed !== granted;
}

/** What is kept back, and what is handed over; nothing where all of it is. */
export function keptRows(say: Speak, view: PayoutRowsView): Row[] {
  if (!keepsBack(view)) return [];
  const { renewed, fee, granted, handed } = view.sums;
  const kept = renewed ? (fee > 0 ? "renewedAndFee" : "renewed") : "fee";
  return [
    row(say.t(`payouts.rows.${kept}`, { contractNo: renewed?.contractNo ?? "" }), say.money(subtract(granted, handed))),
    row(say.t("payouts.rows.handed"), say.money(handed)),
  ];
}

/** The first instalment: when, and how much. */
export function firstRow(say: Speak, { first }: PayoutRowsView): Row {
  const values = { on: say.shortDay(first.dueOn), total: say.money(first.total) };
  return row(say.t("payouts.rows.first"), say.t("payouts.rows.firstValue", values));
}

/** What a guarantor hears when the loan was paid out that she stands for, or its payout was taken back. */
export interface GuaranteeToldView {
  group: GroupName;
  state: "begun" | "taken-back";
  borrower: MemberName;
  contractNo: string;
  granted: Satang;
  /** For how much she stands. */
  amount: Satang;
  first: { dueOn: LocalDate; total: Satang };
}

/** Tells a guarantor that the money went, for how much she stands, and when the borrower pays first; or that the payout was taken back. */
export function guaranteeTold(reader: Reader, view: GuaranteeToldView): messagingApi.TextMessage {
  const say = speak(reader);
  const values = {
    contractNo: view.contractNo,
    borrower: say.member(view.borrower),
    granted: say.money(view.granted),
    amount: say.money(view.amount),
    on: say.day(view.first.dueOn),
    total: say.money(view.first.total),
  };
  return textMessage(say.t(`payouts.guarantee.${view.state}`, values));
}

/** Tells who saw the signed papers; `photo` is the data of keeping a picture of them. */
export function paperSigned(
  reader: Reader,
  view: {
    request: Pick<LoanRequest, "requestNo">;
    member: MemberName;
    by: OfficerName | null;
    at: Date;
    photo: string;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = {
    requestNo: view.request.requestNo,
    member: shortMember(say, view.member),
    by: say.officer(view.by),
    at: say.instant(view.at),
  };
  return textMessage(say.t("payouts.signed.done", values), [quickPostback(view.photo, say.t("payouts.signed.photo"))]);
}

/** A reservation that is over. */
export interface ReleasedView {
  to: "borrower" | "committee";
  requestNo: string;
  member: MemberName;
  amount: Satang;
  until: LocalDate;
}

/** Tells the borrower, or the committee, that the money was not fetched in time and is free again. */
export function requestReleased(reader: Reader, view: ReleasedView): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { amount: say.money(view.amount), member: shortMember(say, view.member), until: say.day(view.until) };
  return textMessage(say.t(`payouts.released.${view.to}`, { requestNo: view.requestNo, ...values }));
}

/** Asks for the photo of a contract's signed page, or of a transfer's slip; and says that it is kept. */
export function loanPhotoText(
  reader: Reader,
  { requestNo, about, state }: { requestNo: string; about: "paper" | "slip"; state: "askPhoto" | "kept" },
): messagingApi.TextMessage {
  return textMessage(speak(reader).t(`payouts.${about === "paper" ? "signed" : "slip"}.${state}`, { requestNo }));
}
