import type { HelperEndedView, HelperPair, HelperRequestView } from "../../src/messages/passbook-helpers";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const pairOf = ({ group, member, others }: SampleValues): HelperPair => ({
  group,
  member,
  helper: others[0] ?? member,
});

const requestOf = (values: SampleValues): HelperRequestView => ({
  ...pairOf(values),
  requestedBy: values.secretary,
  decidedBy: null,
  decidedAt: null,
  verdict: "open",
  waitsFor: [values.treasurer, values.secretary, values.treasurer],
});

const decidedOf = (values: SampleValues, verdict: HelperRequestView["verdict"]): HelperRequestView => ({
  ...requestOf(values),
  verdict,
  decidedBy: values.treasurer,
  decidedAt: values.later,
  waitsFor: [],
});

/** Example views of the questions before a helper comes or goes. */
export const helperQuestionSamples = samplesOf((values) => ({
  ...pairOf(values),
  confirm: values.data,
  drop: values.data,
}));

/** Example views of a request, as its second officer is asked. */
export const helperRequestSamples = samplesOf((values) => ({
  ...requestOf(values),
  approve: values.data,
  reject: values.data,
}));

/** Example views of a request, waiting and decided. */
export const helperDecidedSamples: Samples<HelperRequestView> = {
  open: requestOf(usual),
  approved: decidedOf(usual, "approved"),
  rejected: decidedOf(usual, "rejected"),
  "longest, open": requestOf(longest),
  longest: decidedOf(longest, "rejected"),
};

/** Example views of a helper whom an officer, or the owner herself, ended. */
export const helperEndedSamples: Samples<HelperEndedView> = {
  ...samplesOf((values) => ({ ...pairOf(values), at: values.at, by: values.secretary, steppedBack: false })),
  "by the owner": { ...pairOf(usual), at: usual.at, by: null, steppedBack: false },
  "by the helper": { ...pairOf(usual), at: usual.at, by: null, steppedBack: true },
};

/** Example views of a helper who was confirmed, as the owner and as the helper reads it. */
export const helperMadeSamples: Samples<HelperRequestView & { forHelper: boolean }> = {
  owner: { ...decidedOf(usual, "approved"), forHelper: false },
  helper: { ...decidedOf(usual, "approved"), forHelper: true },
  longest: { ...decidedOf(longest, "approved"), forHelper: true },
};
