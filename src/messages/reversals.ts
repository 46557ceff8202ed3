import type { messagingApi } from "@line/bot-sdk";
import askedTemplate from "../../flex-messages/reversals/reversal-asked.json";
import confirmationTemplate from "../../flex-messages/reversals/reversal-confirmation.json";
import decidedTemplate from "../../flex-messages/reversals/reversal-decided.json";
import doneTemplate from "../../flex-messages/reversals/reversal-done.json";
import requestTemplate from "../../flex-messages/reversals/reversal-request.json";
import type {
  DepositLine,
  ReversalDecidedView,
  ReversalDoneView,
  ReversalRequestView,
} from "../domain/notice-views";
import { buttons, postback, quickText } from "./actions";
import { badge } from "./badges";
import { card, textMessage } from "./card";
import { changeRows, purposeRows, totalOf } from "./rows";
import { speak, type MemberName, type Name, type Officer, type Reader } from "./speak";

/** A receipt that somebody wants to take back. */
export interface ReversalSubject {
  groupName: Name;
  member: MemberName;
  receipt: string;
  receiptAt: Date;
  postedBy: Officer;
  lines: DepositLine[];
}

/** Asks the first officer why; the usual reasons are quick replies, any other text is a reason too. */
export function reversalReason(reader: Reader, view: ReversalSubject): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { receipt: view.receipt, member: say.member(view.member), amount: say.money(totalOf(view.lines)) };
  const reasons = (["amount", "person", "purpose", "twice"] as const).map((key) =>
    quickText(say.t(`reversals.reasons.${key}`)),
  );
  return textMessage(say.t("reversals.askReason", values), reasons);
}

/** The first officer's question before a second officer is asked. */
export interface ReversalConfirmationView extends ReversalSubject {
  reason: string;
  /** Postback data of the two buttons. */
  confirm: string;
  drop: string;
}

/** The first officer confirms that the entry is wrong; nothing changes before a second officer agrees. */
export const reversalConfirmation = card<ReversalConfirmationView>({
  name: "reversals/reversal-confirmation",
  template: confirmationTemplate,
  alt: (say, view) => say.t("reversals.confirmation.alt", { receipt: view.receipt }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    amount: say.money(totalOf(view.lines)),
    words: say.words(totalOf(view.lines)),
    receipt: view.receipt,
    member: say.member(view.member),
    receiptAt: say.instant(view.receiptAt),
    postedBy: say.officer(view.postedBy),
    sums: purposeRows(say, view.lines),
    reason: view.reason,
    buttons: buttons(
      postback(view.confirm, say.t("reversals.confirmation.confirm")),
      postback(view.drop, say.t("common.buttons.drop")),
    ),
  }),
});

/** The second officer's question: who asks, which receipt, why. */
export const reversalRequest = card<ReversalRequestView>({
  name: "reversals/reversal-request",
  template: requestTemplate,
  alt: (say, view) => say.t("reversals.request.alt", { receipt: view.receipt, by: say.officer(view.askedBy) }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    amount: say.money(totalOf(view.lines)),
    words: say.words(totalOf(view.lines)),
    receipt: view.receipt,
    member: say.member(view.member),
    receiptAt: say.instant(view.receiptAt),
    postedBy: say.officer(view.postedBy),
    sums: purposeRows(say, view.lines),
    reason: view.reason,
    askedBy: say.officer(view.askedBy),
    buttons: buttons(
      postback(view.confirm, say.t("reversals.request.confirm")),
      postback(view.reject, say.t("reversals.request.reject")),
    ),
  }),
});

/** What the first officer sees while it waits. */
export interface ReversalAskedView extends ReversalSubject {
  reason: string;
  /** Who may answer. */
  waitsFor: Officer[];
}

/** Tells the first officer that it was sent and for whom it waits. */
export const reversalAsked = card<ReversalAskedView>({
  name: "reversals/reversal-asked",
  template: askedTemplate,
  alt: (say, view) => say.t("reversals.asked.alt", { receipt: view.receipt }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    badge: badge(say, "waiting", "reversals.asked.badge"),
    amount: say.money(totalOf(view.lines)),
    receipt: view.receipt,
    member: say.member(view.member),
    reason: view.reason,
    waitsFor: view.waitsFor.map((officer) => say.officer(officer)).join(", "),
    buttons: buttons(null),
  }),
});

/** Tells the member which receipt no longer counts, why, who two decided, and the balance before and after. */
export const reversalDone = card<ReversalDoneView>({
  name: "reversals/reversal-done",
  template: doneTemplate,
  alt: (say, view) => {
    const amount = say.money(totalOf(view.lines));
    return say.t("reversals.done.alt", { receipt: view.receipt, amount, group: say.name(view.groupName) });
  },
  layout: (say, view) => ({
    group: say.name(view.groupName),
    badge: badge(say, "cancelled", "reversals.done.badge"),
    amount: say.money(totalOf(view.lines)),
    words: say.words(totalOf(view.lines)),
    receipt: view.receipt,
    member: say.member(view.member),
    reason: view.reason,
    askedBy: say.officer(view.askedBy),
    confirmedBy: say.officer(view.confirmedBy),
    at: say.instant(view.at),
    changes: changeRows(say, view.lines),
    buttons: buttons(null),
  }),
});

/** Tells the first officer what the second decided. */
export const reversalDecided = card<ReversalDecidedView>({
  name: "reversals/reversal-decided",
  template: decidedTemplate,
  alt: (say, { receipt, accepted }) => say.t(`reversals.decided.${accepted ? "altYes" : "altNo"}`, { receipt }),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    badge: view.accepted
      ? badge(say, "done", "reversals.decided.badgeYes")
      : badge(say, "refused", "reversals.decided.badgeNo"),
    amount: say.money(view.amount),
    receipt: view.receipt,
    member: say.member(view.member),
    by: say.officer(view.by),
    at: say.instant(view.at),
    meaning: say.t(`reversals.decided.${view.accepted ? "meaningYes" : "meaningNo"}`),
    buttons: buttons(null),
  }),
});
