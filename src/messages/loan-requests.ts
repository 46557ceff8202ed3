import template from "../../flex-messages/loan-requests/request.json";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import { buttons, postback } from "./actions";
import { card, privateAlt } from "./card";
import { requestLayout, standingText } from "./loan-request-rows";

/** How a request stands, for its borrower: with the way to give it up while that is possible. */
export const requestStanding = card<LoanRequestView & { cancel?: string; name?: string }>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) =>
    requestLayout(say, view, {
      title: say.t("loanRequests.standing.title"),
      notes: [standingText(say, view)],
      buttons: buttons(
        view.name === undefined ? null : postback(view.name, say.t("loanRequests.buttons.name")),
        view.cancel === undefined ? null : postback(view.cancel, say.t("loanRequests.buttons.cancel")),
      ),
    }),
});
