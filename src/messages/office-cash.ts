import type { messagingApi } from "@line/bot-sdk";
import type { LocalDate } from "../domain/dates";
import { buttons, postback } from "./actions";
import { textMessage } from "./card";
import type { DepositReceiptView } from "./deposits";
import { officeCard, twoOfficerCards } from "./office-cards";
import { row } from "./rows";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** The day on which the desk takes cash although it is no working day. */
export interface OfficeCashPlanView {
  group: GroupName;
  on: LocalDate;
}

/** The cards of opening the desk for cash. */
export const officeCashCards = twoOfficerCards<OfficeCashPlanView>({
  area: "officeCash",
  rows: (say, { on }) => [row(say.t("officeCash.rows.on"), say.day(on))],
});

/** The question before the desk is closed for cash by hand. */
export const officeCashEnd = officeCard<OfficeCashPlanView & { confirm: string; drop: string }>(
  (say) => say.t("officeCash.close.alt"),
  (say, view) => ({
    title: say.t("officeCash.close.title"),
    rows: [row(say.t("officeCash.rows.on"), say.day(view.on))],
    notes: [say.t("officeCash.close.note")],
    buttons: buttons(
      postback(view.confirm, say.t("officeCash.close.confirm")),
      postback(view.drop, say.t("officeCash.close.drop")),
    ),
  }),
);

/** Tells that the desk is closed for cash. */
export function officeCashEnded(reader: Reader, { on }: OfficeCashPlanView): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(say.t("officeCash.close.done", { on: say.day(on) }));
}

/** Tells an auditor of one receipt of cash outside a working day. */
export function officeCashReceived(reader: Reader, view: DepositReceiptView): messagingApi.TextMessage {
  const say = speak(reader);
  return textMessage(
    say.t("officeCash.received", {
      receipt: view.receipt,
      member: say.member(view.member),
      amount: say.money(view.total),
      at: say.instant(view.at),
      by: say.officer(view.by),
    }),
  );
}
