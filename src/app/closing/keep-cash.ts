import { agreedOn } from "../../domain/closing/blind-count";
import { stageOf } from "../../domain/closing/day-count";
import { aboveLimit } from "../../domain/closing/keepers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { zero, type Satang } from "../../domain/money";
import type { Done } from "../../domain/notice";
import { clauseOf } from "../../domain/rules/rule-book";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { rulesInForce } from "../rules/rules-in-force";
import type { CountView } from "./count-view";
import { keeperOptions, type KeeperOption } from "./keeper-options";
import { openCount, type CountRef, type OpenCount } from "./open-count";
import { settle } from "./say-count";
import { askKeeper } from "./take-cash";

/** Whom the first may name, and how much cash was counted, in satang. */
export interface KeeperChoice {
  group: Group;
  dayId: string;
  cash: Satang;
  options: KeeperOption[];
  /** There are officers besides, whom the rules let keep nothing. */
  hasOthers: boolean;
}

/** What came of naming a keeper: `above` asks for a second word, since the rules let her keep less. */
export type KeeperOutcome =
  | { kind: "named"; view: CountView }
  | { kind: "above"; option: KeeperOption; cash: Satang; above: Satang; clause: string };

/**
 * The officers whom the first counter may name, those first who may keep most: those whom the rules let keep cash, and everybody where `all` asks for
 * it or there are none. Throws `card.outdated` where the counting waits for something else.
 */
export async function listKeepers(
  tx: Tx,
  actor: Actor,
  { all, ...ref }: CountRef & { all: boolean },
): Promise<KeeperChoice> {
  const open = await openCount(tx, actor, ref);
  const cash = requireFirst(open);
  const everybody = (await keeperOptions(tx, ref.group, open.head.day.on)).map(({ option }) => option);
  const allowed = everybody.filter(({ limit }) => limit > 0);
  const options = all || allowed.length === 0 ? everybody : allowed;
  return { group: ref.group, dayId: ref.dayId, cash, options, hasOthers: options.length < everybody.length };
}

/**
 * Names who keeps the cash until the next working day: she herself is asked whether she has it, and the other counter. Where the rules let her keep less, nothing is named before
 * `accepted` says that it is meant; the report names the clause then. Throws `card.outdated`, `member.not-found` where she is no officer.
 */
export async function nameKeeper(
  tx: Tx,
  actor: Actor,
  input: CountRef & { keeperNo: string; accepted: boolean },
): Promise<Done<KeeperOutcome>> {
  const { group, keeperNo, accepted } = input;
  const open = await openCount(tx, actor, input);
  const cash = requireFirst(open);
  const options = await keeperOptions(tx, group, open.head.day.on);
  const found = options.find(({ option }) => option.memberNo === keeperNo);
  if (!found) throw new DomainError("member.not-found", { query: keeperNo, groupName: group.name.th });
  const { option, keeper, personId } = found;
  const above = aboveLimit(keeper, cash);
  if (above > 0 && !accepted) {
    const { no } = clauseOf(await rulesInForce(tx, group, open.head.day.on), "cash-overnight");
    return { result: { kind: "above", option, cash, above, clause: no }, notices: [] };
  }
  // A phone that two share is not the keeper's own.
  const hasLine = personId !== null && personId !== actor.personId;
  const count = { ...open.count, keeper: { ...keeper, hasLine, words: [] } };
  const { result, notices } = await settle(tx, input, open, count, null);
  const asked = await askKeeper(tx, { group, day: open.head.day, count, booked: open.booked });
  return { result: { kind: "named", view: result }, notices: [...notices, ...asked] };
}

/** The counted cash that waits for a keeper, where it is the first who names one. Throws `card.outdated`. */
function requireFirst({ count, booked, seat }: OpenCount): Satang {
  const stage = stageOf(count, booked);
  const mayName = ["keeper", "taking"].includes(stage.kind) || (stage.kind === "ready" && count.keeper !== null);
  if (!mayName || seat.member.id !== count.first) throw new DomainError("card.outdated", { why: "changed" });
  return agreedOn(count.cash) ?? zero;
}
