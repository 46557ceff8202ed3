import template from "../../flex-messages/papers/receipt.json";
import type { LocalDate } from "../domain/dates";
import type { EntryKind } from "../domain/ledger/journal-entry";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import { buttons, quickSaying } from "./actions";
import { badge } from "./badges";
import { card, privateAlt } from "./card";
import { nameRow, shortRowsText, takenText } from "./rows";
import type { DepositSum, GroupName } from "./views";

/** A receipt or voucher that is shown again by its number. */
export interface ShownReceiptView {
  group: GroupName;
  kind: EntryKind;
  member: MemberName | null;
  receipt: string;
  at: Date;
  /** The day of the paper from which it was entered; left out where it was not. */
  paperOn?: LocalDate;
  by: OfficerName | null;
  second: OfficerName | null;
  rows: DepositSum[];
  total: Satang;
  checkCode: string;
  reversed: boolean;
}

/** One receipt, marked as the copy that it is, or as put right since. */
export const shownReceipt = card<ShownReceiptView>({
  name: "papers/receipt",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => ({
    group: say.group(view.group),
    title: say.t("papers.receipt.title", { receipt: view.receipt }),
    badge: view.reversed
      ? badge(say, "cancelled", "papers.receipt.putRight")
      : badge(say, "done", "papers.receipt.copy"),
    what: say.t(`papers.kinds.${view.kind}`),
    total: say.money(view.total),
    words: say.words(view.total),
    sums: view.rows.length > 0 ? shortRowsText(say, view.group, view.rows) : null,
    rows: [
      ...(view.member ? [nameRow(say.t("papers.receipt.member"), say.member(view.member))] : []),
      ...(view.second ? [nameRow(say.t("papers.receipt.second"), say.officer(view.second))] : []),
    ],
    receipt: view.receipt,
    at: takenText(say, view),
    by: say.officer(view.by),
    checkCode: view.checkCode,
    buttons: buttons(null),
  }),
  quickReplies: (say) => [quickSaying(say, "receipts"), quickSaying(say, "balance")],
});
