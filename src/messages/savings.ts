import type { messagingApi } from "@line/bot-sdk";
import balanceTemplate from "../../flex-messages/savings/balance.json";
import balancesTemplate from "../../flex-messages/savings/balances.json";
import checkTemplate from "../../flex-messages/savings/receipt-check.json";
import receiptsTemplate from "../../flex-messages/savings/receipts-today.json";
import type { LocalDate, YearMonth } from "../domain/dates";
import type { DepositLine, SavingsPurpose } from "../domain/notice-views";
import { sum, type Satang } from "../domain/money";
import { buttons, postback } from "./actions";
import { badge } from "./badges";
import { card, privateAlt } from "./card";
import { linesText } from "./deposits";
import type { MemberName, Name, Officer, Reader, Speak } from "./speak";

/** What one passbook holds. */
export interface PassbookBalance {
  groupName: Name;
  member: MemberName;
  pledgeSavings: Satang;
  specialSavings: Satang;
  /** This month's pledge; null for who has none. */
  pledge: { month: YearMonth; amount: Satang; paid: boolean } | null;
  /** The last entry; `by` is null for the balance brought forward at the start. */
  lastEntry: { on: LocalDate; purpose: SavingsPurpose; amount: Satang; by: Officer | null } | null;
}

/** The balances of a phone's passbooks, in the order to show; never summed. */
export interface BalanceView {
  asOf: LocalDate;
  passbooks: PassbookBalance[];
  /** Postback data: the last entries, today's receipts. */
  entries: string;
  receipts: string;
  /** Postback data of the button for the passbooks beyond the first eight; null where there are none. */
  more: string | null;
}

/** Lists show so many rows, and a button for more. */
export const listRows = 8;

/** The balance of a phone: one passbook in full, several by nickname on one card. Throws an Error without any passbook. */
export function balance(reader: Reader, view: BalanceView): messagingApi.FlexMessage {
  const [passbook, second] = view.passbooks;
  if (!passbook) throw new Error("a balance needs a passbook");
  return second ? balances(reader, view) : oneBalance(reader, { ...view, passbook });
}

/** One passbook in full. */
export const oneBalance = card<Omit<BalanceView, "passbooks" | "more"> & { passbook: PassbookBalance }>({
  name: "savings/balance",
  template: balanceTemplate,
  alt: (say, view) => privateAlt(say, view.passbook.groupName),
  layout: (say, { passbook, ...view }) => ({
    group: say.name(passbook.groupName),
    member: say.member(passbook.member),
    savings: say.money(passbook.pledgeSavings),
    words: say.words(passbook.pledgeSavings),
    pledge: pledgeBadge(say, passbook),
    special: passbook.specialSavings > 0 ? say.money(passbook.specialSavings) : null,
    last: passbook.lastEntry && lastEntry(say, passbook.lastEntry),
    asOf: say.day(view.asOf),
    buttons: entryButtons(say, view),
  }),
});

/** Several passbooks of one phone: a block each, with the group named where there are several. */
export const balances = card<BalanceView>({
  name: "savings/balances",
  template: balancesTemplate,
  alt: (say, view) => privateAlt(say, oneGroup(view)),
  layout: (say, view) => {
    const group = oneGroup(view);
    return {
      group: group === null ? null : say.name(group),
      passbooks: view.passbooks.slice(0, listRows).map((passbook) => ({
        nickname: say.nickname(passbook.member),
        no: passbook.member.memberNo,
        group: group === null ? say.name(passbook.groupName) : null,
        savings: say.money(passbook.pledgeSavings),
        special: passbook.specialSavings > 0 ? say.money(passbook.specialSavings) : null,
        pledge: pledgeBadge(say, passbook),
      })),
      asOf: say.day(view.asOf),
      buttons: entryButtons(say, view, view.more),
    };
  },
});

function oneGroup(view: BalanceView): Name | null {
  const [first, ...others] = view.passbooks.map((passbook) => passbook.groupName);
  const same = (a: Name, b: Name): boolean => JSON.stringify(a) === JSON.stringify(b);
  return first !== undefined && others.every((other) => same(first, other)) ? first : null;
}

function pledgeBadge(say: Speak, { pledge }: PassbookBalance): { text: string; colour: string } | null {
  if (!pledge) return null;
  const values = { month: say.month(pledge.month), amount: say.money(pledge.amount) };
  return pledge.paid
    ? badge(say, "done", "savings.pledgePaid", values)
    : badge(say, "waiting", "savings.pledgeWaiting", values);
}

function lastEntry(say: Speak, entry: NonNullable<PassbookBalance["lastEntry"]>): string {
  const values = { on: say.day(entry.on), lines: linesText(say, [entry]) };
  return entry.by
    ? say.t("savings.lastEntryBy", { ...values, by: say.officer(entry.by) })
    : say.t("savings.broughtForward", values);
}

function entryButtons(say: Speak, view: { entries: string; receipts: string }, more: string | null = null) {
  return buttons(
    postback(view.entries, say.t("common.buttons.entries")),
    postback(view.receipts, say.t("common.buttons.receipts")),
    more === null ? null : postback(more, say.t("common.buttons.morePassbooks")),
  );
}

/** A receipt in a list. */
export interface ReceiptLine {
  groupName: Name;
  member: MemberName;
  receipt: string;
  at: Date;
  lines: DepositLine[];
  check: string;
  reversed: boolean;
}

/** Today's receipts of a phone. */
export interface ReceiptsTodayView {
  /** The group where all passbooks are of one; null where they are not, then each receipt names its own. */
  groupName: Name | null;
  on: LocalDate;
  receipts: ReceiptLine[];
  /** Postback data of the button for the receipts beyond the first eight; null where there are none. */
  more: string | null;
}

/** Today's receipts, each with number, time, sums and check code. */
export const receiptsToday = card<ReceiptsTodayView>({
  name: "savings/receipts-today",
  template: receiptsTemplate,
  alt: (say, view) => {
    const valid = view.receipts.filter((receipt) => !receipt.reversed);
    const total = say.money(sum(valid.flatMap((receipt) => receipt.lines.map((line) => line.amount))));
    return say.t(valid.length > 0 ? "savings.receipts.alt" : "savings.receipts.altNone", { count: valid.length, total });
  },
  layout: (say, view) => ({
    group: view.groupName === null ? null : say.name(view.groupName),
    on: say.day(view.on),
    none: view.receipts.length === 0,
    receipts: view.receipts.slice(0, listRows).map((receipt) => ({
      head: say.t("savings.receipts.head", { receipt: receipt.receipt, at: say.instant(receipt.at) }),
      who:
        view.groupName === null
          ? `${say.nickname(receipt.member)} · ${say.name(receipt.groupName)}`
          : say.nickname(receipt.member),
      lines: linesText(say, receipt.lines),
      check: say.t("savings.receipts.check", { check: receipt.check }),
      reversed: receipt.reversed ? badge(say, "cancelled", "savings.reversed") : null,
    })),
    buttons: buttons(null, view.more === null ? null : postback(view.more, say.t("common.buttons.more"))),
  }),
});

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
