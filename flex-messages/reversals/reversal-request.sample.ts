import { samplesOf } from "../values.sample";
import { subjectOf } from "./reversal-confirmation.sample";

/** Example views. */
export const reversalRequestSamples = samplesOf((values) => ({
  ...subjectOf(values),
  reason: values.reason,
  requestedBy: values.treasurer,
  approve: values.data,
  reject: values.data,
}));
