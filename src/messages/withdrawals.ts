import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/payments/payment.json";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import type { WithdrawalState } from "../domain/savings/withdrawal-request";
import { buttons, postback, quickPostback, quickText } from "./actions";
import { badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { figureLayout, type FigureCard } from "./figure-cards";
import { shortName } from "./labels";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A member's wish to have special savings back, before it is sent. */
export interface WithdrawalPlanView {
  group: GroupName;
  member: MemberName;
  amount: Satang;
  /** Special savings before and after, in satang; null once it has ended. */
  savings: { before: Satang; after: Satang } | null;
}

/** The same once it was sent. */
export interface WithdrawalView extends WithdrawalPlanView {
  /** Who asked in her name; null where she did so herself. */
  askedFor: MemberName | null;
  askedAt: Date;
  state: WithdrawalState;
  endedBy: OfficerName | null;
  endedAt: Date | null;
  reason: string | null;
}

function layoutOf(
  say: Speak,
  view: WithdrawalPlanView,
  around: Pick<FigureCard, "title"> & Partial<FigureCard>,
): object {
  const { savings } = view;
  const change = savings && `${say.digits(savings.before)} → ${say.money(savings.after)}`;
  const rows: Row[] = [
    nameRow(say.t("payments.rows.member"), say.member(view.member)),
    ...(change === null ? [] : [row(say.t("common.balances.special"), change)]),
    ...(around.rows ?? []),
  ];
  return figureLayout(say, {
    ...around,
    group: view.group,
    what: say.t("payments.kinds.withdrawal"),
    figure: say.money(view.amount),
    words: say.words(view.amount),
    rows,
  });
}

/** Her question before the wish is sent. */
export const withdrawalConfirmation = card<WithdrawalPlanView & { confirm: string; drop: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    layoutOf(say, view, {
      title: say.t("withdrawals.confirmation.title"),
      notes: [say.t("withdrawals.confirmation.note")],
      buttons: buttons(
        postback(
          view.confirm,
          say.t("withdrawals.confirmation.confirm", { amount: say.money(view.amount) }),
          say.t("withdrawals.confirmation.confirmLong"),
        ),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

const badges = { open: "waiting", paid: "done", refused: "refused", withdrawn: "cancelled" } as const;

/** How a wish stands: for her with the way to give it up while it waits, for an officer without. */
export const withdrawalStanding = card<WithdrawalView & { cancel?: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    layoutOf(say, view, {
      title: say.t("withdrawals.standing.title"),
      badge: badge(say, badges[view.state], `withdrawals.${view.state}.badge`),
      notes: [askedText(say, view), refusedText(say, view), say.t(`withdrawals.${view.state}.meaning`)],
      buttons: buttons(
        null,
        view.cancel !== undefined && view.state === "open"
          ? postback(view.cancel, say.t("withdrawals.standing.cancel"))
          : null,
      ),
    }),
});

function askedText(say: Speak, { askedFor, askedAt }: WithdrawalView): string {
  const values = { at: say.instant(askedAt), by: askedFor ? shortName(say.member(askedFor)) : "" };
  return say.t(askedFor ? "withdrawals.askedFor" : "withdrawals.askedAt", values);
}

function refusedText(say: Speak, { reason, endedBy }: WithdrawalView): string {
  return reason === null ? "" : say.t("withdrawals.refusedBy", { reason, by: shortName(say.officer(endedBy)) });
}

/** The treasurer's card: who wishes for how much; paying opens the payment of two officers. */
export const withdrawalRequest = card<WithdrawalView & { payCash: string; payBank: string; refuse: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) =>
    say.t("withdrawals.request.alt", { amount: say.money(view.amount), member: say.nickname(view.member) }),
  layout: (say, view) =>
    layoutOf(say, view, {
      title: say.t("withdrawals.request.title"),
      notes: [askedText(say, view), say.t("withdrawals.request.note")],
      buttons: buttons(
        postback(view.payCash, say.t("withdrawals.request.cash")),
        postback(view.payBank, say.t("withdrawals.request.bank")),
        postback(view.refuse, say.t("withdrawals.request.refuse")),
      ),
    }),
});

/** Asks how much she wants back; `all` is the data of everything that there is. */
export function askWithdrawalSum(
  reader: Reader,
  view: { member: MemberName; held: Satang; all: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const held = say.money(view.held);
  return textMessage(say.t("withdrawals.howMuch", { member: say.member(view.member), held }), [
    quickPostback(view.all, say.t("withdrawals.all", { held })),
  ]);
}

/** Asks the treasurer why a wish is not paid: she chooses or writes a reason. */
export function askRefusalReason(
  reader: Reader,
  view: { member: MemberName; amount: Satang },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { member: say.member(view.member), amount: say.money(view.amount) };
  const reasons = (["comeToTable", "noCash", "talkFirst"] as const).map((key) =>
    quickText(say.t(`withdrawals.reasons.${key}`)),
  );
  return textMessage(say.t("withdrawals.why", values), reasons);
}
