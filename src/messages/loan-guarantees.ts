import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/loan-requests/request.json";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import type { NamedGuarantor } from "../domain/loans/requests/request";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons, postback, quickPostback, quickSaying } from "./actions";
import { badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { figureLayout, type FigureCard } from "./figure-cards";
import { instalmentsText, requestLayout, standingText } from "./loan-request-rows";
import { twoOfficerCards } from "./office-cards";
import { nameRow, row, rowLines, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";

/** What a guarantee makes of what a member stands for. */
export interface GuaranteeView extends LoanRequestView {
  guarantor: MemberName;
  guarantee: { amount: Satang; before: Satang; after: Satang; count: number };
}

/** Who asks a member to stand, for what, and what it makes of what she stands for: in a message of its own before the card. */
export function guaranteeFacts(reader: Reader, view: GuaranteeView): messagingApi.TextMessage {
  const say = speak(reader);
  const { request, member, schedule, guarantor } = view;
  const rows = [
    nameRow(say.t("loanGuarantees.rows.guarantor"), say.member(guarantor)),
    nameRow(say.t("loanRequests.rows.borrower"), say.member(member)),
    row(say.t("loanRequests.rows.instalments"), instalmentsText(say, schedule)),
    nameRow(say.t("loanRequests.rows.purpose"), request.purpose),
  ];
  return textMessage(rowLines(rows).join("\n"));
}

function guaranteeRows(say: Speak, { member, guarantee }: GuaranteeView): Row[] {
  const { before, after, count } = guarantee;
  return [
    nameRow(say.t("loanRequests.rows.borrower"), say.member(member)),
    row(say.t("loanGuarantees.rows.exposure"), `${say.digits(before)} → ${say.money(after)}`),
    row(say.t("loanGuarantees.rows.count"), say.t("loanGuarantees.count", { count })),
  ];
}

function guaranteeLayout(
  say: Speak,
  view: GuaranteeView,
  around: Pick<FigureCard, "title"> & Partial<FigureCard>,
): object {
  const { amount } = view.guarantee;
  return figureLayout(say, {
    group: view.group,
    what: say.t("loanGuarantees.what"),
    figure: say.money(amount),
    words: say.words(amount),
    rows: guaranteeRows(say, view),
    ...around,
  });
}

/** Asks a member to stand as guarantor: how much, what it makes of what she stands for, and the risk in plain words. */
export const guaranteeAsked = card<GuaranteeView & { agree: string; decline: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    guaranteeLayout(say, view, {
      title: say.t("loanGuarantees.asked.title"),
      notes: [say.t("loanGuarantees.asked.risk"), say.t("loanGuarantees.asked.note")],
      buttons: buttons(
        postback(
          view.agree,
          say.t("loanGuarantees.asked.agree", { amount: say.money(view.guarantee.amount) }),
          say.t("loanGuarantees.asked.agreeLong"),
        ),
        postback(view.decline, say.t("loanGuarantees.asked.decline")),
      ),
    }),
});

/** Asks an officer to enter what a guarantor without a phone said before her. */
export const guaranteeEntry = card<GuaranteeView & { agree: string; decline: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    guaranteeLayout(say, view, {
      title: say.t("loanGuarantees.entry.title"),
      notes: [say.t("loanGuarantees.entry.note")],
      buttons: buttons(
        postback(view.agree, say.t("loanGuarantees.entry.agree")),
        postback(view.decline, say.t("loanGuarantees.entry.decline")),
      ),
    }),
});

/** No guarantor without a phone is waited for. */
export function noEntries(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("loanGuarantees.entry.none"), [quickSaying(speak(reader), "help")]);
}

const marks = {
  asked: "waiting",
  agreed: "done",
  declined: "cancelled",
  expired: "cancelled",
  left: "cancelled",
  replaced: "cancelled",
} as const;

/** A guarantee as its guarantor sees it: with the way to answer, or to leave while that is possible. */
export const guaranteeStanding = card<
  GuaranteeView & { state: NamedGuarantor["state"]; agree?: string; decline?: string; leave?: string }
>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    guaranteeLayout(say, view, {
      title: say.t("loanGuarantees.standing.title"),
      badge: badge(say, marks[view.state], `loanRequests.guarantors.${view.state}`),
      notes: [standingText(say, view), view.leave === undefined ? "" : say.t("loanGuarantees.standing.note")],
      buttons: buttons(
        view.agree === undefined ? null : postback(view.agree, say.t("loanGuarantees.asked.agreeLong")),
        view.decline === undefined ? null : postback(view.decline, say.t("loanGuarantees.asked.decline")),
        view.leave === undefined ? null : postback(view.leave, say.t("loanGuarantees.standing.leave")),
      ),
    }),
});

/** Tells a guarantor that the request for which she was to stand is over. */
export const guaranteeOver = card<LoanRequestView>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    requestLayout(say, view, {
      title: say.t("loanGuarantees.over.title"),
      rows: [nameRow(say.t("loanRequests.rows.borrower"), say.member(view.member))],
      notes: [say.t("loanGuarantees.over.note")],
    }),
});

/** The borrower's question before a member is asked to stand for her. */
export const guarantorConfirmation = card<LoanRequestView & { guarantor: MemberName; confirm: string; drop: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    requestLayout(say, view, {
      title: say.t("loanGuarantees.naming.title"),
      badge: null,
      rows: [
        nameRow(say.t("loanGuarantees.rows.guarantor"), say.member(view.guarantor)),
        row(say.t("loanRequests.rows.no"), view.request.requestNo),
      ],
      notes: [say.t("loanGuarantees.naming.note")],
      buttons: buttons(
        postback(view.confirm, say.t("loanGuarantees.naming.confirm")),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** Asks the borrower whom she wants as her guarantor. */
export function askGuarantor(reader: Reader, view: { missing: number }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("loanGuarantees.ask", view));
}

/** Asks before a request is given up, or a guarantee: what ends, and the way to leave it as it is. */
export function askIfSure(
  reader: Reader,
  view: {
    what: "cancel" | "leave";
    requestNo: string;
    amount: Satang;
    member: MemberName;
    confirm: string;
    drop: string;
  },
): messagingApi.TextMessage {
  const say = speak(reader);
  const { what, requestNo, amount, member, confirm, drop } = view;
  const values = { requestNo, amount: say.money(amount), member: say.member(member) };
  return textMessage(say.t(`loanGuarantees.sure.${what}.text`, values), [
    quickPostback(confirm, say.t(`loanGuarantees.sure.${what}.confirm`)),
    quickPostback(drop, say.t("loanGuarantees.sure.drop")),
  ]);
}

/** Tells that there is no request, or no guarantee, to show. */
export function nothingAsked(reader: Reader, view: { what: "request" | "guarantee" }): messagingApi.TextMessage {
  return textMessage(speak(reader).t(`loanGuarantees.none.${view.what}`));
}

/** What a guarantor without a phone said before an officer. */
export interface GuaranteeEntryView extends LoanRequestView {
  guarantor: MemberName;
  answer: "agreed" | "declined";
}

/** The cards of an answer that two officers enter for a guarantor without a phone. */
export const guaranteeCards = twoOfficerCards<GuaranteeEntryView>({
  area: "guaranteeEntries",
  rows: (say, { request, member, guarantor, answer }) => [
    nameRow(say.t("loanGuarantees.rows.guarantor"), say.member(guarantor)),
    row(say.t("loanGuarantees.rows.answer"), say.t(`loanRequests.guarantors.${answer}`)),
    row(say.t("loanGuarantees.what"), say.money(request.amount)),
    nameRow(say.t("loanRequests.rows.borrower"), say.member(member)),
    row(say.t("loanRequests.rows.no"), request.requestNo),
  ],
});
