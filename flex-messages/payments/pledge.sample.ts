import type { PledgeChangeView, PledgePlanView } from "../../src/messages/pledge-changes";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const plan = ({ group, member, small, amount, month }: SampleValues): PledgePlanView => ({
  group,
  member,
  before: small,
  pledge: amount,
  from: month,
  resolution: "12/2569",
});
const withCard = (values: SampleValues) => ({ ...plan(values), confirm: values.data, drop: values.data });
const wished = (values: SampleValues) => ({ ...plan(values), resolution: null, propose: values.data });
const asked = (values: SampleValues): PledgeChangeView => ({
  ...plan(values),
  requestedBy: values.secretary,
  decidedBy: null,
  decidedAt: null,
  verdict: "open",
  waitsFor: [values.treasurer, values.secretary, values.treasurer],
});
const withAnswer = (values: SampleValues) => ({ ...asked(values), approve: values.data, reject: values.data });
const decided = (values: SampleValues): PledgeChangeView => ({
  ...asked(values),
  decidedBy: values.treasurer,
  decidedAt: values.later,
  verdict: "approved",
  waitsFor: [],
});

/** Example views. */
export const pledgeConfirmationSamples: Samples<ReturnType<typeof withCard>> = samplesOf(withCard);

/** Example views. */
export const pledgeWishSamples: Samples<ReturnType<typeof wished>> = samplesOf(wished);

/** Example views. */
export const pledgeRequestSamples: Samples<ReturnType<typeof withAnswer>> = samplesOf(withAnswer);

/** Example views. */
export const pledgeDecidedSamples: Samples<PledgeChangeView> = {
  ...samplesOf(decided),
  open: asked(longest),
  rejected: { ...decided(usual), verdict: "rejected" },
};
