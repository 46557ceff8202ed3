import type { messagingApi } from "@line/bot-sdk";
import { totalOwed, type OwedSums, type SavingsSums } from "../domain/loans/set-off";
import { add } from "../domain/money";
import type { MemberName } from "../domain/people";
import { textMessage } from "./card";
import { decidedText } from "./decided";
import { twoOfficerCards, type DecisionView } from "./office-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { shortMember } from "./unheard";
import type { GroupName } from "./views";

/** A debt that its owner's savings pay. */
export interface SetOffPlanView {
  group: GroupName;
  member: MemberName;
  contractNo: string;
  resolution: string;
  owed: OwedSums;
  taken: SavingsSums;
  left: SavingsSums;
}

/** The same once it was asked for. */
export type SetOffView = SetOffPlanView & DecisionView & { done: { receipt: string; checkCode: string } | null };

/** The cards of a set-off. */
export const setOffCards = twoOfficerCards<SetOffPlanView>({ area: "setOff", rows: rowsOf });

function rowsOf(say: Speak, view: SetOffPlanView): Row[] {
  const { owed, taken, left } = view;
  const cost = add(owed.interest, owed.fine);
  const change = (what: "special" | "pledge") =>
    say.t("setOff.rows.change", { taken: say.digits(taken[what]), left: say.money(left[what]) });
  return [
    nameRow(say.t("payments.rows.member"), say.member(view.member)),
    row(say.t("setOff.rows.contract", view), say.money(totalOwed(owed))),
    ...(cost > 0 ? [row(say.t("setOff.rows.parts"), say.money(cost))] : []),
    ...(taken.special > 0 ? [row(say.t("common.balances.special"), change("special"))] : []),
    ...(taken.pledge > 0 ? [row(say.t("common.balances.pledge"), change("pledge"))] : []),
  ];
}

/** Tells whose savings paid her debt: how much of which, who decided, and what to do if that is not so. */
export function setOffTold(reader: Reader, view: SetOffView): messagingApi.TextMessage {
  const say = speak(reader);
  const { contractNo, resolution, owed, taken, left, done } = view;
  return textMessage(
    [
      say.t("setOff.told.what", {
        member: shortMember(say, view.member),
        contractNo,
        resolution,
        total: say.money(totalOwed(owed)),
      }),
      say.t("setOff.told.special", { taken: say.money(taken.special), left: say.money(left.special) }),
      say.t("setOff.told.pledge", { taken: say.money(taken.pledge), left: say.money(left.pledge) }),
      say.t("setOff.told.receipt", { receipt: done?.receipt ?? "", code: done?.checkCode ?? "" }),
      decidedText(say, view),
      say.t("setOff.told.wrong"),
    ].join("\n"),
  );
}

/** How a set-off is written. */
export function askSetOffLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("setOff.line"));
}
