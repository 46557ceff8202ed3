import type { DecisionView } from "../../src/messages/office-cards";
import type { PaymentChangePlanView, StoppedChangeView, ToldChangeView } from "../../src/messages/payment-details";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { answered, openDecision } from "./matter.sample";

const changeOf = (values: SampleValues): PaymentChangePlanView => ({
  group: values.group,
  change: {
    way: values === longest ? "bank" : "promptPay",
    value: values === longest ? (values.group.payment.bank ?? "").slice(0, 60) : "0812345678",
    accountName: values.group.name.th.slice(0, 60),
    from: values.on,
  },
  before: values.group.payment.bank ?? null,
});

/** Example views. */
export const paymentChangeConfirmationSamples: Samples<PaymentChangePlanView & { confirm: string; drop: string }> = {
  ...samplesOf((values) => ({ ...changeOf(values), confirm: values.data, drop: values.data })),
  "nothing before": { ...changeOf(usual), before: null, confirm: usual.data, drop: usual.data },
};

/** Example views. */
export const paymentChangeAskedSamples: Samples<PaymentChangePlanView & DecisionView> = samplesOf((values) => ({
  ...changeOf(values),
  ...openDecision(values),
}));

/** Example views. */
export const paymentChangeRequestSamples: Samples<
  PaymentChangePlanView & DecisionView & { approve: string; reject: string }
> = samplesOf((values) => ({
  ...changeOf(values),
  ...openDecision(values),
  approve: values.data,
  reject: values.data,
}));

/** Example views. */
export const paymentChangeDecidedSamples: Samples<PaymentChangePlanView & DecisionView> = {
  ...samplesOf((values) => ({ ...changeOf(values), ...answered(values, "approved") })),
  open: { ...changeOf(usual), ...openDecision(usual) },
  rejected: { ...changeOf(longest), ...answered(longest, "rejected") },
};

const stopped = (values: SampleValues): StoppedChangeView => ({
  group: values.group,
  change: changeOf(values).change,
  stoppedBy: values.secretary,
});

/** Example views. */
export const paymentStopSamples: Samples<StoppedChangeView & { confirm: string; drop: string }> = samplesOf(
  (values) => ({ ...stopped(values), stoppedBy: null, confirm: values.data, drop: values.data }),
);

/** Example views. */
export const paymentStoppedSamples: Samples<StoppedChangeView> = samplesOf(stopped);

const told = (values: SampleValues): ToldChangeView => ({
  group: values.group,
  change: changeOf(values).change,
  isStopped: false,
});

/** Example views. */
export const paymentChangeToldSamples: Samples<ToldChangeView> = {
  ...samplesOf(told),
  stopped: { ...told(longest), isStopped: true },
};
