import { subtract, zero, type Satang } from "../../src/domain/money";
import { payoutSums } from "../../src/domain/loans/payouts/payout";
import type { Payment } from "../../src/domain/payments/payment";
import type { PaymentPlanView, PaymentView } from "../../src/messages/payments";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** A voucher for stationery. */
export const paymentOf = (amount: Satang): Payment => ({
  kind: "expense",
  amount,
  source: "cash",
  memberNo: null,
  purpose: "ค่าวัสดุ",
  payee: "ร้านป้าแดง",
  contractNo: null,
  resolution: null,
});

/** A payment that nobody asked for as a member. */
const unasked = { wish: null, unheard: null, already: null, payout: null };

const expense = (values: SampleValues): PaymentPlanView => ({
  group: values.group,
  payment: paymentOf(values.small),
  member: null,
  savings: null,
  ...unasked,
});

const withdrawal = (values: SampleValues): PaymentPlanView => ({
  group: values.group,
  payment: {
    ...paymentOf(values.small),
    kind: "withdrawal",
    memberNo: values.member.memberNo,
    purpose: null,
    payee: null,
  },
  member: values.member,
  savings: { before: values.balance, after: subtract(values.balance, values.small) },
  wish: { by: values.member, at: values.at },
  unheard: { helpers: values === longest ? values.others : [] },
  already: { voucher: values.receipt, at: values.at },
  payout: null,
});

const loan = (values: SampleValues): PaymentPlanView => ({
  group: values.group,
  payment: {
    ...paymentOf(values.balance),
    kind: "loan",
    source: "bank",
    memberNo: values.member.memberNo,
    purpose: values.reason.slice(0, 60),
    payee: null,
    contractNo: "15/2569",
    resolution: "3/2569",
  },
  member: values.member,
  savings: null,
  ...unasked,
  already: values === longest ? { voucher: values.receipt, at: values.at } : null,
});

/** The payout of a request for a loan; the longest renews an old contract and keeps a fee. */
const payout = (values: SampleValues): PaymentPlanView => {
  const isLong = values === longest;
  const old = { contractNo: "ก7/2567", principal: values.small, interest: values.small, fine: values.small };
  return {
    ...loan(values),
    payment: {
      ...loan(values).payment,
      contractNo: "ก12/2569",
      source: isLong ? "bank" : "cash",
      payee: isLong ? "ธ.ก.ส. 0123456789012 ชื่อ มาลี ทองดี ณ สงขลา".slice(0, 60) : null,
    },
    already: null,
    payout: {
      contractNo: "ก12/2569",
      sums: payoutSums(values.balance, isLong ? values.small : zero, isLong ? old : null),
      first: { dueOn: values.on, total: values.small },
    },
  };
};

const moved: PaymentPlanView = {
  ...expense(usual),
  payment: { ...paymentOf(usual.balance), kind: "bankDeposit", purpose: null, payee: null },
};

const asked =
  (plan: (values: SampleValues) => PaymentPlanView) =>
  (values: SampleValues): PaymentView => ({
    ...plan(values),
    requestedBy: values.treasurer,
    decidedBy: null,
    decidedAt: null,
    verdict: "open",
    waitsFor: [values.secretary, values.treasurer, values.secretary],
    paid: null,
  });

const decided =
  (plan: (values: SampleValues) => PaymentPlanView) =>
  (values: SampleValues): PaymentView => ({
    ...asked(plan)(values),
    decidedBy: values.secretary,
    decidedAt: values.later,
    verdict: "approved",
    waitsFor: [],
    paid: { receipt: values.receipt, at: values.later, checkCode: values.checkCode },
  });

const withCard = (plan: (values: SampleValues) => PaymentPlanView) => (values: SampleValues) => ({
  ...plan(values),
  confirm: values.data,
  drop: values.data,
});
const withAnswer = (plan: (values: SampleValues) => PaymentPlanView) => (values: SampleValues) => ({
  ...asked(plan)(values),
  approve: values.data,
  reject: values.data,
});

/** Example views. */
export const paymentConfirmationSamples: Samples<ReturnType<ReturnType<typeof withCard>>> = {
  ...samplesOf(withCard(loan)),
  expense: withCard(expense)(usual),
  withdrawal: withCard(withdrawal)(usual),
  payout: withCard(payout)(usual),
  "payout, longest": withCard(payout)(longest),
  "to the bank": { ...moved, confirm: usual.data, drop: usual.data },
};

/** Example views. */
export const paymentAskedSamples: Samples<PaymentView> = {
  ...samplesOf(asked(loan)),
  "waits for nobody by name": { ...asked(withdrawal)(usual), waitsFor: [] },
};

/** Example views. */
export const paymentRequestSamples: Samples<ReturnType<ReturnType<typeof withAnswer>>> = {
  ...samplesOf(withAnswer(loan)),
  "withdrawal, longest": withAnswer(withdrawal)(longest),
  "payout, longest": withAnswer(payout)(longest),
};

/** Example views. */
export const paymentDecidedSamples: Samples<PaymentView> = {
  ...samplesOf(decided(loan)),
  "withdrawal, longest": decided(withdrawal)(longest),
  "payout, longest": decided(payout)(longest),
  open: asked(expense)(usual),
  rejected: { ...decided(expense)(usual), verdict: "rejected", paid: null },
};

/** Example views. */
export const paymentReceiptSamples: Samples<PaymentView & { copy?: boolean }> = {
  ...samplesOf(decided(withdrawal)),
  payout: decided(payout)(usual),
  "payout, longest": decided(payout)(longest),
  "copy, longest": { ...decided(withdrawal)(longest), copy: true },
  "on paper, longest": { ...decided(withdrawal)(longest), photographedBy: longest.treasurer },
  "to the last satang": { ...decided(withdrawal)(usual), savings: { before: usual.small, after: zero } },
};
