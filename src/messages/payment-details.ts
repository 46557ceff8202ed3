import type { messagingApi } from "@line/bot-sdk";
import type { PaymentChange } from "../domain/groups/payment-details";
import type { OfficerName } from "../domain/people";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { textMessage } from "./card";
import { officeCard, twoOfficerCards } from "./office-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

type Change = Omit<PaymentChange, "approvalId">;

/** A change of where members transfer, before anybody is asked. */
export interface PaymentChangePlanView {
  group: GroupName;
  change: Change;
  before: string | null;
}

/** A change that is to be stopped, or was. */
export interface StoppedChangeView {
  group: GroupName;
  change: Change;
  stoppedBy: OfficerName | null;
}

/** What every member hears: the change that comes, or that it was stopped. */
export interface ToldChangeView {
  group: GroupName;
  change: Change;
  isStopped: boolean;
}

/** The cards of a change of where members transfer. */
export const paymentChangeCards = twoOfficerCards<PaymentChangePlanView>({
  area: "paymentDetails",
  rows: (say, { change, before }) => [
    ...changeRows(say, change),
    ...(before === null ? [] : [nameRow(say.t("paymentDetails.rows.before"), before)]),
  ],
  // Villages lost money into accounts of one person's own name.
  notes: (say, { group, change }) =>
    namesGroup(change.accountName, group) ? [] : [say.t("paymentDetails.notTheGroup", { name: change.accountName })],
});

const bare = (name: string): string => name.replace(/กลุ่มออมทรัพย์(?:เพื่อการผลิต)?|กลุ่ม|บ้าน|\s/g, "");

/** Whether the account bears the group's name, as banks write it. */
function namesGroup(accountName: string, { name }: GroupName): boolean {
  return /กลุ่ม|กองทุน/.test(accountName) && accountName.replace(/\s/g, "").includes(bare(name.th));
}

function changeRows(say: Speak, { way, value, accountName, from }: Change): Row[] {
  return [
    row(say.t(`paymentDetails.rows.${way}`), value),
    nameRow(say.t("paymentDetails.rows.name"), accountName),
    row(say.t("paymentDetails.rows.from"), say.day(from)),
  ];
}

/** The question before an officer stops a change. */
export const paymentStop = officeCard<StoppedChangeView & { confirm: string; drop: string }>(
  (say) => say.t("paymentDetails.stop.alt"),
  (say, view) => ({
    title: say.t("paymentDetails.stop.title"),
    rows: changeRows(say, view.change),
    notes: [say.t("paymentDetails.stop.note")],
    buttons: buttons(
      postback(view.confirm, say.t("paymentDetails.stop.confirm")),
      postback(view.drop, say.t("paymentDetails.stop.drop")),
    ),
  }),
);

/** Tells officers that a change was stopped, and by whom. */
export const paymentStopped = officeCard<StoppedChangeView>(
  (say) => say.t("paymentDetails.stopped.alt"),
  (say, view) => ({
    title: say.t("paymentDetails.stopped.title"),
    badge: badge(say, "cancelled", "paymentDetails.stopped.badge"),
    rows: [
      ...changeRows(say, view.change),
      nameRow(say.t("paymentDetails.rows.stoppedBy"), say.officer(view.stoppedBy)),
    ],
    notes: [say.t("paymentDetails.stopped.note")],
  }),
);

/** Tells a member where she is to transfer from which day on, or that nothing changes after all. */
export const paymentChangeTold = officeCard<ToldChangeView>(
  (say, view) => say.t(`paymentDetails.told.${view.isStopped ? "stopped" : "coming"}.alt`),
  (say, view) => {
    const key = view.isStopped ? "stopped" : "coming";
    return {
      title: say.t(`paymentDetails.told.${key}.title`),
      rows: changeRows(say, view.change),
      notes: [say.t(`paymentDetails.told.${key}.note`)],
    };
  },
);

/** How such a line is written. */
export function askPaymentDetailsLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("paymentDetails.line"));
}
