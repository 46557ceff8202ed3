import template from "../../flex-messages/loan-requests/request.json";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import { satang } from "../domain/money";
import { buttons, postback } from "./actions";
import { card, privateAlt } from "./card";
import { voteRows } from "./loan-ballots";
import { requestLayout, standingText } from "./loan-request-rows";

/** Tells a borrower what became of her request: the resolution and the reason, never who voted how. */
export const loanDecided = card<LoanRequestView & { accept?: string; decline?: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const { request, accept, decline } = view;
    const granted = request.decision?.granted ?? satang(0);
    return requestLayout(say, view, {
      title: say.t("votes.loan.told.title"),
      rows: voteRows(say, view).slice(2, 3),
      notes: [standingText(say, view), say.t(`votes.loan.told.${toldKey(view)}`)],
      buttons:
        accept !== undefined && decline !== undefined && request.state === "offered"
          ? buttons(
              postback(accept, say.t("votes.loan.told.accept", { amount: say.money(granted) })),
              postback(decline, say.t("votes.loan.told.decline")),
            )
          : buttons(null),
    });
  },
});

function toldKey({ request }: LoanRequestView): "approved" | "offered" | "rejected" | "waiting" {
  const { state } = request;
  return state === "approved" || state === "offered" || state === "rejected" ? state : "waiting";
}
