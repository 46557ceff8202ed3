import { tellNextLive } from "../app/parallel-run/tell-live";
import { tellInTurn, type Telling } from "./tell-in-turn";

/** Tells the linked members of each group that paper does not count any more. */
export const tellLive = (context: Telling): Promise<void> =>
  tellInTurn(context, tellNextLive, "members know that their group went live");
