import type { ReceiptCheckView } from "../../src/messages/receipts";
import { longest, usual, type Samples } from "../values.sample";

/** Example views. */
export const receiptCheckSamples: Samples<ReceiptCheckView> = {
  matches: { matches: true, receipt: usual.receipt, amount: usual.amount },
  differs: { matches: false, receipt: usual.receipt, amount: usual.amount },
  longest: { matches: false, receipt: longest.receipt, amount: longest.balance },
};
