import type { ReversalSubject } from "../../src/messages/reversals";
import { samplesOf, type SampleValues } from "../values.sample";

/** A receipt to be put right. */
export const subjectOf = (values: SampleValues): ReversalSubject => ({
  group: values.group,
  receipt: values.receipt,
  member: values.member,
  purpose: null,
  kind: "savings.deposit",
  total: values.amount,
  at: values.at,
  by: values.treasurer,
  unheard: null,
});

/** Example views. */
export const reversalConfirmationSamples = samplesOf((values) => ({
  ...subjectOf(values),
  reason: values.reason,
  confirm: values.data,
  drop: values.data,
}));
