import { add, zero } from "../../src/domain/money";
import { incomingKinds } from "../../src/domain/incomings/incoming";
import { paymentKinds } from "../../src/domain/payments/payment";
import { depositPurposes } from "../../src/domain/savings/deposit";
import type { DayView } from "../../src/messages/days";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** A day with deposits, a reversal and links. */
export const dayOf = (values: SampleValues): DayView => ({
  group: values.group,
  day: { on: values.on, openedAt: values.at },
  totals: {
    deposits: 148,
    reversed: [values.receipt, "2569/000002"].map((receipt) => ({ receipt, on: values.on, amount: values.amount })),
    members: 131,
    received: [
      { purpose: "pledge", amount: values.balance },
      { purpose: "special", amount: values.small },
    ],
    total: add(values.balance, values.small),
    paidOut: [{ kind: "withdrawal", amount: values.small }],
    incomings: [],
    settled: zero,
    cash: {
      opening: values.small,
      received: values.balance,
      paid: values.small,
      difference: zero,
      closing: values.balance,
    },
    firstReceipt: "2569/000001",
    lastReceipt: values.receipt,
    corrections: values.others.map(() => ({ receipt: values.receipt, on: values.on, amount: values.amount })),
    officeCash: values.others.map(() => ({ receipt: values.receipt, on: values.on, amount: values.amount })),
    later: values.others.map(() => ({ receipt: values.receipt, on: values.on, amount: values.amount })),
    between: {
      ...{ from: values.on, to: values.on, entries: [], count: 3, undone: 1, total: values.amount },
      ...{ first: "2569/000381", last: values.receipt, cash: values.small, bank: values.balance },
    },
    links: values.others.map((member) => member.memberNo),
    helpers: values.others.map(({ memberNo }) => ({ memberNo, helperNo: values.member.memberNo })),
  },
  head: { seq: 1_234, hash: "0123456789abcdef".repeat(4) },
  closing: null,
  alone: [],
  linked: values.others,
  between: [
    {
      ...{ receipt: values.receipt, kind: "savings.deposit", on: values.on, amount: values.amount },
      ...{ by: values.treasurer, second: values.treasurer, isUndone: true },
    },
  ],
  offices: [],
});

/** Example views. */
export const dayStillOpenSamples = samplesOf(dayOf);

const ofEveryPurpose = (values: SampleValues): DayView => {
  const day = dayOf(values);
  const received = depositPurposes.map((purpose) => ({ purpose, amount: values.balance }));
  const paidOut = paymentKinds.map((kind) => ({ kind, amount: values.balance }));
  const incomings = incomingKinds.map((kind) => ({ kind, amount: values.balance }));
  const totals = { ...day.totals, received, paidOut, incomings, settled: values.balance };
  return { ...day, changes: values.data, totals };
};

/** Example views. */
export const dayReportSamples: Samples<DayView> = {
  ...samplesOf((values) => ({ ...dayOf(values), changes: values.data })),
  "every purpose": ofEveryPurpose(usual),
  "every purpose, longest": ofEveryPurpose(longest),
  "links and helpers": { ...dayOf(usual), totals: { ...dayOf(usual).totals, corrections: [], later: [] } },
  "nothing recorded": {
    ...dayOf(usual),
    totals: {
      ...dayOf(usual).totals,
      deposits: 0,
      reversed: [],
      members: 0,
      received: [
        { purpose: "pledge", amount: zero },
        { purpose: "special", amount: zero },
      ],
      total: zero,
      paidOut: [],
      incomings: [],
      settled: zero,
      cash: null,
      firstReceipt: null,
      lastReceipt: null,
      corrections: [],
      later: [],
      between: null,
      officeCash: [],
      links: [],
      helpers: [],
    },
  },
};
