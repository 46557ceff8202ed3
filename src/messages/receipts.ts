import checkTemplate from "../../flex-messages/savings/receipt-check.json";
import receiptsTemplate from "../../flex-messages/savings/receipts-today.json";
import { localTimeOf, type LocalDate } from "../domain/dates";
import { sum, type Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { commonGroup, listRows } from "./balance";
import { card } from "./card";
import { shortRowsText } from "./rows";
import type { Speak } from "./speak";
import type { GroupName, SavingsRow } from "./views";

/** A receipt in a list. */
export interface ReceiptLine {
  group: GroupName;
  member: MemberName;
  receipt: string;
  at: Date;
  by: OfficerName | null;
  rows: SavingsRow[];
  total: Satang;
  checkCode: string;
  reversed: boolean;
}

/** The receipts of a phone's passbooks on a day. */
export interface ReceiptsTodayView {
  on: LocalDate;
  receipts: ReceiptLine[];
  /** Postback data of the button for the receipts beyond the first eight; null where there are none. */
  more: string | null;
}

/** Today's receipts, each with number, time, who posted it, sums and check code. */
export const receiptsToday = card<ReceiptsTodayView>({
  name: "savings/receipts-today",
  template: receiptsTemplate,
  alt: (say, view) => {
    const valid = view.receipts.filter((receipt) => !receipt.reversed);
    const values = { count: valid.length, total: say.money(sum(valid.map((receipt) => receipt.total))) };
    return say.t(valid.length > 0 ? "savings.receipts.alt" : "savings.receipts.altNone", values);
  },
  layout: (say, view) => ({
    group: groupText(say, view),
    on: say.day(view.on),
    none: view.receipts.length === 0,
    receipts: view.receipts.slice(0, listRows).map((receipt) => ({
      sums: shortRowsText(say, receipt.rows),
      member: say.nickname(receipt.member),
      group: groupText(say, view) === null ? say.group(receipt.group) : null,
      receipt: receipt.receipt,
      time: say.time(localTimeOf(receipt.at)),
      by: say.officer(receipt.by),
      checkCode: receipt.checkCode,
      reversed: receipt.reversed ? badge(say, "cancelled", "savings.reversed") : null,
    })),
    buttons: buttons(null, view.more === null ? null : postback(view.more, say.t("common.buttons.more"))),
  }),
});

function groupText(say: Speak, view: ReceiptsTodayView): string | null {
  const group = commonGroup(view.receipts.map((receipt) => receipt.group));
  return group && say.group(group);
}

/** What the check of a receipt's number, sum and code came to. */
export interface ReceiptCheckView {
  matches: boolean;
  receipt: string;
  amount: Satang;
}

/** Whether a receipt is real: ตรง or ไม่ตรง; no name and no balance, since anyone may ask. */
export const receiptCheck = card<ReceiptCheckView>({
  name: "savings/receipt-check",
  template: checkTemplate,
  alt: (say, { matches, receipt }) => say.t(`savings.check.${matches ? "altYes" : "altNo"}`, { receipt }),
  layout: (say, view) => ({
    badge: view.matches ? badge(say, "done", "savings.check.yes") : badge(say, "refused", "savings.check.no"),
    receipt: view.receipt,
    amount: say.money(view.amount),
    meaning: say.t(`savings.check.${view.matches ? "meaningYes" : "meaningNo"}`),
    buttons: buttons(null),
  }),
});
