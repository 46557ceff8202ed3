import confirmationTemplate from "../../flex-messages/deposits/deposit-confirmation.json";
import receiptTemplate from "../../flex-messages/deposits/deposit-receipt.json";
import type { BalanceChange, DepositLine, DepositReceiptView } from "../domain/notice-views";
import { buttons, postback } from "./actions";
import { card } from "./card";
import { changeRows, purposeRows, totalOf } from "./rows";
import type { MemberName, Name, Officer, Speak } from "./speak";

/** A deposit before it is posted. */
export interface DepositConfirmationView {
  groupName: Name;
  member: MemberName;
  lines: BalanceChange[];
  /** The same member, purpose and sum already posted on this day; null when there is none. */
  earlier: { at: Date; by: Officer; receipt: string } | null;
  /** Postback data of the two buttons. */
  confirm: string;
  drop: string;
}

/** The treasurer's question before a deposit is posted: who, what for, how much, from which balance to which. */
export const depositConfirmation = card<DepositConfirmationView>({
  name: "deposits/deposit-confirmation",
  template: confirmationTemplate,
  alt: (say, view) => {
    const values = { amount: say.money(totalOf(view.lines)), member: say.nickname(view.member) };
    return say.t("deposits.confirmation.alt", values);
  },
  layout: (say, view) => {
    const total = totalOf(view.lines);
    const { earlier } = view;
    return {
      group: say.name(view.groupName),
      member: say.member(view.member),
      total: say.money(total),
      words: say.words(total),
      earlier:
        earlier &&
        say.t("deposits.confirmation.earlier", {
          at: say.instant(earlier.at),
          by: say.officer(earlier.by),
          receipt: earlier.receipt,
        }),
      sums: purposeRows(say, view.lines),
      changes: changeRows(say, view.lines),
      buttons: buttons(
        postback(view.confirm, ...confirmLabels(say, view)),
        postback(view.drop, say.t("common.buttons.drop")),
      ),
    };
  },
});

function confirmLabels(say: Speak, view: DepositConfirmationView): string[] {
  if (view.earlier) return [say.t("deposits.confirmation.confirmAnother")];
  const amount = say.money(totalOf(view.lines));
  return [say.t("deposits.confirmation.confirm", { amount }), say.t("deposits.confirmation.confirmLong")];
}

/** The receipt as the member has it. */
export const depositReceipt = card<DepositReceiptView>({
  name: "deposits/deposit-receipt",
  template: receiptTemplate,
  alt: (say, view) => receiptAlt(say, view),
  layout: (say, view) => ({ ...receiptLayout(say, view), passbookLine: null, buttons: buttons(null) }),
});

/** The receipt as the treasurer has it at once. */
export interface TreasurerReceiptView extends DepositReceiptView {
  /** Whether the member's own phone gets the receipt too; if not, a line to copy into the paper passbook stands on the card. */
  linked: boolean;
  /** Postback data of [แก้รายการที่ลงผิด]; null where it cannot be asked any more. */
  reverse: string | null;
}

/** The receipt for the treasurer, with the line for the paper passbook of a member without LINE. */
export const treasurerReceipt = card<TreasurerReceiptView>({
  name: "deposits/deposit-receipt",
  template: receiptTemplate,
  alt: (say, view) => receiptAlt(say, view),
  layout: (say, view) => ({
    ...receiptLayout(say, view),
    passbookLine: view.linked ? null : passbookLine(say, view),
    buttons: buttons(null, view.reverse === null ? null : postback(view.reverse, say.t("common.buttons.reverse"))),
  }),
});

function receiptAlt(say: Speak, view: DepositReceiptView): string {
  const values = { amount: say.money(totalOf(view.lines)), receipt: view.receipt, group: say.name(view.groupName) };
  return say.t(view.copy ? "deposits.receipt.altCopy" : "deposits.receipt.alt", values);
}

function receiptLayout(say: Speak, view: DepositReceiptView): object {
  const total = totalOf(view.lines);
  return {
    group: say.name(view.groupName),
    copy: view.copy ? say.t("deposits.receipt.copy") : null,
    member: say.member(view.member),
    total: say.money(total),
    words: say.words(total),
    sums: purposeRows(say, view.lines),
    no: view.receipt,
    at: say.instant(view.at),
    postedBy: say.officer(view.postedBy),
    changes: changeRows(say, view.lines),
    check: view.check,
  };
}

function passbookLine(say: Speak, view: DepositReceiptView): string {
  const parts = view.lines.map((line: BalanceChange) =>
    say.t("deposits.receipt.passbookPart", {
      purpose: say.t(`common.purposes.${line.purpose}`),
      amount: say.digits(line.amount),
      after: say.digits(line.after),
    }),
  );
  return say.t("deposits.receipt.passbookLine", { parts: parts.join(" · "), receipt: view.receipt });
}

/** What a deposit is for and how much, in one line: "เงินสัจจะ 100 บาท". */
export function linesText(say: Speak, lines: readonly DepositLine[]): string {
  return purposeRows(say, lines)
    .map(({ label, value }) => `${label} ${value}`)
    .join(", ");
}
