import type { LocalDate } from "../../domain/dates";
import type { Group, LocalText } from "../../domain/groups/group";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositPurpose } from "../../domain/savings/deposit";
import type { Tx } from "../../storage/tx";
import { rulesInForce } from "./rules-in-force";

/** A group with the word that its rules have for what a loan costs; left out where nobody needs it. */
export type WordedGroup = Group & { interestWord?: LocalText };

/** The group with the word of these rules. */
export function withWord(group: Group, { values }: RuleBook): WordedGroup {
  return { ...group, interestWord: values["money-words"].interest };
}

/** The group with its word for what a loan costs, read only where one of these sums is that. */
export async function wordedFor(
  tx: Tx,
  group: Group,
  on: LocalDate,
  purposes: readonly DepositPurpose[],
): Promise<WordedGroup> {
  return purposes.includes("interest") ? withWord(group, await rulesInForce(tx, group, on)) : group;
}
