import type { LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Clause, RuleBook, RuleVersion } from "../../domain/rules/rule-book";
import { comingRules, rulesOn } from "../../domain/rules/rule-book";
import type { RuleKey } from "../../domain/rules/rule-values";
import { findRuleVersions } from "../../storage/rule-books";
import { findOpenProposals } from "../../storage/rule-proposals";
import type { Tx } from "../../storage/tx";
import { holdsPower, type Actor } from "../people/actor";

/** The rules of a group as its members see them. */
export interface ShownRules {
  group: Group;
  book: RuleBook;
  /** Versions that are decided and hold from a later day, the next one first. */
  coming: RuleVersion[];
  /** Changed rules that wait for an officer's word, where the person is such an officer. */
  proposalId: string | null;
}

/** The rules in force on a day, for a member of the group. Throws `rules.on-paper` where the group keeps its rules on paper. */
export async function showRules(tx: Tx, actor: Actor, group: Group, on: LocalDate): Promise<ShownRules> {
  if (group.mode === "paper") throw new DomainError("rules.on-paper", { groupName: group.name.th });
  const versions = await findRuleVersions(tx, group.id);
  const [proposal] = holdsPower(actor, group.id, "decide-rules") ? await findOpenProposals(tx, [group.id]) : [];
  return {
    group,
    book: rulesOn(versions, group.financeMode, on),
    coming: comingRules(versions, on),
    proposalId: proposal?.id ?? null,
  };
}

/** The clause of that number, or of that key. Throws `rules.no-clause` where the rules in force have none. */
export function clauseNamed({ group, book }: ShownRules, wanted: { no: string } | { key: RuleKey }): Clause {
  const found = book.clauses.find((clause) => ("no" in wanted ? clause.no === wanted.no : clause.key === wanted.key));
  if (!found)
    throw new DomainError("rules.no-clause", {
      no: "no" in wanted ? wanted.no : wanted.key,
      groupName: group.name.th,
    });
  return found;
}
