import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/payments/payment.json";
import type { Incoming } from "../domain/incomings/incoming";
import type { AccountCode } from "../domain/ledger/accounts";
import type { OfficerName } from "../domain/people";
import { buttons, postback, quickPostback } from "./actions";
import { card, textMessage } from "./card";
import { figureLayout, type FigureCard } from "./figure-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** Money that no member hands over. */
export interface IncomingPlanView {
  group: GroupName;
  incoming: Incoming;
  /** Where it stands in the books. */
  account: AccountCode;
}

/** The same once it is recorded. */
export interface IncomingReceiptView extends IncomingPlanView {
  receipt: string;
  at: Date;
  by: OfficerName;
  checkCode: string;
  /** Postback data of [แก้รายการที่ลงผิด]. */
  reverse: string;
  /** A further showing of a receipt that the reader may have had already. */
  copy?: boolean;
}

function layoutOf(
  say: Speak,
  view: IncomingPlanView,
  around: Pick<FigureCard, "title" | "buttons" | "notes"> & { rows: Row[] },
): object {
  const { kind, amount, note, into } = view.incoming;
  return figureLayout(say, {
    ...around,
    group: view.group,
    what: say.t(`incomings.kinds.${kind}`),
    figure: say.money(amount),
    words: say.words(amount),
    rows: [nameRow(say.t("incomings.account"), say.t(`accounts.${view.account}`)), ...around.rows],
    notes: [
      [say.t(`incomings.into.${into}`), note].filter((part) => part !== null).join(" · "),
      ...(around.notes ?? []),
    ],
  });
}

/** The officer's question before it is recorded. */
export const incomingConfirmation = card<
  IncomingPlanView & { already: { receipt: string; at: Date } | null; confirm: string; drop: string }
>({
  name: "payments/payment",
  template,
  alt: (say, view) => say.t("incomings.confirmation.alt", { amount: say.money(view.incoming.amount) }),
  layout: (say, view) =>
    layoutOf(say, view, {
      title: say.t("deposits.confirmation.title"),
      rows: [],
      notes: [
        ...(view.already
          ? [say.t("incomings.already", { at: say.instant(view.already.at), receipt: view.already.receipt })]
          : []),
        ...(view.incoming.kind === "suspense" ? [say.t("incomings.waits")] : []),
      ],
      buttons: buttons(
        postback(
          view.confirm,
          say.t("deposits.confirmation.confirm", { amount: say.money(view.incoming.amount) }),
          say.t("deposits.confirmation.confirmLong"),
        ),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    }),
});

/** The receipt of money that no member handed over, for the officer who took it. */
export const incomingReceipt = card<IncomingReceiptView>({
  name: "payments/payment",
  template,
  alt: (say, view) =>
    say.t(view.copy ? "deposits.receipt.altCopy" : "incomings.receipt.alt", {
      amount: say.money(view.incoming.amount),
      receipt: view.receipt,
    }),
  layout: (say, view) =>
    layoutOf(say, view, {
      title: say.t("deposits.receipt.title"),
      rows: [
        row(say.t("deposits.receipt.no"), view.receipt),
        row(say.t("deposits.receipt.at"), say.instant(view.at)),
        nameRow(say.t("deposits.receipt.postedBy"), say.officer(view.by)),
        row(say.t("deposits.receipt.check"), view.checkCode),
      ],
      notes: view.copy ? [say.t("deposits.receipt.copy")] : [],
      buttons: buttons(null, postback(view.reverse, say.t("common.buttons.reverse"))),
    }),
});

/** Asks where the money is, where the line does not say. */
export function askIncomingPlace(reader: Reader, view: { cash: string; bank: string }): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("incomings.where"), [
    quickPostback(view.cash, say.t("incomings.places.cash")),
    quickPostback(view.bank, say.t("incomings.places.bank")),
  ]);
}

/** Asks for the line again, with examples. */
export function askIncomingLine(reader: Reader): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("incomings.line", { examples: say.t("errors.hints.incoming") }));
}
