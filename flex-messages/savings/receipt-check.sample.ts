import type { ReceiptCheckView } from "../../src/messages/receipts";
import { longest, usual, type Samples } from "../values.sample";

/** Example views. */
export const receiptCheckSamples: Samples<ReceiptCheckView> = {
  matches: { outcome: "matches", receipt: usual.receipt, amount: usual.amount },
  differs: { outcome: "differs", receipt: usual.receipt, amount: usual.amount },
  "put right since": { outcome: "put-right", receipt: usual.receipt, amount: usual.amount },
  longest: { outcome: "differs", receipt: longest.receipt, amount: longest.balance },
  "longest, put right since": { outcome: "put-right", receipt: longest.receipt, amount: longest.balance },
};
