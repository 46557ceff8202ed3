import { longest, samplesOf, type SampleValues } from "../values.sample";
import { subjectOf } from "./reversal-confirmation.sample";

const requestOf = (values: SampleValues) => ({
  ...subjectOf(values),
  reason: values.reason,
  requestedBy: values.treasurer,
  approve: values.data,
  reject: values.data,
});

/** Example views. */
export const reversalRequestSamples = {
  ...samplesOf(requestOf),
  "helpers hear, longest": { ...requestOf(longest), unheard: { helpers: longest.others } },
};
