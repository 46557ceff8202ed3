import { depositPurposes } from "../../src/domain/savings/deposit";
import type { ShownReceiptView } from "../../src/messages/shown-receipt";
import { longest, samplesOf, type SampleValues, type Samples } from "../values.sample";

const receiptOf = (values: SampleValues): ShownReceiptView => ({
  group: values.group,
  kind: "savings.deposit",
  member: values.member,
  receipt: values.receipt,
  at: values.at,
  by: values.treasurer,
  second: null,
  rows: [{ purpose: "pledge", amount: values.small }],
  total: values.small,
  checkCode: values.checkCode,
  reversed: false,
});

/** Example views. */
export const shownReceiptSamples: Samples<ShownReceiptView> = {
  ...samplesOf(receiptOf),
  "every purpose": {
    ...receiptOf(longest),
    rows: depositPurposes.map((purpose) => ({ purpose, amount: longest.balance })),
  },
  "voucher that was put right": {
    ...receiptOf(longest),
    kind: "expense.paid",
    member: null,
    rows: [],
    second: longest.secretary,
    reversed: true,
  },
};
