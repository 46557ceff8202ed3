import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/payments/payment.json";
import type { YearMonth } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { card, privateAlt, textMessage } from "./card";
import { decidedText, verdictBadge } from "./decided";
import { figureLayout, type FigureCard } from "./figure-cards";
import { nameRow, row, waitsForText, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A change of a member's pledge; sums in satang a month. */
export interface PledgePlanView {
  group: GroupName;
  member: MemberName;
  before: Satang;
  pledge: Satang;
  /** The first month of the new pledge. */
  from: YearMonth;
  resolution: string | null;
}

/** The same once a second officer was asked. */
export interface PledgeChangeView extends PledgePlanView {
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: "open" | "approved" | "rejected";
  waitsFor: OfficerName[];
}

type Around = Pick<FigureCard, "title" | "buttons" | "badge"> & { rows?: Row[]; notes?: string[] };

function changeLayout(say: Speak, view: PledgePlanView, around: Around): object {
  const { resolution } = view;
  return figureLayout(say, {
    ...around,
    group: view.group,
    what: say.t("pledges.what"),
    figure: say.money(view.pledge),
    words: say.words(view.pledge),
    rows: [
      nameRow(say.t("payments.rows.member"), say.member(view.member)),
      row(say.t("pledges.before"), say.money(view.before)),
      row(say.t("pledges.from"), say.month(view.from)),
      ...(around.rows ?? []),
    ],
    notes: [resolution === null ? "" : say.t("payments.details.resolution", { resolution }), ...(around.notes ?? [])],
  });
}

/** The member's question before her wish is sent. */
export const pledgeWishConfirmation = card<PledgePlanView & { confirm: string; drop: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    changeLayout(say, view, {
      title: say.t("pledges.wish.title"),
      notes: [say.t("pledges.wish.note")],
      buttons: buttons(
        postback(view.confirm, say.t("pledges.wish.confirm")),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** Tells the member that the officers have her wish. */
export function pledgeWished(reader: Reader, view: { pledge: Satang }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("pledges.wish.sent", { amount: say.money(view.pledge) }));
}

/** The officers' card of a member's wish, with the way to put it to a second one. */
export const pledgeWish = card<PledgePlanView & { propose: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) =>
    say.t("pledges.wished.alt", { amount: say.money(view.pledge), member: say.nickname(view.member) }),
  layout: (say, view) =>
    changeLayout(say, view, {
      title: say.t("pledges.wished.title"),
      notes: [say.t("pledges.wished.note")],
      buttons: buttons(postback(view.propose, say.t("pledges.wished.propose"))),
    }),
});

/** The officer's question before a second officer is asked. */
export const pledgeConfirmation = card<PledgePlanView & { confirm: string; drop: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("pledges.confirmation.alt", { member: say.nickname(view.member) }),
  layout: (say, view) =>
    changeLayout(say, view, {
      title: say.t("pledges.confirmation.title"),
      notes: [say.t("pledges.confirmation.note")],
      buttons: buttons(
        postback(view.confirm, say.t("pledges.confirmation.confirm")),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** The second officer's question. */
export const pledgeRequest = card<PledgeChangeView & { approve: string; reject: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("pledges.request.alt", { by: say.officer(view.requestedBy) }),
  layout: (say, view) =>
    changeLayout(say, view, {
      title: say.t("pledges.request.title"),
      rows: [nameRow(say.t("pledges.askedBy"), say.officer(view.requestedBy))],
      buttons: buttons(
        postback(view.approve, say.t("pledges.request.confirm")),
        postback(view.reject, say.t("payments.request.reject")),
      ),
    }),
});

/** Tells officers and the member how the change stands: waiting, from which month it holds, or that nothing changes. */
export const pledgeDecided = card<PledgeChangeView>({
  name: "payments/payment",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    changeLayout(say, view, {
      title: say.t("pledges.decided.title"),
      badge: badge(say, verdictBadge[view.verdict], `pledges.decided.${view.verdict}.badge`),
      notes: [
        view.waitsFor.length > 0 ? say.t("payments.waitsFor", { names: waitsForText(say, view.waitsFor) }) : "",
        decidedText(say, view),
        say.t(`pledges.decided.${view.verdict}.meaning`),
      ],
    }),
});

/** Asks for the line again, with an example. */
export function askPledgeLine(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("pledges.line", { examples: say.t("errors.hints.pledge") }));
}
