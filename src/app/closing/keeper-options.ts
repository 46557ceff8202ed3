import type { LocalDate } from "../../domain/dates";
import { limitOf, type Keeper } from "../../domain/closing/keepers";
import type { Group } from "../../domain/groups/group";
import type { Office } from "../../domain/groups/offices";
import { memberId, type PersonId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { holdersOf } from "../people/officers";
import { rulesInForce } from "../rules/rules-in-force";

/** An officer who may be named as the keeper of the cash, and what the rules let her keep, in satang. */
export interface KeeperOption {
  memberNo: string;
  officer: OfficerName;
  limit: Satang;
}

/** An officer as she would be named, and whose LINE is hers; null where none is. */
interface FoundKeeper {
  option: KeeperOption;
  keeper: Keeper;
  personId: PersonId | null;
}

/** The officers of a group but for its auditors as keepers of its cash on a day, those first who may keep most. */
export async function keeperOptions(tx: Tx, group: Group, on: LocalDate): Promise<FoundKeeper[]> {
  const rules = await rulesInForce(tx, group, on);
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
  { id, memberNo, name, link }: Member,
  [most]: readonly { office: Office; limit: Satang }[],
): FoundKeeper | null {
  if (!most) return null;
  const { committee, position } = most.office;
  return {
    option: { memberNo, officer: { committee, position, name }, limit: most.limit },
    keeper: { memberId: id, position: `${committee}.${position}`, limit: most.limit },
    personId: link.personId,
  };
}
