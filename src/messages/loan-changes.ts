import type { messagingApi } from "@line/bot-sdk";
import type { LoanChangePlan, NewContract } from "../domain/loans/changes/change";
import type { ScheduleSummary } from "../domain/loans/schedule/summary";
import { satang, sum } from "../domain/money";
import { interestWordOf, type InterestWorded } from "../domain/rules/interest-word";
import { textMessage } from "./card";
import { decidedText } from "./decided";
import { shortName } from "./labels";
import { instalmentsText } from "./loan-request-rows";
import { twoOfficerCards, type DecisionView } from "./office-cards";
import { nameRow, row, type Row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import { shortMember } from "./unheard";
import type { GroupName } from "./views";

/** A change of a loan contract. */
export type LoanChangePlanView = LoanChangePlan & { group: GroupName & InterestWorded };

/** The same once it was asked for. */
export type LoanChangeView = LoanChangePlanView &
  DecisionView & { done: { receipt: string; checkCode: string } | null };

/** The cards of a change of a contract. */
export const loanChangeCards = twoOfficerCards<LoanChangePlanView>({
  area: "loanChanges",
  rows: rowsOf,
  notes: (say, { kind }) => [say.t(`loanChanges.signed.${kind}`)],
});

const kindText = (say: Speak, { kind, graceMonths }: LoanChangePlanView): string =>
  say.t(`loanChanges.kinds.${kind}`, { months: graceMonths ?? 0 });

function rowsOf(say: Speak, view: LoanChangePlanView): Row[] {
  const { kind, member, contractNo, resolution, owed, waived, stays, begun } = view;
  const cost = sum([waived.interest, waived.fine]);
  return [
    nameRow(say.t("payments.rows.member"), say.member(member)),
    row(kindText(say, view), say.t("loanChanges.rows.of", { contractNo, resolution })),
    ...(kind === "write-off" ? [row(say.t("loanChanges.rows.lost"), say.money(owed.principal))] : []),
    ...(stays > 0 ? [row(say.t("loanChanges.rows.stays"), say.money(stays))] : []),
    ...(begun ? begunRows(say, view, begun) : []),
    ...(cost > 0 ? [nameRow(say.t("loanChanges.rows.waived"), costText(say, view, waived))] : []),
  ];
}

function begunRows(say: Speak, view: LoanChangePlanView, begun: NewContract): Row[] {
  const { contractNo, principal, carried, schedule, debtor } = begun;
  return [
    ...(view.kind === "take-over" ? [nameRow(say.t("loanChanges.rows.debtor"), say.member(debtor))] : []),
    nameRow(
      say.t("loanChanges.rows.begun", { contractNo }),
      `${say.money(principal)} · ${newInstalments(say, view, schedule)}`,
    ),
    ...(carried.interest > 0 || carried.fine > 0
      ? [nameRow(say.t("loanChanges.rows.carried"), costText(say, view, carried))]
      : []),
    ...(carried.interest < 0 ? [row(say.t("loanChanges.rows.ahead"), say.money(satang(-carried.interest)))] : []),
    ...(view.kind === "take-over" ? [] : [nameRow(say.t("loanChanges.rows.guarantors"), guarantorsText(say, begun))]),
  ];
}

/** In the months of a grace what is paid is no principal, so that the first of them says little of the rest. */
function newInstalments(say: Speak, view: LoanChangePlanView, schedule: ScheduleSummary): string {
  if (view.graceMonths === null || schedule.payments === 1) return instalmentsText(say, schedule);
  return say.t("loanChanges.instalments", {
    count: schedule.payments,
    on: say.shortDay(schedule.firstDueOn),
    months: view.graceMonths,
    first: say.money(schedule.first),
  });
}

function costText(
  say: Speak,
  { group }: LoanChangePlanView,
  { interest, fine }: Pick<NewContract["carried"], "interest" | "fine">,
): string {
  const word = say.local(interestWordOf(group));
  return [
    ...(interest > 0 ? [say.t("loanChanges.carried.interest", { word, sum: say.money(interest) })] : []),
    ...(fine > 0 ? [say.t("loanChanges.carried.fine", { sum: say.money(fine) })] : []),
  ].join(" ");
}

function guarantorsText(say: Speak, { guarantors }: NewContract): string {
  if (guarantors.length === 0) return say.t("loanChanges.nobody");
  return guarantors.map((one) => `${one.memberNo} ${shortName(say.nickname(one))}`).join(", ");
}

/** Tells whoever owes or stands for a contract what became of it, and what to do if that is not so. */
export function loanChangeTold(reader: Reader, view: LoanChangeView): messagingApi.TextMessage {
  const say = speak(reader);
  const { member, contractNo, resolution, owed, stays, begun, done } = view;
  const what = { contractNo, resolution, member: shortMember(say, member), kind: kindText(say, view) };
  return textMessage(
    [
      say.t("loanChanges.told.what", what),
      ...(begun
        ? begunLines(say, view, begun)
        : [say.t("loanChanges.told.written-off", { sum: say.money(owed.principal) })]),
      ...(stays > 0 ? [say.t("loanChanges.told.stays", { sum: say.money(stays) })] : []),
      say.t("loanChanges.told.receipt", { receipt: done?.receipt ?? "", code: done?.checkCode ?? "" }),
      decidedText(say, view),
      say.t("loanChanges.told.wrong"),
    ].join("\n"),
  );
}

function begunLines(say: Speak, view: LoanChangeView, begun: NewContract): string[] {
  const { contractNo, principal, carried, schedule, debtor } = begun;
  const values = { contractNo, principal: say.money(principal), instalments: newInstalments(say, view, schedule) };
  const word = say.local(interestWordOf(view.group));
  return [
    say.t("loanChanges.told.begun", values),
    ...(view.kind === "take-over" ? [say.t("loanChanges.told.debtor", { member: shortMember(say, debtor) })] : []),
    ...(carried.interest > 0 || carried.fine > 0
      ? [say.t("loanChanges.told.carried", { carried: costText(say, view, carried) })]
      : []),
    ...(carried.interest < 0
      ? [say.t("loanChanges.told.ahead", { word, sum: say.money(satang(-carried.interest)) })]
      : []),
    ...(view.kind === "take-over" ? [] : [say.t("loanChanges.told.guarantors", { names: guarantorsText(say, begun) })]),
  ];
}

/** How a change of a contract is written. */
export function askLoanChangeLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("loanChanges.line"));
}
