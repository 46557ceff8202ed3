import type { DecisionBand } from "../../src/domain/approvals/policy";
import { committees, positions } from "../../src/domain/groups/offices";
import type { LoanProductRule } from "../../src/domain/loans/loan-rules";
import { baht, satang } from "../../src/domain/money";
import { ruleLimits } from "../../src/domain/rules/proposal";
import type { Clause } from "../../src/domain/rules/rule-book";
import { ruleKeys, type RuleValues } from "../../src/domain/rules/rule-values";
import { depositPurposes } from "../../src/domain/savings/deposit";
import { templateFor } from "../../src/domain/rules/templates/template";
import { clauseParts, type ClauseView, type VersionName } from "../../src/messages/rules";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

/** A version that a meeting made. */
export const versionOf = ({ on, receipt }: SampleValues, number = 1): VersionName => ({
  number,
  effectiveFrom: on,
  resolution: { no: receipt.slice(0, ruleLimits.resolution), on },
});
/** The shipped rules, which no meeting made. */
export const shipped: VersionName = { number: 0, effectiveFrom: usual.on, resolution: null };

const fill = (words: string, length: number): string => words.repeat(length).slice(0, length);
const longText = {
  th: fill("สมาชิกที่ขาดส่งสัจจะติดต่อกันเกินสามเดือนโดยไม่แจ้งเหตุ ", ruleLimits.text),
  en: fill("A member who has missed her pledge for more than three months ", ruleLimits.text),
};
const longWord = { th: fill("ค่าบำรุงและค่าดำเนินงาน", ruleLimits.word), en: fill("upkeep and running ", ruleLimits.word) };
const largest = satang(99_999_999_99);

const longestProduct: LoanProductRule = {
  offered: true,
  yearlyRatePercent: "14.999",
  method: "monthly-on-outstanding",
  basis: "actual/actual",
  instalments: 360,
  gracePrincipal: 60,
  graceInterest: 60,
  savingsPercent: 10_000,
  most: largest,
  cashPercent: 100,
  waitingMonths: 120,
  guarantors: [
    { upTo: largest, count: 10 },
    { upTo: null, count: 10 },
  ],
  fee: largest,
};

const longestBand: DecisionBand = { upTo: largest, committees: [...committees], quorum: 30, betweenMeetings: true };

const longestValues: RuleValues = {
  pledge: { minimum: largest, maximum: largest, step: largest, monthsAhead: 60, tellAfterMissed: 24 },
  "late-pledge": { finePerMonth: satang(100_00), mostInAll: satang(1_200_00), fineGoesTo: "charity" },
  "entry-fee": { amount: largest },
  "money-words": { interest: longWord, workingDay: longWord },
  "money-kinds": { takes: [...depositPurposes] },
  rounding: { mode: "half-even", multiple: satang(100_00) },
  "cash-overnight": { keepers: positions.map((position) => ({ position, limit: largest })) },
  "loan-ordinary": longestProduct,
  "loan-emergency": longestProduct,
  "loan-production": longestProduct,
  "loan-in-kind": longestProduct,
  "loan-special": longestProduct,
  "loan-limits": {
    openLoans: 10,
    guarantees: 20,
    guaranteePercent: 10_000,
    keptBack: largest,
    queue: "first-loan-first",
    reservedDays: 180,
    answerDays: 60,
    renewPercent: 100,
  },
  "loan-due-days": {
    due: "working-day",
    dayOfMonth: 31,
    holidays: "previous",
    firstPeriodDays: 45,
    instalmentMultiple: baht(1_000),
  },
  "late-loan": { percentPerMonth: "1.125", mostPercent: 15, freeDays: 90, fineGoesTo: "charity" },
  "loan-decisions": {
    bands: [longestBand, { ...longestBand, upTo: null }],
    tie: "rejected",
    hours: 720,
    remindHours: 718,
    deputyHours: 719,
    deputies: [...committees],
  },
};

/** Every kind of clause with the longest text and values that the setup lets through. */
export const longestClauses: Clause[] = [
  ...ruleKeys.map((key) => ({ no: "100.10.10", text: longText, key, values: longestValues[key] }) as Clause),
  { no: "100.10.10", text: longText, key: null, values: null },
];

const partsOf = (name: string, view: Omit<ClauseView, "part">): [string, ClauseView][] =>
  clauseParts(view.clause).map((part) => [part === "whole" ? name : `${name}, ${part}`, { ...view, part }]);

/** Example views. */
export const clauseSamples: Samples<ClauseView> = Object.fromEntries([
  ...templateFor("interest").flatMap((clause) =>
    partsOf(`clause ${clause.no}`, { group: usual.group, version: versionOf(usual), clause, coming: [] }),
  ),
  ...longestClauses.flatMap((clause) =>
    partsOf(`longest ${clause.key ?? "text"}`, {
      group: longest.group,
      version: versionOf(longest),
      clause,
      coming: [versionOf(longest, 2)],
    }),
  ),
]);
