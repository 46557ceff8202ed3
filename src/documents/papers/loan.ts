import type { LoanPaper } from "../../domain/reports/loan-papers";
import { interestWordOf } from "../../domain/rules/interest-word";
import type { Satang } from "../../domain/money";
import { moneyWords } from "../../i18n/format";
import { count, figures, money, text, words, type Paper, type PaperTable } from "../paper";
import { blank, type Say } from "../say";

/** A sum in digits and in words, as a paper that binds says it. */
const bound = (say: Say, amount: Satang): string => `${say.sum(amount)} (${moneyWords(amount, say.language)})`;

const nameOf = (say: Say, { memberNo, name }: LoanPaper["borrower"]): string =>
  say.t("loanPapers.who", { memberNo, name });

/** What both papers say of the loan. */
function valuesOf(say: Say, view: LoanPaper) {
  const { terms, goods } = view;
  return {
    contractNo: view.contractNo,
    borrower: nameOf(say, view.borrower),
    group: say.group(view.group),
    amount: bound(say, terms.principal),
    purpose: goods ? `${goods.item} ${goods.quantity} ${goods.unit}` : view.purpose,
    resolution: view.resolutionNo,
    word: say.local(interestWordOf(view.group)),
    rate: terms.yearlyRatePercent,
    effective: (view.effectiveYearlyBps / 100).toFixed(2),
    version: terms.rules.version,
    clause: terms.rules.clause,
    count: view.rows.length,
    first: say.day(terms.firstDueOn),
    total: bound(say, view.totalInterest),
    fee: bound(say, terms.fee),
    finePercent: view.late.percentPerMonth,
    fineMost: view.late.mostPercent,
  };
}

/** สัญญากู้เงิน, to be signed by the borrower, for the group and by two witnesses. */
export function loanContractPaper(say: Say, view: LoanPaper): Paper {
  const values = valuesOf(say, view);
  const isFree = view.totalInterest === 0;
  const hasFine = Number(view.late.percentPerMonth) > 0;
  const clause = (key: ContractClause, more: object = {}) =>
    say.t(`loanPapers.contract.${key}`, { ...values, ...more });
  const clauses = [
    clause(view.goods ? "goods" : "lent"),
    clause(isFree ? "free" : "cost"),
    clause("paidBack"),
    ...(view.terms.fee > 0 ? [clause("fee")] : []),
    clause(hasFine ? "fine" : "noFine"),
    clause("early"),
    ...(view.guarantees.length === 0 ? [] : [clause("guarantors", { names: guarantorsText(say, view) })]),
    clause("rules"),
    clause("copies"),
  ];
  return {
    ...blank(say, view.kind, view, aboutOf(say, view)),
    clauses,
    tables: [scheduleTable(say, view)],
    notes: view.isPaidOut ? [] : [say.t("loanPapers.ifPaidOn", { on: say.day(view.terms.disbursedOn) })],
    signatures: (["borrower", "lender", "witness", "witness"] as const).map((who) => say.t(`loanPapers.signs.${who}`)),
  };
}

type ContractClause =
  | "lent"
  | "goods"
  | "cost"
  | "free"
  | "paidBack"
  | "fee"
  | "fine"
  | "noFine"
  | "early"
  | "guarantors"
  | "rules"
  | "copies";

function aboutOf(say: Say, view: LoanPaper): string[] {
  const { contractNo, resolutionNo } = view;
  return [say.t("loanPapers.no", { contractNo, resolution: resolutionNo }), say.t("loanPapers.made")];
}

function guarantorsText(say: Say, { guarantees }: LoanPaper): string {
  return guarantees
    .map(({ member, amount }) =>
      say.t("loanPapers.guarantor", { member: nameOf(say, member), amount: say.sum(amount) }),
    )
    .join(", ");
}

function scheduleTable(say: Say, view: LoanPaper): PaperTable {
  const { t } = say;
  return {
    heading: t("loanPapers.schedule.heading"),
    columns: [
      words(t("loanPapers.schedule.no"), 0.6),
      words(t("loanPapers.schedule.dueOn"), 1.4),
      figures(t("loanPapers.schedule.principal"), 1.2),
      figures(say.local(interestWordOf(view.group)), 1.2),
      figures(t("loanPapers.schedule.total"), 1.2),
      figures(t("loanPapers.schedule.balance"), 1.2),
    ],
    rows: view.rows.map(({ no, dueOn, principal, interest, total, balance }) => [
      count(no),
      text(say.shortDay(dueOn)),
      ...[principal, interest, total, balance].map(money),
    ]),
    totals: [
      text(""),
      text(t("papers.facts.total")),
      money(view.terms.principal),
      money(view.totalInterest),
      money((view.terms.principal + view.totalInterest) as Satang),
      text(""),
    ],
  };
}

/** สัญญาค้ำประกัน of one guarantor: up to her own sum, and never as a joint debtor (CCC 681, 681/1, 686). */
export function loanGuaranteePaper(say: Say, view: LoanPaper): Paper {
  const { guarantee } = view;
  if (!guarantee) throw new Error("a guarantee is of a guarantor");
  const values = {
    ...valuesOf(say, view),
    guarantor: nameOf(say, guarantee.member),
    most: bound(say, guarantee.amount),
    last: say.day(view.rows.at(-1)?.dueOn ?? view.terms.firstDueOn),
  };
  const keys = ["debt", "upTo", "notJoint", "notice", "longer", "ends", "read"] as const;
  return {
    ...blank(say, view.kind, view, aboutOf(say, view)),
    clauses: keys.map((key) => say.t(`loanPapers.guarantee.${key}`, values)),
    signatures: (["guarantor", "lender", "witness", "witness"] as const).map((who) => say.t(`loanPapers.signs.${who}`)),
  };
}
