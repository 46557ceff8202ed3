import { groupOf } from "../../src/domain/ids";
import type { LoanContract } from "../../src/domain/loans/contract";
import type { InstalmentStanding, LoanStanding } from "../../src/domain/loans/standing";
import { add, satang, zero } from "../../src/domain/money";
import type { GraceView } from "../../src/messages/grace";
import type { LoanScheduleView, MyLoansView, PayOffView } from "../../src/messages/my-loans";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const contractOf = ({ member, on, balance }: SampleValues): LoanContract => ({
  id: "namkhao/102/2569",
  groupId: groupOf(member.id),
  contractNo: "102/2569",
  memberId: member.id,
  product: "ordinary",
  disbursedOn: on,
  principal: balance,
  instalments: 24,
  paidThrough: null,
  yearlyRatePercent: "12",
  method: "monthly-on-outstanding",
  guarantorNos: [],
  terms: {
    product: "ordinary",
    rules: { version: 0, clause: "8" },
    principal: balance,
    yearlyRatePercent: "12",
    method: "monthly-on-outstanding",
    basis: "per-period",
    instalments: 24,
    disbursedOn: on,
    firstDueOn: on,
    instalmentRounding: { mode: "up", multiple: satang(100) },
    interestRounding: { mode: "half-even", multiple: satang(1) },
    gracePrincipal: 0,
    graceInterest: 0,
    fee: zero,
  },
});

const states: InstalmentStanding["state"][] = ["paid", "overdue", "due", "coming"];

const standingOf = (values: SampleValues): LoanStanding => {
  const { balance, amount, small, on } = values;
  const instalments = Array.from({ length: 24 }, (_, at): InstalmentStanding => ({
    no: at + 1,
    dueOn: on,
    principal: amount,
    interest: small,
    principalPaid: at === 0 ? amount : zero,
    interestPaid: at < 2 ? small : zero,
    state: states[Math.min(at, 3)] ?? "coming",
  }));
  return {
    contract: contractOf(values),
    on,
    outstanding: balance,
    fineDue: small,
    interestDue: small,
    principalDue: amount,
    missed: 0,
    overdueSince: null,
    next: { no: 2, dueOn: on, principal: amount, interest: small, total: add(amount, small) },
    payOff: add(balance, add(small, small)),
    instalments,
    closed: false,
    period: { since: on, interestBefore: small },
  };
};

const loanOf = (values: SampleValues, missed: number): MyLoansView["loans"][number] => ({
  group: values.group,
  member: values.member,
  contract: { contractNo: "102/2569", owed: values.balance },
  standing: { ...standingOf(values), missed },
});

const loans = (values: SampleValues): MyLoansView => ({
  asOf: values.on,
  loans: [loanOf(values, 0), loanOf(values, 2), { ...loanOf(values, 0), standing: null }],
  guarantees: values.others.map((borrower, at) => ({
    borrower,
    contractNo: "102/2569",
    owed: values.balance,
    amount: at === 0 ? null : values.amount,
  })),
  several: true,
  schedule: values.data,
  payOff: values.data,
  grace: values.data,
});

const grace = (values: SampleValues, asked: boolean): GraceView => ({
  group: values.group,
  member: values.member,
  contract: { contractNo: "102/2569", owed: values.balance },
  standing: asked ? standingOf(values) : idleOf(values),
  wish: values.data,
});

const schedule = (values: SampleValues): LoanScheduleView => ({
  group: values.group,
  standing: standingOf(values),
  from: 0,
  guarantors: values.others.map((member) => ({ member, amount: values.amount })),
  more: values.data,
  payOff: values.data,
});

const payOff = (values: SampleValues): PayOffView => ({ group: values.group, standing: standingOf(values) });

const idleOf = (values: SampleValues): LoanStanding => ({
  ...standingOf(values),
  fineDue: zero,
  interestDue: zero,
  principalDue: zero,
});

const idle = idleOf(usual);

/** Example views. */
export const graceOfferSamples: Samples<GraceView> = {
  ...samplesOf((values) => grace(values, true)),
  coming: grace(usual, false),
  paper: { ...grace(usual, false), standing: null },
};

/** Example views. */
export const myLoansSamples: Samples<MyLoansView> = {
  ...samplesOf(loans),
  one: {
    ...loans(usual),
    loans: [{ ...loanOf(usual, 0), standing: idle }],
    guarantees: [],
    several: false,
  },
  "guarantor only": { ...loans(usual), loans: [], schedule: null, payOff: null },
  "many, longest": {
    ...loans(longest),
    loans: Array.from({ length: 5 }, () => loanOf(longest, 3)),
    guarantees: Array.from({ length: 3 }, () => loans(longest).guarantees).flat(),
  },
};

/** Example views. */
export const loanScheduleSamples: Samples<LoanScheduleView> = {
  ...samplesOf(schedule),
  last: { ...schedule(usual), from: 12, more: null, guarantors: [] },
};

/** Example views. */
export const payOffSamples: Samples<PayOffView> = samplesOf(payOff);
