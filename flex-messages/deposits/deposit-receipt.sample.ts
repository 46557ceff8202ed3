import { add, satang, zero } from "../../src/domain/money";
import type { DepositReceiptView, TreasurerReceiptView } from "../../src/messages/deposits";
import { besidePaper, longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { everyRow, loanRows } from "./every-row.sample";

const view = (values: SampleValues): DepositReceiptView => ({
  group: values.group,
  member: values.member,
  rows: [
    {
      purpose: "pledge",
      amount: values.small,
      change: { before: values.balance, after: add(values.balance, values.small) },
    },
    { purpose: "special", amount: satang(375_00), change: { before: zero, after: satang(375_00) } },
  ],
  pledge: null,
  total: add(values.small, satang(375_00)),
  receipt: values.receipt,
  at: values.at,
  by: values.treasurer,
  checkCode: values.checkCode,
});

const instalment = (values: SampleValues): DepositReceiptView => ({
  ...view(values),
  rows: loanRows(values).filter(({ purpose }) => purpose === "interest" || purpose === "principal"),
  loans: [{ contractNo: "102/2569", next: { dueOn: values.on, total: values.balance } }],
});

/** Example views for the member. */
export const depositReceiptSamples: Samples<DepositReceiptView> = {
  ...samplesOf(view),
  "beside paper": view(besidePaper(longest)),
  "from paper": { ...view(besidePaper(longest)), paperOn: longest.on },
  copy: { ...view(usual), copy: true },
  instalment: instalment(usual),
  "instalment, longest": instalment(longest),
  "instalment, copy": { ...instalment(longest), copy: true },
  "by transfer": { ...view(usual), transferredOn: usual.on },
  "copy, longest": { ...view(longest), copy: true },
};

const everyPurpose = (values: SampleValues): DepositReceiptView => ({
  ...view(values),
  rows: everyRow(values),
  pledge: { paidThrough: values.month, over: values.small, month: values.month },
});

/** Example views for the treasurer. */
export const treasurerReceiptSamples: Samples<TreasurerReceiptView> = {
  usual: { ...view(usual), reverse: usual.data },
  longest: { ...view(longest), copy: true, reverse: longest.data },
  "with a loan": { ...everyPurpose(usual), rows: loanRows(usual), reverse: usual.data },
  "with a loan, longest": { ...everyPurpose(longest), rows: loanRows(longest), copy: true, reverse: longest.data },
  "every purpose": { ...everyPurpose(usual), reverse: usual.data },
  "every purpose, longest": { ...everyPurpose(longest), copy: true, reverse: longest.data },
  "every purpose, by transfer": {
    ...everyPurpose(longest),
    transferredOn: longest.on,
    copy: true,
    reverse: longest.data,
  },
  "every purpose, from paper": { ...everyPurpose(longest), paperOn: longest.on, copy: true, reverse: longest.data },
};
