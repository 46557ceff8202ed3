import { zero } from "../../src/domain/money";
import type { AdmissionView } from "../../src/messages/admission";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const paid = ({ group, member, small }: SampleValues): AdmissionView => ({
  group,
  member,
  resolution: "12/2569",
  fee: small,
  feePaid: small,
  status: "active",
});
const waiting = (values: SampleValues): AdmissionView => ({ ...paid(values), feePaid: zero, status: "pending" });
const withCard = (view: AdmissionView) => ({ ...view, confirm: usual.data, drop: usual.data });

/** Example views. */
export const admissionConfirmationSamples: Samples<ReturnType<typeof withCard>> = {
  usual: withCard(paid(usual)),
  longest: withCard(waiting(longest)),
};

/** Example views. */
export const admissionStandingSamples: Samples<AdmissionView> = {
  ...samplesOf(paid),
  "waits for the fee": waiting(longest),
  "no fee": { ...paid(usual), fee: zero, feePaid: zero },
};
