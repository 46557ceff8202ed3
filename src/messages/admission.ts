import template from "../../flex-messages/payments/payment.json";
import type { MemberStatus } from "../domain/members/member";
import type { Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { card, textMessage } from "./card";
import { figureLayout } from "./figure-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A waiting member with her resolution, her entry fee in satang, and the status that follows from both. */
export interface AdmissionView {
  group: GroupName;
  member: MemberName;
  resolution: string;
  fee: Satang;
  feePaid: Satang;
  status: MemberStatus;
}

function rowsOf(say: Speak, { member, fee, feePaid }: AdmissionView): Row[] {
  const paid = feePaid >= fee ? "paid" : "owed";
  const text = fee === 0 ? say.t("admission.fee.none") : say.t(`admission.fee.${paid}`, { amount: say.money(fee) });
  return [nameRow(say.t("admission.member"), say.member(member)), row(say.t("common.purposes.entry-fee"), text)];
}

/** The officer's question before the admission is recorded: who, by which resolution, and whether the fee is still to come. */
export const admissionConfirmation = card<AdmissionView & { confirm: string; drop: string }>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("admission.confirmation.alt", { member: say.nickname(view.member) }),
  layout: (say, view) =>
    figureLayout(say, {
      group: view.group,
      title: say.t("admission.confirmation.title"),
      what: say.t("admission.what"),
      figure: say.t("admission.resolution", view),
      rows: rowsOf(say, view),
      notes: [say.t(view.status === "active" ? "admission.confirmation.atOnce" : "admission.confirmation.later")],
      buttons: buttons(
        postback(view.confirm, say.t("admission.confirmation.confirm")),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** Tells the officer, the other officers and herself how she stands: a member, or waiting for the fee. */
export const admissionStanding = card<AdmissionView>({
  name: "payments/payment",
  template,
  alt: (say, view) =>
    say.t(view.status === "active" ? "admission.active.alt" : "admission.waiting.alt", {
      member: say.nickname(view.member),
    }),
  layout: (say, view) => {
    const isIn = view.status === "active";
    return figureLayout(say, {
      group: view.group,
      title: say.t("admission.title"),
      badge: badge(say, isIn ? "done" : "waiting", isIn ? "admission.active.badge" : "admission.waiting.badge"),
      what: say.t("admission.what"),
      figure: say.t("admission.resolution", view),
      rows: rowsOf(say, view),
      notes: [say.t(isIn ? "admission.active.meaning" : "admission.waiting.meaning")],
    });
  },
});

/** Asks for the line that takes a waiting member in, with an example. */
export function askAdmissionLine(reader: Reader) {
  const say = speak(reader);
  return textMessage(say.t("admission.line", { example: say.t("errors.hints.admission") }));
}
