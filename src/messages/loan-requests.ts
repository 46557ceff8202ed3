import template from "../../flex-messages/loan-requests/request.json";
import type { LoanRequestView } from "../domain/loans/requests/request-view";
import { buttons, postback } from "./actions";
import { card, privateAlt } from "./card";
import { requestLayout, requestRows, standingText } from "./loan-request-rows";
import type { Speak } from "./speak";

/** What a borrower may do with her request as it stands: postback data of each. */
export interface RequestButtons {
  /** Take an offer of less, or not. */
  accept?: string;
  decline?: string;
  /** Name a guarantor. */
  name?: string;
  cancel?: string;
}

/** What of her own request its borrower is reminded of: its number, how it is paid back, and who stands for it. */
const ownLabels = (say: Speak, { request }: LoanRequestView): string[] => [
  say.t("loanRequests.rows.no"),
  say.t("loanRequests.rows.instalments"),
  say.t("loanRequests.rows.guarantors", { count: request.guarantorsNeeded }),
];

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
      rows: requestRows(say, view).filter(({ label }) => ownLabels(say, view).includes(label)),
      notes: [standingText(say, view)],
      buttons: buttons(
        first,
        decline === undefined ? null : postback(decline, say.t("loanRequests.buttons.decline")),
        cancel === undefined ? null : postback(cancel, say.t("loanRequests.buttons.cancel")),
      ),
    });
  },
});
