import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/payments/payment.json";
import { localDateOf } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { Payment } from "../domain/payments/payment";
import { givenName, type MemberName, type OfficerName } from "../domain/people";
import { buttons, postback, type Buttons } from "./actions";
import { decidedText, verdictBadge } from "./decided";
import { badge, type Badge } from "./badges";
import { card, textMessage } from "./card";
import { figureLayout } from "./figure-cards";
import { firstRow, keepsBack, keptRows, type PayoutRowsView } from "./payouts";
import { nameRow, row, waitsForText, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { shortMember, unheardText, type UnheardView } from "./unheard";
import type { GroupName } from "./views";

/** A payment before anybody is asked. */
export interface PaymentPlanView {
  group: GroupName;
  payment: Payment;
  /** Whose passbook it is about. */
  member: MemberName | null;
  savings: { before: Satang; after: Satang } | null;
  /** The member's own wish that it fulfils, and who told it. */
  wish: { by: MemberName; at: Date } | null;
  /** Who hears of it in the place of an owner who does not. */
  unheard: UnheardView | null;
  /** The same payment that stands in this day's books already. */
  already: { voucher: string; at: Date } | null;
  /** What it begins and hands over, where it pays out a request for a loan. */
  payout: PayoutRowsView | null;
}

/** A payment that was asked for. */
export interface PaymentView extends PaymentPlanView {
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  /** Who photographed the paper on which the second officer signed; left out where she pressed a button. */
  photographedBy?: OfficerName;
  verdict: "open" | "approved" | "rejected";
  waitsFor: OfficerName[];
  paid: { receipt: string; at: Date; checkCode: string } | null;
}

/** The officer's question before a second officer is asked. */
export const paymentConfirmation = card<PaymentPlanView & { confirm: string; drop: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("payments.confirmation.alt", { amount: say.money(view.payment.amount) }),
  layout: (say, view) =>
    paymentLayout(say, view, {
      title: say.t("payments.confirmation.title"),
      rows: wishRows(say, view),
      notes: [alreadyText(say, view) ?? say.t("payments.confirmation.note")],
      buttons: buttons(
        postback(view.confirm, say.t(`payments.confirmation.${view.already ? "confirmAnother" : "confirm"}`)),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** Tells the officer who asked that it waits, and for whom. */
export const paymentAsked = card<PaymentView>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("payments.asked.alt", { amount: say.money(view.payment.amount) }),
  layout: (say, view) =>
    paymentLayout(say, view, {
      title: say.t("payments.asked.title"),
      badge: badge(say, "waiting", "payments.decided.open.badge"),
      notes: [
        view.waitsFor.length > 0
          ? say.t("payments.waitsFor", { names: waitsForText(say, view.waitsFor) })
          : say.t("paper.way"),
        say.t("payments.asked.note"),
      ],
    }),
});

/** The second officer's question: who asks, how much, for whom and what. */
export const paymentRequest = card<PaymentView & { approve: string; reject: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) =>
    say.t("payments.request.alt", { amount: say.money(view.payment.amount), by: say.officer(view.requestedBy) }),
  layout: (say, view) =>
    paymentLayout(say, view, {
      title: say.t("payments.request.title"),
      rows: [...wishRows(say, view), nameRow(say.t("payments.rows.askedBy"), say.officer(view.requestedBy))],
      notes: requestNotes(say, view),
      buttons: buttons(
        postback(
          view.approve,
          say.t("payments.request.confirm", { amount: say.money(view.payment.amount) }),
          say.t("payments.request.confirmLong"),
        ),
        postback(view.reject, say.t("payments.request.reject")),
      ),
    }),
});

/** What the second officer looks at first: whether it was paid already, to whose account it goes, and whether its owner hears of it. */
function requestNotes(say: Speak, view: PaymentView): string[] {
  const notes = [alreadyText(say, view), otherNameText(say, view), unheardText(say, "ask", view.unheard)];
  const found = notes.filter((note) => note !== null);
  return found.length > 0 ? found : [say.t("payments.request.note")];
}

/** A loan that is transferred to an account which does not bear its borrower's name: whoever prepared it may have named her own. */
function otherNameText(say: Speak, { payment, payout, member }: PaymentView): string | null {
  const { source, payee } = payment;
  if (!payout || !member || source === "cash" || payee === null || payout.terms?.product === "in-kind") return null;
  return payee.includes(givenName(member.name)) ? null : say.t("payouts.otherName");
}

function alreadyText(say: Speak, { already }: PaymentPlanView): string | null {
  return already && say.t("payments.already", { at: say.instant(already.at), voucher: already.voucher });
}

/** Tells either officer what was decided, with the voucher's number where it was paid. */
export const paymentDecided = card<PaymentView>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t(`payments.decided.${view.verdict}.alt`, { amount: say.money(view.payment.amount) }),
  layout: (say, view) =>
    paymentLayout(say, view, {
      title: say.t("payments.decided.title"),
      badge: badge(say, verdictBadge[view.verdict], `payments.decided.${view.verdict}.badge`),
      rows: voucherRows(say, view),
      notes: [decidedText(say, view), slipText(say, view) ?? say.t(`payments.decided.${view.verdict}.meaning`)],
    }),
});

/** How the slip of a transferred loan is kept. */
function slipText(say: Speak, { payout, payment, verdict }: PaymentView): string | null {
  if (!payout || payment.source === "cash" || verdict !== "approved") return null;
  return say.t("payouts.slip.note", { requestNo: payout.contractNo });
}

/** Tells whose money it was: how much, from which balance to which, who two decided, and what to do if that is not so. */
export const paymentReceipt = card<PaymentView & { copy?: boolean }>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("payments.receipt.alt", { group: say.group(view.group) }),
  layout: (say, view) =>
    paymentLayout(say, view, {
      tellsFirst: true,
      title: say.t("payments.receipt.title", { member: view.member ? shortMember(say, view.member) : "" }),
      badge: view.copy ? badge(say, "cancelled", "payments.receipt.copy") : null,
      rows: voucherRows(say, view),
      notes: [decidedText(say, view), say.t("payments.receipt.note")],
    }),
});

interface Around {
  title: string;
  badge?: Badge | null;
  rows?: Row[];
  /** The first instalment is told also where there is little room. */
  tellsFirst?: true;
  notes: string[];
  buttons?: Buttons;
}

function paymentLayout(say: Speak, view: PaymentPlanView, around: Around): object {
  const { payment, member, savings, payout } = view;
  const change = savings && `${say.digits(savings.before)} → ${say.money(savings.after)}`;
  // Beside a warning of more than one thing there is no room for the sum in words, which the button says once more, nor for a withdrawal's source.
  const isFull = around.notes.length > 1 || (payout !== null && keepsBack(payout));
  // What a loan is for stood on its request; where it was transferred to, its borrower must read.
  const isOwnCash = around.tellsFirst && payment.source === "cash";
  // Beside an account and an old contract there is no room for the first instalment, which stands on her loan's card.
  const tellsFirst = !isFull || isOwnCash || (around.tellsFirst && payout !== null && !keepsBack(payout));
  const said = isFull && payout ? { ...payment, purpose: null, ...(isOwnCash ? { payee: null } : {}) } : payment;
  return figureLayout(say, {
    ...around,
    group: view.group,
    what: payout ? say.t("payouts.kind") : say.t(`payments.kinds.${payment.kind}`),
    figure: say.money(payment.amount),
    words: isFull ? null : say.words(payment.amount),
    rows: [
      ...(member ? [nameRow(say.t("payments.rows.member"), say.member(member))] : []),
      ...(change === null ? [] : [row(say.t("common.balances.special"), change)]),
      ...(payout ? keptRows(say, payout) : []),
      ...(payout && tellsFirst ? [firstRow(say, payout)] : []),
      ...(around.rows ?? []),
    ],
    notes: isFull && payment.kind === "withdrawal" ? around.notes : [detailText(say, said), ...around.notes],
  });
}

/** Who told the wish that it fulfils; her own is told by its day. */
function wishRows(say: Speak, { wish, payment }: PaymentPlanView): Row[] {
  if (payment.kind !== "withdrawal") return [];
  if (!wish) return [row(say.t("payments.rows.wish"), say.t("payments.noWish"))];
  const isOwn = wish.by.memberNo === payment.memberNo;
  return isOwn
    ? [row(say.t("payments.rows.wish"), say.shortDay(localDateOf(wish.at)))]
    : [nameRow(say.t("payments.rows.wishBy"), say.member(wish.by))];
}

/** Tells an auditor of money that left a passbook of which its owner hears nothing here. */
export function paymentUnheard(reader: Reader, view: PaymentView): messagingApi.TextMessage {
  const say = speak(reader);
  const { payment, member, paid } = view;
  const values = {
    what: say.t(`payments.kinds.${payment.kind}`),
    amount: say.money(payment.amount),
    member: member ? say.member(member) : "",
    voucher: paid?.receipt ?? "",
    decided: decidedText(say, view),
  };
  return textMessage([say.t("payments.unheard", values), unheardText(say, "told", view.unheard) ?? ""].join("\n"));
}

/** Contract, resolution, purpose, payee and where the money is taken from, as far as there are any. */
function detailText(say: Speak, { kind, contractNo, resolution, purpose, payee, source }: Payment): string {
  const movesInside = kind === "bankDeposit" || kind === "bankWithdrawal";
  return [
    contractNo && say.t("payments.details.contract", { contractNo }),
    resolution && say.t("payments.details.resolution", { resolution }),
    purpose,
    payee && say.t("payments.details.payee", { payee }),
    movesInside ? null : say.t(`payments.sources.${source}`),
  ]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

function voucherRows(say: Speak, { paid, payout }: PaymentView): Row[] {
  if (!paid) return [];
  if (payout && keepsBack(payout)) return [row(say.t("payments.rows.voucher"), `${paid.receipt} · ${paid.checkCode}`)];
  return [row(say.t("payments.rows.voucher"), paid.receipt), row(say.t("deposits.receipt.check"), paid.checkCode)];
}

/** Asks who gets the money of a voucher. */
export function askVoucherPayee(reader: Reader, view: { purpose: string }): messagingApi.TextMessage {
  return textMessage(speak(reader).t("payments.askPayee", view));
}
