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

/** A keeper as she was named at the counting, and who said since that she has the cash. */
export interface NamedKeeper extends Keeper {
  /** She has a LINE of her own, by which she can say so. */
  hasLine: boolean;
  /** Who said so: she herself, or the counter beside the one who named her. */
  words: MemberId[];
}

/**
 * Whose word stands for it that a keeper has the cash: her own; that of the counter beside the first, who keeps it herself; that of this counter for
 * somebody else who said nothing; nobody's but of who named her.
 */
export type KeeperWord = "own" | "agreed" | "vouched" | "none";

/** Somebody who was named as the keeper of the cash, and who said that she has not got it. */
export interface NotTaken {
  keeper: MemberId;
  by: MemberId;
}

/** Whose word it is that the keeper has the cash, where `first` of the counters named her. */
export function wordOf(
  { memberId: keeper, words }: Pick<NamedKeeper, "memberId" | "words">,
  first: MemberId,
): KeeperWord {
  if (keeper !== first && words.includes(keeper)) return "own";
  if (words.length === 0) return "none";
  return keeper === first ? "agreed" : "vouched";
}

/** What a closing must tell of who keeps the cash: `nobody` was named, nobody but who named her says that she has it, the other counter says so for her; null where there is nothing to tell. */
export type KeeperDoubt = "nobody" | "none" | "vouched" | "noLine";

/** What is in doubt of who keeps the counted cash (satang); null where nothing is, and of days before that was asked. */
export function keeperDoubt({
  cash,
  keeper,
}: {
  cash: Satang;
  keeper: { word?: KeeperWord; noLine?: true } | null;
}): KeeperDoubt | null {
  if (lacksKeeper({ cash, keeper })) return "nobody";
  if (!keeper?.word || isOwnWord(keeper.word)) return null;
  if (keeper.word === "none") return "none";
  return keeper.noLine ? "noLine" : "vouched";
}

/** Whether somebody other than who gave the cash away said that it was taken by its keeper herself, or that who counted it keeps it. */
function isOwnWord(word: KeeperWord): boolean {
  return word === "own" || word === "agreed";
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
