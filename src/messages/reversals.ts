import type { messagingApi } from "@line/bot-sdk";
import afterClosingTemplate from "../../flex-messages/reversals/reversal-after-closing.json";
import askedTemplate from "../../flex-messages/reversals/reversal-asked.json";
import confirmationTemplate from "../../flex-messages/reversals/reversal-confirmation.json";
import decidedTemplate from "../../flex-messages/reversals/reversal-decided.json";
import doneTemplate from "../../flex-messages/reversals/reversal-done.json";
import requestTemplate from "../../flex-messages/reversals/reversal-request.json";
import type { LocalDate } from "../domain/dates";
import type { AccountCode } from "../domain/ledger/accounts";
import type { EntryKind } from "../domain/ledger/journal-entry";
import type { Satang } from "../domain/money";
import { incomingKindOf } from "../domain/incomings/incoming";
import { paymentKindOf } from "../domain/payments/payment";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback, quickText } from "./actions";
import { answererText, verdictBadge } from "./decided";
import { badge } from "./badges";
import { card, textMessage } from "./card";
import { shortName } from "./labels";
import { purposeOf } from "../domain/savings/deposit";
import { changeRows, waitsForText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { unheardText, type UnheardView } from "./unheard";
import type { GroupName } from "./views";

/** A receipt that is to be taken back: whose, how much, when and by whom it was posted. */
export interface ReversalSubject {
  group: GroupName;
  receipt: string;
  /** Whose passbook it is about; null where it is about none. */
  member: MemberName | null;
  /** What the voucher says it was for. */
  purpose: string | null;
  kind: EntryKind;
  total: Satang;
  at: Date;
  by: OfficerName | null;
  /** Who hears of it in the place of an owner who does not. */
  unheard: UnheardView | null;
}

/** The same with the reason and who asks. */
export interface ReversalView extends ReversalSubject {
  reason: string;
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  /** Who photographed the paper on which the second officer signed; left out where she pressed a button. */
  photographedBy?: OfficerName;
  /** The member's balances before and after; left out or empty where nothing was posted. */
  changes?: { code: AccountCode; amount: Satang; before: Satang; after: Satang }[];
}

/** Asks the first officer why; the usual reasons are quick replies, any other text is a reason too. */
export function reversalReason(reader: Reader, view: ReversalSubject): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { receipt: view.receipt, member: whoseText(say, view), amount: say.money(view.total) };
  const reasons = (["amount", "person", "purpose", "twice"] as const).map((key) =>
    quickText(say.t(`reversals.reasons.${key}`)),
  );
  return textMessage(say.t("reversals.askReason", values), reasons);
}

/** The first officer confirms that the entry is wrong; nothing changes before a second officer agrees. */
export const reversalConfirmation = card<ReversalSubject & { reason: string; confirm: string; drop: string }>({
  name: "reversals/reversal-confirmation",
  template: confirmationTemplate,
  alt: (say, view) => say.t("reversals.confirmation.alt", { receipt: view.receipt }),
  layout: (say, view) => ({
    ...subject(say, view),
    words: say.words(view.total),
    reason: view.reason,
    buttons: buttons(
      postback(view.confirm, say.t("reversals.confirmation.confirm")),
      postback(view.drop, say.t("common.buttons.drop")),
    ),
  }),
});

/** The second officer's question: who asks, which receipt, why. */
export const reversalRequest = card<
  Omit<ReversalView, "decidedBy" | "decidedAt"> & { approve: string; reject: string }
>({
  name: "reversals/reversal-request",
  template: requestTemplate,
  alt: (say, view) => say.t("reversals.request.alt", { receipt: view.receipt, by: say.officer(view.requestedBy) }),
  layout: (say, view) => ({
    ...subject(say, view),
    // Beside who hears in the owner's place there is no room for the sum in words.
    words: view.unheard ? null : say.words(view.total),
    reason: view.reason,
    requestedBy: say.officer(view.requestedBy),
    note: unheardText(say, "takeBack", view.unheard) ?? say.t("reversals.request.note"),
    buttons: buttons(
      postback(view.approve, say.t("reversals.request.confirm")),
      postback(view.reject, say.t("reversals.request.reject")),
    ),
  }),
});

/** Whose money it was, and what was paid, where it was a payment. */
function whoseText(
  say: Speak,
  { member, purpose, kind }: Pick<ReversalSubject, "member" | "purpose" | "kind">,
): string {
  const paid = paymentKindOf(kind);
  const came = incomingKindOf(kind);
  const what = paid
    ? (purpose ?? say.t(`payments.kinds.${paid}`))
    : came && [say.t(`incomings.kinds.${came}`), purpose].filter((part) => part !== null).join(" · ");
  return [what, member && say.member(member)].filter((part) => part !== null).join(" · ");
}

function subject(say: Speak, view: ReversalSubject) {
  return {
    group: say.group(view.group),
    receipt: view.receipt,
    member: whoseText(say, view),
    total: say.money(view.total),
    posted: say.t("reversals.posted", { at: say.instant(view.at), by: shortName(say.officer(view.by)) }),
  };
}

/** What the first officer sees while it waits. */
export interface ReversalAskedView extends Pick<
  ReversalView,
  "group" | "receipt" | "member" | "purpose" | "kind" | "total" | "reason"
> {
  /** Who may answer, where known. */
  waitsFor: OfficerName[];
}

/** Tells the first officer that it was sent and for whom it waits. */
export const reversalAsked = card<ReversalAskedView>({
  name: "reversals/reversal-asked",
  template: askedTemplate,
  alt: (say, view) => say.t("reversals.asked.alt", { receipt: view.receipt }),
  layout: (say, view) => ({
    group: say.group(view.group),
    badge: badge(say, "waiting", "reversals.asked.badge"),
    total: say.money(view.total),
    receipt: view.receipt,
    member: whoseText(say, view),
    reason: view.reason,
    waitsFor: view.waitsFor.length > 0 ? waitsForText(say, view.waitsFor) : null,
    buttons: buttons(null),
  }),
});

/** Tells the member which receipt no longer counts, how much, her balance before and after, why, and who two decided. */
export const reversalDone = card<ReversalView & { copy?: boolean }>({
  name: "reversals/reversal-done",
  template: doneTemplate,
  alt: (say, view) => {
    const values = { receipt: view.receipt, amount: say.money(view.total), group: say.group(view.group) };
    return say.t("reversals.done.alt", values);
  },
  layout: (say, view) => ({
    group: say.group(view.group),
    badge: badge(say, "cancelled", view.copy ? "reversals.done.copy" : "reversals.done.badge"),
    total: say.money(view.total),
    words: say.words(view.total),
    receipt: view.receipt,
    changes: changeRows(
      say,
      (view.changes ?? []).map(({ code, amount, ...change }) => ({ purpose: purposeOf(code), amount, change })),
    ),
    member: whoseText(say, view),
    reason: view.reason,
    decided: decidedText(say, view),
    buttons: buttons(null),
  }),
});

function decidedText(say: Speak, view: ReversalView): string {
  const values = {
    asker: shortName(say.officer(view.requestedBy)),
    confirmer: answererText(say, view),
    at: view.decidedAt ? say.instant(view.decidedAt) : "",
  };
  return say.t("reversals.done.decided", values).trimEnd();
}

/** A reversal of a receipt whose day had been closed and reported. */
export interface ReversalAfterClosingView extends ReversalView {
  /** The working day in whose report the receipt was counted. */
  on: LocalDate;
}

/** Tells an auditor at once that a total which a day's report told is no longer so. */
export const reversalAfterClosing = card<ReversalAfterClosingView>({
  name: "reversals/reversal-after-closing",
  template: afterClosingTemplate,
  alt: (say, view) =>
    say.t("reversals.afterClosing.alt", {
      receipt: view.receipt,
      amount: say.money(view.total),
      on: say.day(view.on),
    }),
  layout: (say, view) => ({
    group: say.group(view.group),
    badge: badge(say, "cancelled", "reversals.done.badge"),
    member: whoseText(say, view),
    total: say.money(view.total),
    words: say.words(view.total),
    receipt: view.receipt,
    on: say.day(view.on),
    reason: view.reason,
    decided: decidedText(say, view),
    buttons: buttons(null),
  }),
});

/** Tells an auditor of a reversal in a passbook of which its owner hears nothing here. */
export function reversalUnheard(reader: Reader, view: ReversalView): messagingApi.TextMessage {
  const say = speak(reader);
  const { receipt, reason, total } = view;
  const values = {
    receipt,
    reason,
    amount: say.money(total),
    member: whoseText(say, view),
    decided: decidedText(say, view),
  };
  return textMessage([say.t("reversals.unheard", values), unheardText(say, "told", view.unheard) ?? ""].join("\n"));
}

/** The verdict of the second officer. */
export interface ReversalDecidedView extends ReversalView {
  verdict: "open" | "approved" | "rejected";
}

/** Tells either officer what was decided: confirmed, not confirmed, or still open. */
export const reversalDecided = card<ReversalDecidedView>({
  name: "reversals/reversal-decided",
  template: decidedTemplate,
  alt: (say, { receipt, verdict }) => say.t(`reversals.decided.${verdict}.alt`, { receipt }),
  layout: (say, view) => ({
    group: say.group(view.group),
    badge: badge(say, verdictBadge[view.verdict], `reversals.decided.${view.verdict}.badge`),
    total: say.money(view.total),
    receipt: view.receipt,
    member: whoseText(say, view),
    decidedBy: view.decidedBy && say.officer(view.decidedBy),
    decidedAt: view.decidedAt && say.instant(view.decidedAt),
    meaning: say.t(`reversals.decided.${view.verdict}.meaning`),
    buttons: buttons(null),
  }),
});
