import type { DepositConfirmationView } from "../../src/messages/deposits";
import { add, satang, zero } from "../../src/domain/money";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { everyRow, loanRows } from "./every-row.sample";

const view = (values: SampleValues): DepositConfirmationView => ({
  group: values.group,
  member: values.member,
  rows: [
    {
      purpose: "pledge",
      amount: values.small,
      change: { before: values.balance, after: add(values.balance, values.small) },
    },
  ],
  pledge: null,
  fine: null,
  total: values.small,
  already: null,
  confirm: values.data,
  drop: values.data,
});

const both = (values: SampleValues): DepositConfirmationView => ({
  ...view(values),
  rows: [
    ...view(values).rows,
    { purpose: "special", amount: satang(375_00), change: { before: zero, after: satang(375_00) } },
  ],
  total: add(values.small, satang(375_00)),
  already: { receipt: values.receipt, at: values.at, by: values.treasurer },
});

const everyPurpose = (values: SampleValues): DepositConfirmationView => ({
  ...both(values),
  rows: everyRow(values),
  pledge: { paidThrough: values.month, over: values.small, month: values.month },
});

/** Example views. */
export const depositConfirmationSamples: Samples<DepositConfirmationView> = {
  ...samplesOf(view),
  another: both(usual),
  "another, longest": samplesOf(both).longest,
  "every purpose": { ...everyPurpose(usual), already: null },
  "every purpose, longest": samplesOf(everyPurpose).longest,
  "with a loan, longest": { ...everyPurpose(longest), rows: loanRows(longest), already: null },
  "with a fine": { ...view(usual), fine: { amount: satang(10_00), months: 2, clause: "2" } },
};
