import type { ReversalAskedView } from "../../src/messages/reversals";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { subjectOf } from "./reversal-confirmation.sample";

const view = (values: SampleValues): ReversalAskedView => ({
  ...subjectOf(values),
  reason: values.reason,
  waitsFor: [values.secretary, values.treasurer],
});

/** Example views. */
export const reversalAskedSamples: Samples<ReversalAskedView> = {
  ...samplesOf(view),
  "unknown for whom": { ...view(usual), waitsFor: [] },
};
