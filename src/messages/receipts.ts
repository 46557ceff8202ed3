import checkTemplate from "../../flex-messages/savings/receipt-check.json";
import receiptsTemplate from "../../flex-messages/savings/receipts-today.json";
import { localTimeOf, type LocalDate } from "../domain/dates";
import { sum, type Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, quickPostback } from "./actions";
import { badge } from "./badges";
import { commonGroup } from "./balance";
import { card } from "./card";
import { missingPassbooks, notShownButton } from "./day-closed";
import { heightOf, linesOf, moreButton, rowsThatFit, type More } from "./paging";
import { shortRowsText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { DepositSum, GroupName } from "./views";

/** A receipt in a list. */
export interface ReceiptLine {
  group: GroupName;
  member: MemberName;
  receipt: string;
  at: Date;
  by: OfficerName | null;
  rows: DepositSum[];
  total: Satang;
  checkCode: string;
  reversed: boolean;
}

/** The receipts of a phone's passbooks on a day. */
export interface ReceiptsTodayView {
  on: LocalDate;
  /** What still holds of the whole day, whatever this card has room for; no total where several people's money is among it. */
  day: { count: number; total: Satang | null };
  /** As many as `receiptsOnCard` says. */
  receipts: ReceiptLine[];
  /** Postback data of [ยอดไม่ตรง]. */
  wrong: string;
  /** The way to the other receipts; null where these are all. */
  more: More | null;
  /** Passbooks of the phone in which nothing was recorded on this working day so far. */
  missing: MemberName[];
  /** Numbers of her own passbooks. */
  ownNos: string[];
}

/** Today's receipts, each with number, time, who posted it, sums and check code. */
export const receiptsToday = card<ReceiptsTodayView>({
  name: "savings/receipts-today",
  template: receiptsTemplate,
  alt(say, { day: { count, total } }) {
    if (count === 0) return say.t("savings.receipts.altNone");
    return total === null
      ? say.t("savings.receipts.altSeveral", { count })
      : say.t("savings.receipts.alt", { count, total: say.money(total) });
  },
  layout: (say, view) => ({
    group: groupText(say, view),
    on: say.day(view.on),
    none: view.receipts.length === 0,
    receipts: view.receipts.map((receipt) => ({
      sums: shortRowsText(say, receipt.group, receipt.rows),
      member: say.nickname(receipt.member),
      group: groupText(say, view) === null ? say.group(receipt.group) : null,
      receipt: receipt.receipt,
      time: say.time(localTimeOf(receipt.at)),
      by: say.officer(receipt.by),
      checkCode: receipt.checkCode,
      reversed: receipt.reversed ? badge(say, "cancelled", "savings.reversed") : null,
      decoration: receipt.reversed ? "line-through" : "none",
    })),
    missing: view.missing.length > 0 ? missingPassbooks(say, view) : null,
    buttons: buttons(
      null,
      moreButton(say, "moreReceipts", view.more),
      view.missing.length > 0 ? notShownButton(say) : null,
    ),
  }),
  quickReplies: (say, { wrong }) => [quickPostback(wrong, say.t("cases.wrongBalance"))],
});

/**
 * How many receipts still hold, and their sum where they are all of one passbook and all of money that came in: different people's money is
 * never added up, and what went out is not taken off what came in.
 */
export function dayOf(receipts: readonly ReceiptLine[]): ReceiptsTodayView["day"] {
  const valid = receipts.filter(({ reversed }) => !reversed);
  const passbooks = new Set(valid.map(({ group, member }) => `${group.name.th}\n${member.memberNo}`));
  return {
    count: valid.length,
    total: passbooks.size > 1 || valid.some(({ total }) => total < 0) ? null : sum(valid.map(({ total }) => total)),
  };
}

/** Lines that passbooks without a receipt take. */
const missingLines = 5;

/** Those of the receipts that one card has room for, from the first on, beside passbooks without any; the others are behind its button. */
export function receiptsOnCard(reader: Reader, receipts: readonly ReceiptLine[], hasMissing = false): ReceiptLine[] {
  const say = speak(reader);
  const isOneGroup = commonGroup(receipts.map((receipt) => receipt.group)) !== null;
  return rowsThatFit(receipts, {
    room: 540 - (hasMissing ? heightOf.button + heightOf.gap + missingLines * heightOf.sm : 0),
    button: heightOf.button + heightOf.gap,
    height: ({ group, rows, reversed }) =>
      heightOf.gap +
      linesOf(shortRowsText(say, group, rows), 28) * heightOf.md +
      (isOneGroup ? 2 : 3) * heightOf.xs +
      (reversed ? heightOf.sm : 0),
  });
}

function groupText(say: Speak, view: ReceiptsTodayView): string | null {
  const group = commonGroup(view.receipts.map((receipt) => receipt.group));
  return group && say.group(group);
}

/** What the check of a receipt's number, sum and code came to. */
export interface ReceiptCheckView {
  outcome: "matches" | "differs" | "put-right";
  receipt: string;
  amount: Satang;
}

const checkWords = {
  matches: {
    state: "done",
    word: "savings.check.yes",
    alt: "savings.check.altYes",
    meaning: "savings.check.meaningYes",
  },
  differs: {
    state: "refused",
    word: "savings.check.no",
    alt: "savings.check.altNo",
    meaning: "savings.check.meaningNo",
  },
  "put-right": {
    state: "cancelled",
    word: "savings.check.putRight",
    alt: "savings.check.altPutRight",
    meaning: "savings.check.meaningPutRight",
  },
} as const;

/** Whether a receipt is real: ตรง, ไม่ตรง, or real but put right since; no name and no balance, since anyone may ask. */
export const receiptCheck = card<ReceiptCheckView>({
  name: "savings/receipt-check",
  template: checkTemplate,
  alt: (say, { outcome, receipt }) => say.t(checkWords[outcome].alt, { receipt }),
  layout: (say, view) => ({
    badge: badge(say, checkWords[view.outcome].state, checkWords[view.outcome].word),
    receipt: view.receipt,
    amount: say.money(view.amount),
    meaning: say.t(checkWords[view.outcome].meaning),
    buttons: buttons(null),
  }),
});
