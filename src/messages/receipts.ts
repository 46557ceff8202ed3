import checkTemplate from "../../flex-messages/savings/receipt-check.json";
import receiptsTemplate from "../../flex-messages/savings/receipts-today.json";
import { localDateOf, localTimeOf, type LocalDate } from "../domain/dates";
import type { EntryKind } from "../domain/ledger/journal-entry";
import { satang, sum, type Satang } from "../domain/money";
import { paymentKindOf } from "../domain/payments/payment";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, quickPostback } from "./actions";
import { badge } from "./badges";
import { commonGroup } from "./balance";
import { card } from "./card";
import { spanText, type SpanPeriod } from "./entries";
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
  /** The day of the paper from which it was entered; left out where it was not. */
  paperOn?: LocalDate;
  by: OfficerName | null;
  kind: EntryKind;
  /** Empty where it went into no passbook: cash that made a difference good. */
  rows: DepositSum[];
  total: Satang;
  checkCode: string;
  reversed: boolean;
}

/** The receipts of a phone's passbooks on a day, or of a month or year. */
export interface ReceiptsTodayView {
  period: { kind: "day"; on: LocalDate } | SpanPeriod;
  /** Whether it is the present day, to which receipts may still come. */
  isToday: boolean;
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

/** The receipts of a day, month or year, each with number, time, who posted it, sums and check code. */
export const receiptsToday = card<ReceiptsTodayView>({
  name: "savings/receipts-today",
  template: receiptsTemplate,
  alt(say, { day: { count, total }, isToday }) {
    if (!isToday) return say.t("savings.receipts.altEarlier", { count });
    if (count === 0) return say.t("savings.receipts.altNone");
    return total === null
      ? say.t("savings.receipts.altSeveral", { count })
      : say.t("savings.receipts.alt", { count, total: say.money(total) });
  },
  layout: (say, view) => ({
    group: groupText(say, view),
    on: view.period.kind === "day" ? say.day(view.period.on) : spanText(say, view.period),
    none:
      view.receipts.length > 0 ? null : say.t(view.isToday ? "savings.receipts.none" : "savings.receipts.noneEarlier"),
    receipts: view.receipts.map((receipt) => ({
      sums: sumsText(say, receipt),
      member: say.nickname(receipt.member),
      group: groupText(say, view) === null ? say.group(receipt.group) : null,
      receipt: numberText(say, receipt),
      time: whenText(say, receipt, view.period),
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

/** When it was taken: the hour in a list of a day, else the day; from paper that says it. */
function whenText(say: Speak, { at, paperOn }: ReceiptLine, { kind }: ReceiptsTodayView["period"]): string {
  if (kind === "day") return paperOn ? say.t("deposits.receipt.fromPaper") : say.time(localTimeOf(at));
  return say.shortDay(paperOn ?? localDateOf(at));
}

/**
 * How many receipts still hold, and their sum where they are all of one passbook and all of money that came in: different people's money is
 * never added up, and what went out is not taken off what came in.
 */
export function dayOf(receipts: readonly ReceiptLine[]): ReceiptsTodayView["day"] {
  const valid = receipts.filter(({ reversed }) => !reversed);
  const passbooks = new Set(valid.map(({ group, member }) => `${group.name.th}\n${member.memberNo}`));
  return {
    count: valid.length,
    total:
      passbooks.size > 1 || valid.some(({ total, rows }) => total < 0 || rows.length === 0)
        ? null
        : sum(valid.map(({ total }) => total)),
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
    height: (receipt) =>
      heightOf.gap +
      linesOf(sumsText(say, receipt), 28) * heightOf.md +
      (isOneGroup ? 2 : 3) * heightOf.xs +
      (receipt.reversed ? heightOf.sm : 0),
  });
}

/** What it is for: of money that left, what it was; of cash that made a difference good, that. */
function sumsText(say: Speak, { kind, group, rows, total }: ReceiptLine): string {
  const paid = paymentKindOf(kind);
  if (paid) return `${say.t(`payments.kinds.${paid}`)} ${say.money(satang(Math.abs(total)))}`;
  return rows.length > 0
    ? shortRowsText(say, group, rows)
    : say.t("savings.receipts.madeGood", { amount: say.money(total) });
}

const numberText = (say: Speak, { kind, receipt }: ReceiptLine): string =>
  paymentKindOf(kind) ? say.t("savings.receipts.voucher", { receipt }) : receipt;

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
