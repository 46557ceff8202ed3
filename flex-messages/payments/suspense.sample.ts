import { add } from "../../src/domain/money";
import type { SettlementPlanView, SettlementView, SuspenseItemView } from "../../src/messages/suspense";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const item = ({ receipt, small, reason, at }: SampleValues): SuspenseItemView => ({
  receipt,
  amount: small,
  note: reason.slice(0, 60),
  at,
  days: 124,
  into: "bank",
});
const list = (values: SampleValues, count: number, from = 0) => ({
  group: values.group,
  items: Array.from({ length: count }, () => ({ ...item(values), data: values.data })),
  from,
  more: count > 4 ? values.data : null,
});
const withWays = (values: SampleValues) => ({
  group: values.group,
  item: item(values),
  owner: values.data,
  giveBack: values.data,
});
const plan = ({ group, receipt, at, reason, member, small, amount }: SampleValues): SettlementPlanView => ({
  group,
  receipt,
  cameAt: at,
  note: reason.slice(0, 60),
  member,
  rows: [
    { purpose: "pledge", amount: small },
    { purpose: "special", amount },
  ],
  total: add(small, amount),
});
const withCard = (values: SampleValues) => ({ ...plan(values), confirm: values.data, drop: values.data });
const asked = (values: SampleValues): SettlementView => ({
  ...plan(values),
  requestedBy: values.treasurer,
  decidedBy: null,
  decidedAt: null,
  verdict: "open",
  waitsFor: [values.secretary, values.treasurer, values.secretary],
  settled: null,
});
const decided = (values: SampleValues): SettlementView => ({
  ...asked(values),
  decidedBy: values.secretary,
  decidedAt: values.later,
  verdict: "approved",
  waitsFor: [],
  settled: { receipt: values.receipt, checkCode: values.checkCode },
});
const withAnswer = (values: SampleValues) => ({ ...asked(values), approve: values.data, reject: values.data });

/** Example views. */
export const suspenseListSamples: Samples<ReturnType<typeof list>> = {
  usual: list(usual, 3),
  longest: list(longest, 12),
  none: list(usual, 0),
};

/** Example views. */
export const suspenseItemSamples: Samples<ReturnType<typeof withWays>> = samplesOf(withWays);

/** Example views. */
export const settlementConfirmationSamples: Samples<ReturnType<typeof withCard>> = {
  ...samplesOf(withCard),
  "one purpose": { ...withCard(usual), rows: [{ purpose: "pledge", amount: usual.small }], total: usual.small },
};

/** Example views. */
export const settlementAskedSamples: Samples<SettlementView> = samplesOf(asked);

/** Example views. */
export const settlementRequestSamples: Samples<ReturnType<typeof withAnswer>> = samplesOf(withAnswer);

/** Example views. */
export const settlementDecidedSamples: Samples<SettlementView> = {
  ...samplesOf(decided),
  open: { ...asked(usual), waitsFor: [] },
  rejected: { ...decided(usual), verdict: "rejected", settled: null },
};
