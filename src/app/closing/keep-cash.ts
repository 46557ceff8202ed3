import { agreedOn } from "../../domain/closing/blind-count";
import { stageOf } from "../../domain/closing/day-count";
import { aboveLimit, limitOf, type Keeper } from "../../domain/closing/keepers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Office } from "../../domain/groups/offices";
import { memberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { zero, type Satang } from "../../domain/money";
import type { Done } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { clauseOf } from "../../domain/rules/rule-book";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { holdersOf } from "../people/officers";
import { rulesInForce } from "../rules/rules-in-force";
import type { CountView } from "./count-view";
import { openCount, type CountRef, type OpenCount } from "./open-count";
import { settle } from "./say-count";

/** An officer who may be named as the keeper of the cash, and what the rules let her keep, in satang. */
export interface KeeperOption {
  memberNo: string;
  officer: OfficerName;
  limit: Satang;
}

/** Whom the first may name, and how much cash was counted, in satang. */
export interface KeeperChoice {
  group: Group;
  dayId: string;
  cash: Satang;
  options: KeeperOption[];
}

/** What came of naming a keeper: `above` asks for a second word, since the rules let her keep less. */
export type KeeperOutcome =
  | { kind: "named"; view: CountView }
  | { kind: "above"; option: KeeperOption; cash: Satang; above: Satang; clause: string };

/** The officers whom the first counter may name, those first who may keep most. Throws `card.outdated` where the counting waits for something else. */
export async function listKeepers(tx: Tx, actor: Actor, ref: CountRef): Promise<KeeperChoice> {
  const open = await openCount(tx, actor, ref);
  const cash = requireFirst(open);
  const options = await keeperOptions(tx, ref.group, open);
  return { group: ref.group, dayId: ref.dayId, cash, options: options.map(({ option }) => option) };
}

/**
 * Names who keeps the cash until the next working day. Where the rules let her keep less, nothing is named before `accepted` says that it is
 * meant; the report names the clause then. Throws `card.outdated`, `member.not-found` where she is no officer.
 */
export async function nameKeeper(
  tx: Tx,
  actor: Actor,
  input: CountRef & { keeperNo: string; accepted: boolean },
): Promise<Done<KeeperOutcome>> {
  const { group, keeperNo, accepted } = input;
  const open = await openCount(tx, actor, input);
  const cash = requireFirst(open);
  const found = (await keeperOptions(tx, group, open)).find(({ option }) => option.memberNo === keeperNo);
  if (!found) throw new DomainError("member.not-found", { query: keeperNo, groupName: group.name.th });
  const { option, keeper } = found;
  const above = aboveLimit(keeper, cash);
  if (above > 0 && !accepted) {
    const { no } = clauseOf(await rulesInForce(tx, group, open.head.day.on), "cash-overnight");
    return { result: { kind: "above", option, cash, above, clause: no }, notices: [] };
  }
  const { result, notices } = await settle(tx, input, open, { ...open.count, keeper }, null);
  return { result: { kind: "named", view: result }, notices };
}

/** The counted cash that waits for a keeper, where it is the first who names one. Throws `card.outdated`. */
function requireFirst({ count, booked, seat }: OpenCount): Satang {
  const stage = stageOf(count, booked);
  const mayName = stage.kind === "keeper" || (stage.kind === "ready" && count.keeper !== null);
  if (!mayName || seat.member.id !== count.first) throw new DomainError("card.outdated", { why: "changed" });
  return agreedOn(count.cash) ?? zero;
}

async function keeperOptions(
  tx: Tx,
  group: Group,
  { head }: OpenCount,
): Promise<{ option: KeeperOption; keeper: Keeper }[]> {
  const rules = await rulesInForce(tx, group, head.day.on);
  const offices = group.officers.filter(({ committee }) => committee !== "audit");
  const members = await findMembers(tx, holdersOf(group, offices));
  return members
    .filter(({ status }) => status === "active")
    .map((member) => {
      const limits = offices
        .filter((office) => memberId(group.id, office.memberNo) === member.id)
        .map((office) => ({ office, limit: limitOf(office, rules.values["cash-overnight"]) }))
        .sort((one, other) => other.limit - one.limit);
      return optionOf(member, limits);
    })
    .filter((one) => one !== null)
    .sort((one, other) => other.option.limit - one.option.limit);
}

function optionOf(
  { id, memberNo, name }: Member,
  [most]: readonly { office: Office; limit: Satang }[],
): { option: KeeperOption; keeper: Keeper } | null {
  if (!most) return null;
  const { committee, position } = most.office;
  return {
    option: { memberNo, officer: { committee, position, name }, limit: most.limit },
    keeper: { memberId: id, position: `${committee}.${position}`, limit: most.limit },
  };
}
