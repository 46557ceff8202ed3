import { getLiveGroups } from "../../app/groups/live-groups";
import { checkReceipt } from "../../app/savings/statements";
import { parseReceiptText } from "../../domain/ledger/receipt";
import { askReceiptCheck } from "../../messages/questions";
import { receiptCheck } from "../../messages/receipts";
import { readAmounts } from "../../understanding/amounts";
import { textCommand } from "../command";

const shape = /(?<receipt>25\d{2}\/(?:[A-Z]\/)?\d{1,9})\s+(?<code>[0-9A-HJKMNP-TV-Z]{8})\s+(?<amount>.+)$/i;

/** ตรวจใบเสร็จ <number> <code> <sum>: answers anyone ตรง or ไม่ตรง; no name, no balance. */
export const checkReceiptCommand = textCommand({
  name: "receipt.check",
  access: "anyone",
  question: true,
  async handle(chat, { rest }) {
    const { receipt: number = "", code = "", amount: sum = "" } = shape.exec(rest)?.groups ?? {};
    const receipt = parseReceiptText(number);
    const [reading] = readAmounts(sum);
    if (!receipt || reading?.verdict !== "value") return { say: [askReceiptCheck(chat.reader)] };
    const amount = reading.satang;
    const matches = await checkReceipt(chat.tx, await getLiveGroups(chat.tx), { receipt, checkCode: code, amount });
    return { say: [receiptCheck(chat.reader, { matches, receipt: number, amount })] };
  },
});
