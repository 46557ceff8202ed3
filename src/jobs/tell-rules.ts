import { tellChangedRules } from "../app/rules/tell-rules";
import { tellInTurn, type Telling } from "./tell-in-turn";

/** Tells the linked members of each group whose rules were changed what changes. */
export const tellRules = (context: Telling): Promise<void> =>
  tellInTurn(context, tellChangedRules, "changed rules are told");
