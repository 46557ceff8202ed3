import template from "../../flex-messages/payments/payment.json";
import type { Satang } from "../domain/money";
import { badge } from "./badges";
import { card, privateAlt } from "./card";
import { decidedText } from "./decided";
import type { DifferencePlanView } from "./differences";
import { figureLayout } from "./figure-cards";
import type { DecisionView } from "./office-cards";
import { nameRow, row } from "./rows";
import { shortMember } from "./unheard";

/** A difference that was settled, as the member reads of it whose money it was, or who made it good. */
export interface DifferenceReceiptView extends DifferencePlanView, DecisionView {
  /** Special savings before and after, in satang; null where she made it good, which goes into no passbook. */
  savings: { before: Satang; after: Satang } | null;
  copy?: boolean;
}

/** Tells a member that money that was found over went into her savings, or that she made good what was missing: her receipt. */
export const differenceReceipt = card<DifferenceReceiptView>({
  name: "payments/payment",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout(say, view) {
    const { settlement, member, savings, voucher, checkCode } = view;
    const way = savings ? "owner" : "madeGood";
    const change = savings && `${say.digits(savings.before)} → ${say.money(savings.after)}`;
    return figureLayout(say, {
      group: view.group,
      title: say.t(`differences.receipt.${way}.title`, { member: member ? shortMember(say, member) : "" }),
      badge: view.copy ? badge(say, "cancelled", "differences.receipt.copy") : null,
      what: say.t(`differences.receipt.${way}.what`, { thing: say.t(`differences.things.${settlement.what}`) }),
      figure: say.money(settlement.amount),
      words: say.words(settlement.amount),
      rows: [
        ...(member ? [nameRow(say.t("payments.rows.member"), say.member(member))] : []),
        ...(change === null ? [] : [row(say.t("common.balances.special"), change)]),
        row(say.t("deposits.receipt.no"), voucher ?? ""),
        row(say.t("deposits.receipt.check"), checkCode ?? ""),
      ],
      notes: [decidedText(say, view), say.t(`differences.receipt.${way}.note`)],
    });
  },
});
