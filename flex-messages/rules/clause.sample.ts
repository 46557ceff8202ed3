import { positions } from "../../src/domain/groups/offices";
import { satang } from "../../src/domain/money";
import { ruleLimits } from "../../src/domain/rules/proposal";
import type { Clause } from "../../src/domain/rules/rule-book";
import { ruleKeys } from "../../src/domain/rules/rule-values";
import { depositPurposes } from "../../src/domain/savings/deposit";
import { templateFor } from "../../src/domain/rules/templates/template";
import type { ClauseView, VersionName } from "../../src/messages/rules";
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

const longestValues = {
  pledge: { minimum: largest, maximum: largest, step: largest, monthsAhead: 60, tellAfterMissed: 24 },
  "late-pledge": { finePerMonth: satang(100_00), mostInAll: satang(1_200_00), fineGoesTo: "charity" },
  "entry-fee": { amount: largest },
  "money-words": { interest: longWord, workingDay: longWord },
  "money-kinds": { takes: [...depositPurposes] },
  rounding: { mode: "half-even", multiple: satang(100_00) },
  "cash-overnight": { keepers: positions.map((position) => ({ position, limit: largest })) },
};

/** Every kind of clause with the longest text and values that the setup lets through. */
export const longestClauses: Clause[] = [
  ...ruleKeys.map((key) => ({ no: "100.10.10", text: longText, key, values: longestValues[key] }) as Clause),
  { no: "100.10.10", text: longText, key: null, values: null },
];

/** Example views. */
export const clauseSamples: Samples<ClauseView> = {
  ...Object.fromEntries(
    templateFor("interest").map((clause) => [
      `clause ${clause.no}`,
      { group: usual.group, version: versionOf(usual), clause, coming: [] },
    ]),
  ),
  ...Object.fromEntries(
    longestClauses.map((clause) => [
      `longest ${clause.key ?? "text"}`,
      { group: longest.group, version: versionOf(longest), clause, coming: [versionOf(longest, 2)] },
    ]),
  ),
};
