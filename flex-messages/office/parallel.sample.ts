import type { DecisionView } from "../../src/messages/office-cards";
import type { ParallelView, TurnPlanView } from "../../src/messages/parallel";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { answered, openDecision } from "./matter.sample";

const plan = (values: SampleValues): TurnPlanView => ({ group: values.group, closings: 3, closed: 4, explained: 1 });

/** Example views. */
export const turnQuestionSamples: Samples<TurnPlanView & { confirm: string; drop: string }> = {
  ...samplesOf((values) => ({ ...plan(values), confirm: values.data, drop: values.data })),
  "none differ": { ...plan(usual), explained: 0, confirm: usual.data, drop: usual.data },
};

/** Example views. */
export const turnAskedSamples: Samples<TurnPlanView & DecisionView> = samplesOf((values) => ({
  ...plan(values),
  ...openDecision(values),
}));

/** Example views. */
export const turnRequestSamples: Samples<TurnPlanView & DecisionView & { approve: string; reject: string }> = samplesOf(
  (values) => ({ ...plan(values), ...openDecision(values), approve: values.data, reject: values.data }),
);

/** Example views. */
export const turnDecidedSamples: Samples<TurnPlanView & DecisionView> = {
  ...samplesOf((values) => ({ ...plan(values), ...answered(values, "approved") })),
  open: { ...plan(usual), ...openDecision(usual) },
  rejected: { ...plan(longest), ...answered(longest, "rejected") },
};

/** Example views. */
export const parallelSamples: Samples<ParallelView> = {
  ...samplesOf(({ group, member, others, balance, small, reason }) => ({
    group,
    closed: 2,
    closings: 3,
    differences: [
      { member, purpose: "pledge" as const, paper: balance, booked: small, because: null },
      ...others.map((one) => ({
        member: one,
        purpose: "special" as const,
        paper: small,
        booked: balance,
        because: reason,
      })),
    ],
  })),
  none: { group: usual.group, closed: 0, closings: 3, differences: [] },
};
