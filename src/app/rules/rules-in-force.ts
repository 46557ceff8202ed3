import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { rulesOn, type RuleBook } from "../../domain/rules/rule-book";
import { findRuleVersions } from "../../storage/rule-books";
import type { Tx } from "../../storage/tx";

/** The rules of a group in force on a day, with their values by key; the shipped ones of its finance mode where it wrote none. One read. */
export async function rulesInForce(tx: Tx, group: Pick<Group, "id" | "financeMode">, on: LocalDate): Promise<RuleBook> {
  return rulesOn(await findRuleVersions(tx, group.id), group.financeMode, on);
}
