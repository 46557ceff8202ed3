import { changesBetween, type ClauseChange } from "../../src/domain/rules/changes";
import { completeClauses } from "../../src/domain/rules/complete";
import { baht } from "../../src/domain/money";
import { templateVersion, type Clause } from "../../src/domain/rules/rule-book";
import type { RuleChangesView, RuleDecisionView } from "../../src/messages/rule-changes";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";
import { longestClauses, versionOf } from "./clause.sample";

const shippedRules = templateVersion("interest");
const fine = { finePerMonth: baht(5), mostInAll: baht(60) };
const usualChanges = changesBetween(shippedRules, {
  clauses: shippedRules.clauses.map((clause): Clause =>
    clause.key === "late-pledge"
      ? { ...clause, text: { th: "ขาดส่งสัจจะ เสียค่าปรับเดือนละ 5 บาท" }, values: { ...clause.values, ...fine } }
      : clause,
  ),
});
const firstOwn = changesBetween(shippedRules, {
  clauses: completeClauses([{ no: "1", text: { th: "สมาชิกช่วยเหลือกัน" }, key: null, values: {} }], "interest"),
});
const longestChanges = longestClauses.map((after): ClauseChange => ({
  before: shippedRules.clauses.find(({ key }) => key === after.key) ?? null,
  after,
  valuesDiffer: after.key !== null,
}));

type Example = [values: SampleValues, changes: ClauseChange[]];
const examples: Readonly<Record<string, Example>> = {
  usual: [usual, usualChanges],
  "first of its own": [usual, firstOwn],
  longest: [longest, longestChanges],
};

function samples<View>(view: (values: SampleValues, changes: RuleChangesView) => View): Samples<View> {
  return Object.fromEntries(
    Object.entries(examples).map(([name, [values, changes]]) => [
      name,
      view(values, { group: values.group, version: versionOf(values, 2), changes }),
    ]),
  );
}

/** Example views. */
export const ruleProposalSamples = samples(({ data }, view) => ({ ...view, propose: data, read: data }));
/** Example views. */
export const ruleProposalConfirmationSamples = samples(({ data }, view) => ({ ...view, confirm: data, drop: data }));
/** Example views. */
export const rulesChangedSamples = samples((_values, view) => view);
/** Example views. */
export const rulesRequestSamples = samples(({ data, secretary }, view) => ({
  ...view,
  requestedBy: secretary,
  decidedBy: null,
  decidedAt: null,
  verdict: "open" as const,
  waitsFor: [],
  approve: data,
  reject: data,
  read: data,
}));
/** Example views. */
export const readSamples = samples(({ data }, view) => ({ ...view, from: 0, more: () => data }));

const decisionOf =
  (verdict: RuleDecisionView["verdict"]) =>
  (values: SampleValues, view: RuleChangesView): RuleDecisionView => ({
    ...view,
    requestedBy: values.secretary,
    decidedBy: verdict === "open" ? null : values.treasurer,
    decidedAt: verdict === "open" ? null : values.later,
    verdict,
    waitsFor: verdict === "open" ? [values.treasurer, values.secretary, values.treasurer] : [],
  });

/** Example views. */
export const ruleDecisionSamples: Samples<RuleDecisionView> = Object.fromEntries(
  (["open", "approved", "rejected"] as const).flatMap((verdict) =>
    Object.entries(samples(decisionOf(verdict))).map(([name, view]) => [`${verdict}, ${name}`, view]),
  ),
);
