import type { LoanBallotView } from "../domain/loans/requests/ballot-view";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import { quickPostback } from "./actions";
import { badge } from "./badges";
import { costRow, eligibilityLines, guarantorText, instalmentsText, requestLayout } from "./loan-request-rows";
import { cut } from "./labels";
import { nameRow, row, type Row } from "./rows";
import type { Speak } from "./speak";
import type { VoteFace } from "./vote-faces";

/** Whether it was agreed and cannot be lent, so that it waits for the meeting. */
const hasNoMoney = ({ state, request }: LoanBallotView): boolean => state === "approved" && request.state === "waiting";

/** Whether what the vote decided holds no more: a guarantor left, and the request is decided anew. */
const hasLapsed = ({ state, resolutionNo, request }: LoanBallotView): boolean =>
  (state === "approved" || state === "rejected") && request.decision?.resolutionNo !== resolutionNo;

/** Eligibility, guarantors, history, and what may be lent. */
function loanFacts(say: Speak, view: LoanBallotView): string[] {
  const { request, guarantors, history, free, label } = view;
  const told = history.contracts === 0 ? "first" : history.owed > 0 ? "owes" : "paid";
  return [
    say.t("votes.loan.facts", { label, group: say.group(view.group) }),
    ...eligibilityLines(say, request.eligibility),
    ...guarantors.map((one) => say.t("votes.loan.guarantor", { text: guarantorText(say, one) })),
    say.t(`votes.loan.history.${told}`, { count: history.contracts, owed: say.money(history.owed) }),
    say.t("votes.loan.free", { free: say.money(free) }),
  ];
}

/** The rows of cards about deciding on a request: whose it is, what for, how it is paid back, and what it costs. */
export function voteRows(say: Speak, { request, member, schedule, group }: LoanRequestView): Row[] {
  const what = say.t("votes.loan.what", {
    product: say.t(`loanRequests.products.${request.product}`),
    purpose: cut(request.purpose, 60),
  });
  return [
    nameRow(request.requestNo, say.member(member)),
    nameRow(say.t("loanRequests.rows.product"), what),
    row(say.t("loanRequests.rows.instalments"), instalmentsText(say, schedule)),
    costRow(say, group, schedule),
  ];
}

/** A loan request on the cards of its vote. */
export const loanFace: VoteFace<LoanBallotView> = {
  facts: loanFacts,
  rows: voteRows,
  layout: requestLayout,
  reasons: (say) =>
    (["arrears", "amount", "purpose", "guarantors"] as const).map((one) => say.t(`votes.loan.reasons.${one}`)),
  endedBadge(say, view) {
    if (hasLapsed(view)) return badge(say, "cancelled", "votes.loan.lapsed");
    return hasNoMoney(view) ? badge(say, "cancelled", "votes.loan.noMoney") : null;
  },
  ended(say, view) {
    const { state } = view;
    if (state === "open") return "";
    const key = hasLapsed(view) ? "lapsed" : hasNoMoney(view) ? "noMoney" : state;
    return say.t(`votes.loan.ended.${key}`, { resolutionNo: view.resolutionNo ?? "" });
  },
  more: (say, { rows }) => (rows === undefined ? [] : [quickPostback(rows, say.t("votes.loan.rows"))]),
};
