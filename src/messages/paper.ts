import type { messagingApi } from "@line/bot-sdk";
import type { Satang } from "../domain/money";
import type { Payment } from "../domain/payments/payment";
import type { OfficerName } from "../domain/people";
import { buttons, postback, type Buttons } from "./actions";
import { textMessage, type Card } from "./card";
import { cut } from "./labels";
import { officeCard } from "./office-cards";
import { nameRow, row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A request whose second officer signs on paper. */
export interface PaperView {
  group: GroupName;
  what: { payment: Payment } | { receipt: string };
  amount: Satang;
  second: OfficerName;
  reason: string;
  requestedBy: OfficerName | null;
}

/** A reason longer than this is cut on a card; the request keeps it whole. */
const shownReason = 60;

function stage<View extends PaperView>(
  name: "naming" | "named" | "request" | "confirmation",
  own: (say: Speak, view: View) => Buttons,
): Card<View> {
  return officeCard<View>(
    (say) => say.t(`paper.${name}.alt`),
    (say, view) => ({
      title: say.t(`paper.${name}.title`),
      rows: [
        row(say.t("paper.rows.what"), whatText(say, view)),
        row(say.t("paper.rows.amount"), say.money(view.amount)),
        nameRow(say.t("paper.rows.second"), say.officer(view.second)),
        nameRow(say.t("paper.rows.askedBy"), say.officer(view.requestedBy)),
      ],
      notes: [say.t("paper.because", { reason: cut(view.reason, shownReason) }), say.t(`paper.${name}.note`)],
      buttons: own(say, view),
    }),
  );
}

function whatText(say: Speak, { what }: PaperView): string {
  if ("receipt" in what) return say.t("paper.receipt", { receipt: what.receipt });
  return say.t(`payments.kinds.${what.payment.kind}`);
}

/** The first officer's question before the others are asked to photograph the paper. */
export const paperNaming = stage<PaperView & { confirm: string; drop: string }>("naming", (say, view) =>
  buttons(postback(view.confirm, say.t("paper.naming.confirm")), postback(view.drop, say.t("common.buttons.drop"))),
);

/** Tells the first officer that it waits for a third one's photo. */
export const paperNamed = stage<PaperView>("named", () => buttons(null));

/** Asks a third officer to photograph the signed paper. */
export const paperRequest = stage<PaperView & { photograph: string }>("request", (say, view) =>
  buttons(postback(view.photograph, say.t("paper.request.photograph"))),
);

/** The third officer's question when the photo is kept. */
export const paperConfirmation = stage<PaperView & { confirm: string; drop: string }>("confirmation", (say, view) =>
  buttons(
    postback(view.confirm, say.t("paper.confirmation.confirm")),
    postback(view.drop, say.t("common.buttons.drop")),
  ),
);

/** How the line is written that names who signs on paper. */
export function askPaperLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("paper.line"));
}

/** Asks for the photo. */
export function askPaperPhoto(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("paper.sendPhoto"));
}
