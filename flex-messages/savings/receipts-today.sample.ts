import type { ReceiptLine, ReceiptsTodayView } from "../../src/messages/receipts";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

const line = (values: SampleValues): ReceiptLine => ({
  group: values.group,
  member: values.member,
  receipt: values.receipt,
  at: values.at,
  by: values.treasurer,
  rows: [
    { purpose: "pledge", amount: values.small },
    { purpose: "special", amount: values.amount },
  ],
  total: values.amount,
  checkCode: values.checkCode,
  reversed: false,
});

/** Example views. */
export const receiptsTodaySamples: Samples<ReceiptsTodayView> = {
  usual: { on: usual.on, receipts: [line(usual), { ...line(usual), reversed: true }], more: null },
  "eight receipts": { on: usual.on, receipts: Array.from({ length: 8 }, () => line(usual)), more: usual.data },
  "two groups": { on: usual.on, receipts: [line(usual), line(longest)], more: null },
  none: { on: usual.on, receipts: [], more: null },
  longest: {
    on: longest.on,
    receipts: Array.from({ length: 8 }, () => ({ ...line(longest), reversed: true })),
    more: longest.data,
  },
};
