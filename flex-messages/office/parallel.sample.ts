import type { DecisionView } from "../../src/messages/office-cards";
import type { ParallelView, TurnPlanView } from "../../src/messages/parallel";
import type { PassbookGap } from "../../src/domain/reports/views";
import type { PassbookGapView } from "../../src/messages/passbook-gap";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { answered, openDecision } from "./matter.sample";

const gapsOf = ({ member, others, balance, small, reason, treasurer }: SampleValues): PassbookGap[] => [
  {
    member,
    purpose: "pledge",
    paper: balance,
    booked: small,
    because: null,
    mended: null,
    standing: "open",
    by: treasurer,
  },
  ...others.map((one, at): PassbookGap => {
    const standing = (["alone", "seconded", "agreed", "denied"] as const)[at % 4] ?? "alone";
    const mended = at % 2 === 1 ? balance : null;
    return {
      ...{ member: one, purpose: "special", paper: small, booked: balance },
      ...{ because: reason, mended, standing, by: treasurer },
    };
  }),
];

const plan = (values: SampleValues): TurnPlanView => ({
  ...{ group: values.group, closings: 3, closed: 4, explained: 1 },
  ...{ days: [values.on, values.on, values.on], differences: gapsOf(values) },
});

const question = (values: SampleValues): PassbookGapView & { agree: string; deny: string } => ({
  group: values.group,
  gap: {
    member: values.member,
    purpose: "pledge",
    paper: values.balance,
    booked: values.small,
    because: values.reason,
    mended: null,
    standing: "alone",
    by: values.treasurer,
  },
  agree: values.data,
  deny: values.data,
});

/** Example views. */
export const passbookGapSamples: Samples<ReturnType<typeof question>> = samplesOf(question);

/** Example views. */
export const turnQuestionSamples: Samples<TurnPlanView & { confirm: string; drop: string }> = {
  ...samplesOf((values) => ({ ...plan(values), confirm: values.data, drop: values.data })),
  "none differ": { ...plan(usual), explained: 0, differences: [], confirm: usual.data, drop: usual.data },
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
  ...samplesOf((values) => ({
    ...{ group: values.group, closed: 2, closings: 3, differences: gapsOf(values) },
    toSecond: [{ memberNo: values.member.memberNo, data: values.data }],
  })),
  none: { group: usual.group, closed: 0, closings: 3, differences: [], toSecond: [] },
};
