import type { Office } from "../groups/offices";
import type { MemberId } from "../ids";
import { subtract, zero, type Satang } from "../money";
import type { RuleValues } from "../rules/rule-values";

/** Who keeps the cash until the next working day, in which office, and what the rules let that office keep. */
export interface Keeper {
  memberId: MemberId;
  /** `<committee>.<position>`. */
  position: string;
  /** Satang; nothing where the rules do not name the office. */
  limit: Satang;
}

/** What the rules let this office keep overnight, in satang: the offices of the executive committee alone, nothing where they do not name it. */
export function limitOf({ committee, position }: Office, { keepers }: RuleValues["cash-overnight"]): Satang {
  if (committee !== "executive") return zero;
  return keepers.find((keeper) => keeper.position === position)?.limit ?? zero;
}

/** Whether there is cash that nobody was named to keep. */
export function lacksKeeper({ cash, keeper }: { cash: Satang; keeper: object | null }): boolean {
  return cash > 0 && keeper === null;
}

/** By how much the cash is above what its keeper may keep, in satang; zero where it is not. */
export function aboveLimit({ limit }: Pick<Keeper, "limit">, cash: Satang): Satang {
  return cash > limit ? subtract(cash, limit) : zero;
}
