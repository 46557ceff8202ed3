import type { PaperView } from "../../src/messages/paper";
import { paymentOf } from "../payments/payment.sample";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const paper = (values: SampleValues): PaperView => ({
  group: values.group,
  what: { payment: { ...paymentOf(values.amount), kind: "bankWithdrawal" } },
  amount: values.amount,
  second: values.secretary,
  reason: values.reason,
  requestedBy: values.treasurer,
});

/** Example views. */
export const paperQuestionSamples: Samples<PaperView & { confirm: string; drop: string }> = samplesOf((values) => ({
  ...paper(values),
  confirm: values.data,
  drop: values.data,
}));

/** Example views. */
export const paperNamedSamples: Samples<PaperView> = {
  ...samplesOf(paper),
  reversal: { ...paper(usual), what: { receipt: usual.receipt } },
};

/** Example views. */
export const paperRequestSamples: Samples<PaperView & { photograph: string }> = samplesOf((values) => ({
  ...paper(values),
  photograph: values.data,
}));
