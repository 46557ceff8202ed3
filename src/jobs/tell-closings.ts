import { tellNextClosing } from "../app/closing/tell-members";
import { tellInTurn, type Telling } from "./tell-in-turn";

/** Tells the members of closed working days who did not hear in the closing itself. */
export const tellClosings = (context: Telling): Promise<void> =>
  tellInTurn(context, tellNextClosing, "closings are told");
