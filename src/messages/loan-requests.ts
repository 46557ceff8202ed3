import template from "../../flex-messages/loan-requests/request.json";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import { buttons, postback } from "./actions";
import { card, privateAlt } from "./card";
import { requestLayout, standingText } from "./loan-request-rows";

/** What a borrower may do with her request as it stands: postback data of each. */
export interface RequestButtons {
  /** Take an offer of less, or not. */
  accept?: string;
  decline?: string;
  /** Name a guarantor. */
  name?: string;
  cancel?: string;
}

/** How a request stands, for its borrower: who is next, since when, and what she may do. */
export const requestStanding = card<LoanRequestView & RequestButtons>({
  name: "loan-requests/request",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => {
    const granted = view.request.decision?.granted ?? view.request.amount;
    const { accept, decline, name, cancel } = view;
    const first =
      accept === undefined
        ? name === undefined
          ? null
          : postback(name, say.t("loanRequests.buttons.name"))
        : postback(
            accept,
            say.t("loanRequests.buttons.accept", { amount: say.money(granted) }),
            say.t("loanRequests.buttons.acceptLong"),
          );
    return requestLayout(say, view, {
      title: say.t("loanRequests.standing.title"),
      notes: [standingText(say, view)],
      buttons: buttons(
        first,
        decline === undefined ? null : postback(decline, say.t("loanRequests.buttons.decline")),
        cancel === undefined ? null : postback(cancel, say.t("loanRequests.buttons.cancel")),
      ),
    });
  },
});
