import type { DecisionBand } from "../domain/approvals/policy";
import type { Committee } from "../domain/groups/offices";
import type { GuarantorBand, LoanLimitsRule, LoanProductRule } from "../domain/loans/loan-rules";
import type { RuleKey } from "../domain/rules/rule-values";
import type { Satang } from "../domain/money";
import type { RowsOf } from "./rule-values";
import { row, type Row } from "./rows";
import type { Speak } from "./speak";

type LoanKey = Extract<RuleKey, `loan-${string}` | "late-loan">;

const upTo = (say: Speak, sum: Satang | null): string =>
  sum === null ? say.t("loanRules.above") : say.t("loanRules.upTo", { sum: say.money(sum) });

const guarantorText = (say: Speak, bands: readonly GuarantorBand[]): string =>
  bands.map(({ upTo: sum, count }) => say.t("loanRules.guarantorBand", { upTo: upTo(say, sum), count })).join(" · ");

const bandText = (say: Speak, { upTo: sum, committees, quorum, betweenMeetings }: DecisionBand): string =>
  say.t("loanRules.decisionBand", {
    upTo: upTo(say, sum),
    committees: committeesText(say, committees),
    quorum,
    where: say.t(betweenMeetings ? "loanRules.inChat" : "loanRules.atMeeting"),
  });

function limitText(say: Speak, { most, savingsPercent, cashPercent }: LoanProductRule): string {
  const limits = [
    ...(most === null ? [] : [say.t("loanRules.upTo", { sum: say.money(most) })]),
    ...(savingsPercent === null ? [] : [say.t("loanRules.ofSavings", { percent: savingsPercent })]),
    ...(cashPercent === null ? [] : [say.t("loanRules.ofCash", { percent: cashPercent })]),
  ];
  return limits.length === 0 ? say.t("rules.values.noLimit") : limits.join(" · ");
}

function chargeText(say: Speak, { yearlyRatePercent: rate, method, basis }: LoanProductRule): string {
  if (Number(rate) === 0) return say.t("loanRules.noCharge");
  const text = say.t("loanRules.rateText", { rate, method: say.t(`loanRules.methods.${method}`) });
  return basis === "per-period" ? text : `${text} ${say.t(`loanRules.bases.${basis}`)}`;
}

function productRows(say: Speak, rule: LoanProductRule): Row[] {
  if (!rule.offered) return [row(say.t("loanRules.offered"), say.t("loanRules.notOffered"))];
  const { gracePrincipal, graceInterest, fee } = rule;
  return [
    row(say.t("loanRules.rate"), chargeText(say, rule)),
    row(say.t("loanRules.limit"), limitText(say, rule)),
    row(say.t("loanRules.instalments"), say.t("loanRules.upToInstalments", { count: rule.instalments })),
    row(say.t("loanRules.waiting"), say.t("rules.values.months", { count: rule.waitingMonths })),
    row(say.t("loanRules.guarantors"), guarantorText(say, rule.guarantors)),
    ...(gracePrincipal + graceInterest > 0
      ? [
          row(
            say.t("loanRules.grace"),
            say.t("loanRules.graceText", { principal: gracePrincipal, interest: graceInterest }),
          ),
        ]
      : []),
    ...(fee > 0 ? [row(say.t("loanRules.fee"), say.money(fee))] : []),
  ];
}

function guaranteesText(say: Speak, { guarantees, guaranteePercent: percent }: LoanLimitsRule): string {
  const contracts = say.t("loanRules.contracts", { count: guarantees });
  return percent === null ? contracts : say.t("loanRules.ofOwnSavings", { contracts, percent });
}

const committeesText = (say: Speak, committees: readonly Committee[]): string =>
  committees.map((one) => say.t(`loanRules.committees.${one}`)).join(", ");

/** How the values of the clauses on loans are told. */
export const loanRows: RowsOf<LoanKey> = {
  "loan-ordinary": productRows,
  "loan-emergency": productRows,
  "loan-production": productRows,
  "loan-in-kind": productRows,
  "loan-special": productRows,
  "loan-limits": (say, rule) => [
    row(say.t("loanRules.openLoans"), say.t("loanRules.contracts", { count: rule.openLoans })),
    row(say.t("loanRules.guarantees"), guaranteesText(say, rule)),
    row(say.t("loanRules.queue"), say.t(`loanRules.queues.${rule.queue}`)),
    row(say.t("loanRules.keptBack"), rule.keptBack > 0 ? say.money(rule.keptBack) : say.t("rules.values.nothing")),
    row(say.t("loanRules.reservedDays"), say.t("loanRules.days", { count: rule.reservedDays })),
    row(say.t("loanRules.answerDays"), say.t("loanRules.days", { count: rule.answerDays })),
    row(
      say.t("loanRules.renew"),
      rule.renewPercent === null
        ? say.t("loanRules.noRenewal")
        : say.t("loanRules.renewText", { percent: rule.renewPercent }),
    ),
  ],
  "loan-due-days": (say, rule) => [
    row(say.t("loanRules.due"), say.t(`loanRules.dues.${rule.due}`, { day: rule.dayOfMonth })),
    row(say.t("loanRules.holidays"), say.t(`loanRules.holidayMoves.${rule.holidays}`)),
    row(say.t("loanRules.firstPeriod"), say.t("loanRules.days", { count: rule.firstPeriodDays })),
    row(say.t("loanRules.multiple"), say.money(rule.instalmentMultiple)),
  ],
  "late-loan": (say, { percentPerMonth, mostPercent, freeDays, fineGoesTo }) => [
    row(say.t("loanRules.fine"), say.t("loanRules.fineText", { percent: percentPerMonth, most: mostPercent })),
    row(say.t("loanRules.freeDays"), say.t("loanRules.days", { count: freeDays })),
    row(say.t("rules.values.fineGoesTo"), say.t(`rules.values.purses.${fineGoesTo}`)),
  ],
  "loan-decisions": (say, policy) => [
    ...policy.bands.map((band) => row(say.t("loanRules.decides"), bandText(say, band))),
    row(say.t("loanRules.tie"), say.t(`loanRules.ties.${policy.tie}`)),
    row(say.t("loanRules.hours"), say.t("loanRules.hoursText", { hours: policy.hours, remind: policy.remindHours })),
    ...(policy.deputyHours === null
      ? []
      : [
          row(
            say.t("loanRules.deputies"),
            say.t("loanRules.deputiesText", {
              committees: committeesText(say, policy.deputies),
              hours: policy.deputyHours,
            }),
          ),
        ]),
  ],
};
