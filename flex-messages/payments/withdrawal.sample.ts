import { subtract } from "../../src/domain/money";
import type { WithdrawalPlanView, WithdrawalView } from "../../src/messages/withdrawals";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const plan = ({ group, member, balance, small }: SampleValues): WithdrawalPlanView => ({
  group,
  member,
  amount: small,
  savings: { before: balance, after: subtract(balance, small) },
});
const withCard = (values: SampleValues) => ({ ...plan(values), confirm: values.data, drop: values.data });
const asked = (values: SampleValues): WithdrawalView => ({
  ...plan(values),
  askedFor: values.others[0] ?? null,
  askedAt: values.at,
  state: "open",
  endedBy: null,
  endedAt: null,
  reason: null,
});
const waiting = (values: SampleValues) => ({ ...asked(values), cancel: values.data });
const refused = (values: SampleValues): WithdrawalView => ({
  ...asked(values),
  savings: null,
  state: "refused",
  endedBy: values.treasurer,
  endedAt: values.later,
  reason: values.reason,
});
const withAnswers = (values: SampleValues) => ({
  ...asked(values),
  payCash: values.data,
  payBank: values.data,
  refuse: values.data,
});

/** Example views. */
export const withdrawalConfirmationSamples: Samples<ReturnType<typeof withCard>> = samplesOf(withCard);

/** Example views. */
export const withdrawalStandingSamples: Samples<WithdrawalView & { cancel?: string }> = {
  ...samplesOf(waiting),
  refused: refused(usual),
  "refused, longest": refused(longest),
  paid: { ...refused(usual), state: "paid", endedBy: null, reason: null },
  "given up": { ...refused(usual), askedFor: null, state: "withdrawn", endedBy: null, reason: null },
};

/** Example views. */
export const withdrawalRequestSamples: Samples<ReturnType<typeof withAnswers>> = samplesOf(withAnswers);
