import type { messagingApi } from "@line/bot-sdk";
import type { OfficeChange } from "../domain/groups/office-change";
import type { MemberName } from "../domain/people";
import { textMessage } from "./card";
import { twoOfficerCards, type DecisionView } from "./office-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A change of officers before anybody is asked. */
export interface OfficeChangePlanView {
  group: GroupName;
  change: OfficeChange;
  out: MemberName | null;
  taker: MemberName | null;
  /** Whether rights pass only when cash and bank passbook were counted and signed for. */
  handOver: boolean;
}

/** A change of officers that was asked for. */
export type OfficeChangeView = OfficeChangePlanView & DecisionView;

/** The cards of a change of officers. */
export const officeChangeCards = twoOfficerCards<OfficeChangePlanView>({
  area: "officers",
  rows: changeRows,
  notes: (say, { handOver }) => (handOver ? [say.t("officers.needsHandOver")] : []),
});

function changeRows(say: Speak, { change, out, taker }: OfficeChangePlanView): Row[] {
  return [
    row(say.t("officers.rows.office"), say.position(change.position, change.committee)),
    ...(out ? [nameRow(say.t("officers.rows.out"), say.member(out))] : []),
    ...(taker ? [nameRow(say.t("officers.rows.taker"), say.member(taker))] : []),
    row(say.t("officers.rows.resolution"), change.resolution),
  ];
}

/** How such a line is written. */
export function askOfficeLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("officers.line"));
}
