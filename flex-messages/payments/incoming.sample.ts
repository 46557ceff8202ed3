import type { IncomingPlanView, IncomingReceiptView } from "../../src/messages/incomings";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const suspense = ({ group, small, reason }: SampleValues): IncomingPlanView => ({
  group,
  incoming: { kind: "suspense", amount: small, into: "bank", note: reason.slice(0, 60) },
  account: "2400",
});
const interest = ({ group, small }: SampleValues): IncomingPlanView => ({
  group,
  incoming: { kind: "bankInterest", amount: small, into: "bank", note: null },
  account: "4400",
});
const grant = ({ group, balance }: SampleValues): IncomingPlanView => ({
  group,
  incoming: { kind: "grant", amount: balance, into: "cash", note: "อบต." },
  account: "3500",
});
const withCard = (plan: IncomingPlanView) => ({
  ...plan,
  already: { receipt: longest.receipt, at: longest.at },
  confirm: usual.data,
  drop: usual.data,
});
const recorded =
  (plan: (values: SampleValues) => IncomingPlanView) =>
  (values: SampleValues): IncomingReceiptView => ({
    ...plan(values),
    receipt: values.receipt,
    at: values.at,
    by: values.treasurer,
    checkCode: values.checkCode,
    reverse: values.data,
  });

/** Example views. */
export const incomingConfirmationSamples: Samples<ReturnType<typeof withCard>> = {
  usual: withCard(suspense(usual)),
  longest: withCard(suspense(longest)),
  interest: withCard(interest(usual)),
  grant: withCard(grant(usual)),
};

/** Example views. */
export const incomingReceiptSamples: Samples<IncomingReceiptView> = {
  ...samplesOf(recorded(suspense)),
  interest: recorded(interest)(usual),
  copy: { ...recorded(suspense)(longest), copy: true },
};
