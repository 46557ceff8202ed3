import { tellNextMove } from "../app/calendar/tell-moves";
import { tellInTurn, type Telling } from "./tell-in-turn";

/** Tells the members of moved and cancelled working days who did not hear in the moving itself. */
export const tellMoves = (context: Telling): Promise<void> => tellInTurn(context, tellNextMove, "moved days are told");
