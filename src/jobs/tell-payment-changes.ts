import { tellChangedPayments } from "../app/payment-details/tell-payment-changes";
import { tellInTurn, type Telling } from "./tell-in-turn";

/** Tells the linked members of each group whose payment details change, or whose change was stopped. */
export const tellPaymentChanges = (context: Telling): Promise<void> =>
  tellInTurn(context, tellChangedPayments, "changed payment details are told");
