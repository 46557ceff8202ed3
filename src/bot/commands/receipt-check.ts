import { getLiveGroups } from "../../app/groups/live-groups";
import { checkReceipt } from "../../app/savings/statements";
import { parseReceiptText } from "../../domain/ledger/receipt";
import { askReceiptCheck } from "../../messages/questions";
import { receiptCheck } from "../../messages/receipts";
import { readReceiptLine } from "../../understanding/receipt-line";
import { textCommand } from "../command";

/** ตรวจใบเสร็จ <number> <code> <sum>, or the wording of a receipt: answers anyone ตรง, ไม่ตรง or put right since; no name, no balance. */
export const checkReceiptCommand = textCommand({
  name: "receipt.check",
  access: "anyone",
  question: true,
  async handle(chat, { text }) {
    const line = readReceiptLine(text);
    const receipt = line && parseReceiptText(line.receipt);
    if (!line || !receipt) return { say: [askReceiptCheck(chat.reader)] };
    const outcome = await checkReceipt(chat.tx, await getLiveGroups(chat.tx), { ...line, receipt });
    return { say: [receiptCheck(chat.reader, { outcome, receipt: line.receipt, amount: line.amount })] };
  },
});
