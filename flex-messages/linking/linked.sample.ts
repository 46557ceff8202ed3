import type { LinkedView } from "../../src/messages/linking";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): LinkedView => ({
  group: values.group,
  member: values.member,
  passbooks: [values.member, ...values.others].map((member) => ({ member, group: values.group })),
  at: values.at,
  decidesFrom: null,
});

/** Example views. */
export const linkedSamples: Samples<LinkedView> = {
  ...samplesOf(view),
  officer: { ...view(usual), passbooks: [{ member: usual.member, group: usual.group }], decidesFrom: usual.later },
  "several groups": { ...view(longest), group: usual.group, decidesFrom: longest.later },
};
