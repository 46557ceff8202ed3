import { satang } from "../domain/money";
import { effectiveCapBps } from "../domain/loans/dearest-loan";
import { eligibilityFacts, type Eligibility, type EligibilityReason } from "../domain/loans/requests/eligibility";
import type { LoanRequest, LoanRequestState } from "../domain/loans/requests/request";
import type { GuarantorView, LoanRequestView } from "../domain/loans/requests/request-view";
import type { ScheduleSummary } from "../domain/loans/schedule/summary";
import { interestWordOf } from "../domain/rules/interest-word";
import { badge, type Badge } from "./badges";
import { figureLayout, type FigureCard } from "./figure-cards";
import { shortName } from "./labels";
import { nameRow, row, type Row } from "./rows";
import type { Speak } from "./speak";
import type { GroupName } from "./views";

const marks: Record<LoanRequestState, Parameters<typeof badge>[1]> = {
  guarantors: "waiting",
  waiting: "waiting",
  voting: "waiting",
  offered: "waiting",
  approved: "done",
  "paid-out": "done",
  rejected: "refused",
  declined: "cancelled",
  cancelled: "cancelled",
  expired: "cancelled",
  released: "cancelled",
};

/** The state of a request as a badge. */
export function requestBadge(say: Speak, { state }: Pick<LoanRequest, "state">): Badge {
  return badge(say, marks[state], `loanRequests.states.${state}`);
}

/** A yearly rate in basis points, in per cent: "12.68". */
export const percentText = (bps: number): string => String(bps / 100);

/** What is paid, how often, and from when: "12 งวด งวดละ 450 บาท". */
export function instalmentsText(say: Speak, { first, isEven, payments, firstDueOn }: ScheduleSummary): string {
  const values = { count: payments, first: say.money(first), on: say.shortDay(firstDueOn) };
  if (payments === 1) return say.t("loanRequests.schedule.once", values);
  return say.t(isEven ? "loanRequests.schedule.even" : "loanRequests.schedule.falling", values);
}

/**
 * What the loan costs in all, in the group's own word, with its effective yearly rate. The rules keep that under the cap by whole periods: where it reads
 * above, a first period longer than a month, which counts as one, makes it so, and the row says it.
 */
export function costRow(say: Speak, group: GroupName, { totalInterest, effectiveYearlyBps }: ScheduleSummary): Row {
  const values = { total: say.money(totalInterest), rate: percentText(effectiveYearlyBps) };
  const label = say.t("loanRequests.rows.cost", { word: say.local(interestWordOf(group)) });
  const cost = effectiveYearlyBps > effectiveCapBps ? "costOfLongPeriod" : "cost";
  return row(label, say.t(`loanRequests.schedule.${totalInterest === 0 ? "noCost" : cost}`, values));
}

/** Who was named as guarantor and where she stands: "013 มาลัย รับค้ำแล้ว". */
export function guarantorText(say: Speak, { member, state, isEntered }: GuarantorView): string {
  const answer = say.t(isEntered ? "loanRequests.entered" : `loanRequests.guarantors.${state}`);
  return `${member.memberNo} ${shortName(say.nickname(member))} ${answer}`;
}

/** The rows of a request that whoever decides, pays or asks for it sees: number, borrower, product, instalments, cost, purpose, guarantors. */
export function requestRows(say: Speak, view: LoanRequestView): Row[] {
  const { request, member, schedule, group, guarantors, fee } = view;
  const { requestNo, product, purpose, goods, renews, guarantorsNeeded } = request;
  return [
    row(say.t("loanRequests.rows.no"), requestNo),
    nameRow(say.t("loanRequests.rows.borrower"), say.member(member)),
    row(say.t("loanRequests.rows.product"), say.t(`loanRequests.products.${product}`)),
    row(say.t("loanRequests.rows.instalments"), instalmentsText(say, schedule)),
    costRow(say, group, schedule),
    ...(fee > 0 ? [row(say.t("loanRequests.rows.fee"), say.money(satang(fee)))] : []),
    nameRow(say.t("loanRequests.rows.purpose"), purpose),
    ...(goods ? [nameRow(say.t("loanRequests.rows.goods"), say.t("loanRequests.goods", goods))] : []),
    ...(renews === null ? [] : [row(say.t("loanRequests.rows.renews"), renews)]),
    ...(guarantorsNeeded + guarantors.length === 0
      ? []
      : [nameRow(say.t("loanRequests.rows.guarantors", { count: guarantorsNeeded }), guarantorsText(say, view))]),
  ];
}

/** Who is asked or stands; while somebody is missing, the last as well who fell out, so that her borrower knows why. */
function guarantorsText(say: Speak, { request, guarantors }: LoanRequestView): string {
  const standing = guarantors.filter(({ state }) => state === "asked" || state === "agreed");
  const isMissing = request.state === "guarantors" && standing.length < request.guarantorsNeeded;
  const fallen = isMissing ? guarantors.filter((one) => !standing.includes(one)).slice(-1) : [];
  const told = [...standing, ...fallen];
  return told.length === 0 ? say.t("loanRequests.noneYet") : told.map((one) => guarantorText(say, one)).join(", ");
}

const inMoney = ["guarantee-exposure", "limit-left", "group-cash", "other-debts"] as const;

/** One fact of eligibility with its number and clause. */
export function reasonText(say: Speak, { fact, verdict, has, limit, clause }: EligibilityReason): string {
  const isMoney = inMoney.some((one) => one === fact);
  if (fact === "other-debts" && has === null) return say.t("loanRequests.debtsUnread");
  const told = (value: number | null): string =>
    value === null ? say.t("loanRequests.noLimit") : isMoney ? say.money(satang(value)) : String(value);
  return say.t(`loanRequests.facts.${fact}.${verdict}`, { has: told(has), limit: told(limit), clause });
}

/** What eligibility says, a line each: the verdict, and the reasons that weigh; the way out of what forbids it. */
export function eligibilityLines(say: Speak, { verdict, reasons }: Eligibility): string[] {
  const weighing = reasons.filter((reason) => reason.verdict === verdict && verdict !== "PASS");
  const ways = verdict === "FAIL" ? weighing.map(({ fact }) => say.t(`loanRequests.waysOut.${fact}`)) : [];
  return [
    say.t(`loanRequests.verdicts.${verdict}`),
    ...weighing.map((reason) => `• ${reasonText(say, reason)}`),
    ...[...new Set(ways)],
  ];
}

/** The facts that were looked at, as the committee reads them, the gravest first. */
export function factLines(say: Speak, { reasons }: Eligibility): string[] {
  const order = ["FAIL", "REVIEW", "PASS"] as const;
  const weight = ({ verdict, fact }: EligibilityReason): number =>
    order.indexOf(verdict) * eligibilityFacts.length + eligibilityFacts.indexOf(fact);
  return [...reasons].sort((one, other) => weight(one) - weight(other)).map((reason) => reasonText(say, reason));
}

/** States in which the last resolution on a request is told: a meeting may have put it off. */
const told: readonly LoanRequestState[] = ["approved", "offered", "rejected", "waiting"];

/** Where a request stands, who is next, and since when. */
export function standingText(say: Speak, view: LoanRequestView): string {
  const { request, place } = view;
  const { state, decision, since, reservedUntil, contractNo, answerUntil } = request;
  const text = say.t(`loanRequests.standing.${state}`, {
    waiting: waitingText(say, view),
    place: place ? say.t("loanRequests.place", { ...place, order: say.t(`loanRules.queues.${place.order}`) }) : "",
    granted: decision ? say.money(decision.granted) : "",
    reserved: reservedUntil === null ? "" : say.day(reservedUntil),
    contractNo: contractNo ?? "",
  });
  const parts = [
    text,
    decision && told.some((one) => one === state) ? decisionText(say, decision) : "",
    say.t("loanRequests.since", { at: say.instant(since) }),
    answerUntil === null ? "" : say.t("loanRequests.answerUntil", { at: say.instant(answerUntil) }),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function decisionText(say: Speak, { resolutionNo, reason }: NonNullable<LoanRequest["decision"]>): string {
  return reason === null
    ? say.t("loanRequests.resolution", { resolutionNo })
    : say.t("loanRequests.resolutionReason", { resolutionNo, reason });
}

function waitingText(say: Speak, { request, guarantors }: LoanRequestView): string {
  const asked = guarantors.filter(({ state }) => state === "asked");
  const agreed = guarantors.filter(({ state }) => state === "agreed");
  const missing = request.guarantorsNeeded - asked.length - agreed.length;
  const names = asked.map(({ member }) => shortName(say.nickname(member))).join(", ");
  return [
    asked.length > 0 ? say.t("loanRequests.waitsFor", { names }) : "",
    missing > 0 && guarantors.length > asked.length + agreed.length ? say.t("loanRequests.others") : "",
    missing > 0 ? say.t("loanRequests.missing", { count: missing }) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The layout of a card about a request; title, buttons and what else it tells are the caller's. */
export function requestLayout(
  say: Speak,
  view: LoanRequestView,
  around: Pick<FigureCard, "title"> & Partial<FigureCard>,
): object {
  const { request, group } = view;
  const amount = request.decision && request.decision.granted > 0 ? request.decision.granted : request.amount;
  return figureLayout(say, {
    badge: requestBadge(say, request),
    group,
    what: say.t(`loanRequests.figures.${amount === request.amount ? "asked" : "granted"}`),
    figure: say.money(amount),
    words: say.words(amount),
    rows: requestRows(say, view),
    ...around,
  });
}
