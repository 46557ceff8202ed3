import type { messagingApi } from "@line/bot-sdk";
import confirmationTemplate from "../../flex-messages/deposits/deposit-confirmation.json";
import receiptTemplate from "../../flex-messages/deposits/deposit-receipt.json";
import { localTimeOf, type LocalDate, type YearMonth } from "../domain/dates";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, postback } from "./actions";
import { card, textMessage } from "./card";
import { shortName } from "./labels";
import { besidePaperText } from "./parallel";
import { blocksShown, changesLayout, purposeText, takenText } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { DepositChange, GroupName } from "./views";

/** How far the pledge is paid after a deposit, and the month in which it came. */
export interface PledgeAfter {
  paidThrough: YearMonth;
  /** Satang towards the next month. */
  over: Satang;
  month: YearMonth;
}

/** Tells how far the pledge is paid where that is not simply the month of the deposit. */
function pledgeText(say: Speak, pledge: PledgeAfter | null): string | null {
  if (!pledge || (pledge.paidThrough === pledge.month && pledge.over === 0)) return null;
  const values = { month: say.month(pledge.paidThrough), over: say.money(pledge.over) };
  return say.t(pledge.over === 0 ? "deposits.pledgeThrough" : "deposits.pledgeThroughAndOver", values);
}

function fineText(say: Speak, fine: DepositConfirmationView["fine"]): string | null {
  return fine && say.t("deposits.fine", { ...fine, amount: say.money(fine.amount), baht: say.digits(fine.amount) });
}

/** A deposit before it is posted. */
export interface DepositConfirmationView {
  group: GroupName;
  member: MemberName;
  rows: DepositChange[];
  total: Satang;
  pledge: PledgeAfter | null;
  /** A fine of the rules that is not among the sums. */
  fine: { amount: Satang; months: number; clause: string } | null;
  /** The same member, purposes and sums already posted on this day; null when there is none. */
  already: { receipt: string; at: Date; by: OfficerName | null } | null;
  /** Postback data of the two buttons. */
  confirm: string;
  drop: string;
}

/** The treasurer's question before a deposit is posted: who, what for, how much, from which balance to which. */
export const depositConfirmation = card<DepositConfirmationView>({
  name: "deposits/deposit-confirmation",
  template: confirmationTemplate,
  alt: (say, view) =>
    say.t("deposits.confirmation.alt", { amount: say.money(view.total), member: say.nickname(view.member) }),
  layout: (say, view) => ({
    group: say.group(view.group),
    member: say.member(view.member),
    total: say.money(view.total),
    words: say.words(view.total),
    already:
      view.already &&
      say.t("deposits.confirmation.already", {
        at: say.time(localTimeOf(view.already.at)),
        by: shortName(say.officer(view.already.by)),
        receipt: view.already.receipt,
      }),
    ...changesLayout(say, view.group, view.rows),
    // Beside the warning of an equal deposit the card has no room for both.
    pledge: view.already ? null : pledgeText(say, view.pledge),
    fine: view.already ? null : fineText(say, view.fine),
    buttons: buttons(
      postback(view.confirm, ...confirmLabels(say, view)),
      postback(view.drop, say.t("common.buttons.drop")),
    ),
  }),
});

function confirmLabels(say: Speak, view: DepositConfirmationView): string[] {
  if (view.already) return [say.t("deposits.confirmation.confirmAnother")];
  const amount = say.money(view.total);
  return [say.t("deposits.confirmation.confirm", { amount }), say.t("deposits.confirmation.confirmLong")];
}

/** A contract after a payment: when the next instalment is due and how much it is; null once all is paid. */
export interface LoanAfterView {
  contractNo: string;
  next: { dueOn: LocalDate; total: Satang } | null;
}

/** One line: what comes next on each contract. */
function loansText(say: Speak, loans: readonly LoanAfterView[] | undefined): string | null {
  const lines = (loans ?? []).map(({ contractNo, next }) =>
    next
      ? say.t("deposits.receipt.nextDue", { on: say.shortDay(next.dueOn), amount: say.money(next.total) })
      : say.t("deposits.receipt.paidBack", { contractNo }),
  );
  return lines.length > 0 ? lines.join(" · ") : null;
}

/** A deposit as its receipt tells it. */
export interface DepositReceiptView {
  group: GroupName;
  member: MemberName;
  rows: DepositChange[];
  total: Satang;
  pledge: PledgeAfter | null;
  /** How the contracts that it pays on stand after it; left out where that is not told. */
  loans?: LoanAfterView[];
  /** As people write it, "2569/000123". */
  receipt: string;
  at: Date;
  /** The day of the paper from which it was entered; left out where it was not. */
  paperOn?: LocalDate;
  by: OfficerName | null;
  /** The eight characters of the check code. */
  checkCode: string;
  /** The day of the transfer by which it came; null, or left out, where it came otherwise. */
  transferredOn?: LocalDate | null;
  /** A further showing of a receipt that the reader may have had already. */
  copy?: boolean;
}

/** The receipt as the member has it. */
export const depositReceipt = card<DepositReceiptView>({
  name: "deposits/deposit-receipt",
  template: receiptTemplate,
  alt: receiptAlt,
  layout: (say, view) => ({ ...receiptLayout(say, view), buttons: buttons(null) }),
});

/** The receipt as the treasurer has it at once. */
export interface TreasurerReceiptView extends DepositReceiptView {
  /** Postback data of [แก้รายการที่ลงผิด]; null where it cannot be asked any more. */
  reverse: string | null;
}

/** The receipt for the treasurer. */
export const treasurerReceipt = card<TreasurerReceiptView>({
  name: "deposits/deposit-receipt",
  template: receiptTemplate,
  alt: receiptAlt,
  layout: (say, view) => ({
    ...receiptLayout(say, view),
    buttons: buttons(null, view.reverse === null ? null : postback(view.reverse, say.t("common.buttons.reverse"))),
  }),
});

function receiptAlt(say: Speak, view: DepositReceiptView): string {
  const values = { amount: say.money(view.total), receipt: view.receipt, group: say.group(view.group) };
  return say.t(view.copy ? "deposits.receipt.altCopy" : "deposits.receipt.alt", values);
}

/** When it was received; of a transfer or a paper also its day, and on a long receipt, which has no room for both, that alone. */
function atText(say: Speak, view: DepositReceiptView): string {
  const { at, transferredOn, paperOn, rows } = view;
  const isLong = rows.length > blocksShown;
  if (isLong && paperOn) return say.t("deposits.receipt.paperShort", { on: say.shortDay(paperOn) });
  if (!transferredOn) return takenText(say, view);
  const on = say.shortDay(transferredOn);
  return isLong
    ? say.t("deposits.receipt.transferredShort", { on })
    : say.t("deposits.receipt.transferred", { on, at: say.instant(at) });
}

/** A fine, interest and principal have room for what comes next; with more, the card is full. */
const mostRowsWithLoans = 3;

function receiptLayout(say: Speak, view: DepositReceiptView): object {
  const isLong = view.rows.length > blocksShown;
  return {
    group: say.group(view.group),
    copy: view.copy ? say.t("deposits.receipt.copy") : null,
    member: say.member(view.member),
    total: say.money(view.total),
    words: say.words(view.total),
    no: view.receipt,
    at: atText(say, view),
    by: isLong ? shortName(say.officer(view.by)) : say.officer(view.by),
    ...changesLayout(say, view.group, view.rows),
    pledge: isLong ? null : pledgeText(say, view.pledge),
    // A copy may be of long ago, and what came next then is past.
    loans: view.copy || view.rows.length > mostRowsWithLoans ? null : loansText(say, view.loans),
    paper: isLong ? null : besidePaperText(say, view.group),
    checkCode: view.checkCode,
  };
}

/** What to write into the paper passbook of a member whose receipt no phone gets: a text of its own, to be copied or read out. */
export function passbookLine(
  reader: Reader,
  view: Pick<DepositReceiptView, "group" | "rows" | "receipt">,
): messagingApi.TextMessage {
  const say = speak(reader);
  const parts = view.rows.map((row) => {
    const values = { purpose: purposeText(say, view.group, row), amount: say.digits(row.amount) };
    return row.change
      ? say.t("deposits.receipt.passbookPart", { ...values, after: say.digits(row.change.after) })
      : say.t("deposits.receipt.passbookFee", values);
  });
  return textMessage(say.t("deposits.receipt.passbookLine", { parts: parts.join(" · "), receipt: view.receipt }));
}
