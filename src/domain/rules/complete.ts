import type { FinanceMode } from "../groups/group";
import { missingClauses, type Clause } from "./rule-book";
import type { RuleKey, RuleValues } from "./rule-values";
import { templateFor } from "./templates/template";

/** A clause as a group wrote it: of its values only those that it names. */
export interface WrittenClause extends Pick<Clause, "no" | "text"> {
  key: RuleKey | null;
  values: Partial<RuleValues[RuleKey]>;
}

/**
 * A group's clauses, with what they leave out from the shipped template of its finance mode: values within a clause, and after the
 * last of its own every clause whose key it does not write, under the next free whole numbers.
 */
export function completeClauses(written: readonly WrittenClause[], financeMode: FinanceMode): Clause[] {
  const template = templateFor(financeMode);
  const own = written.map(({ no, text, key, values }): Clause => {
    const shipped = template.find((clause) => key !== null && clause.key === key);
    if (!shipped) return { no, text, key: null, values: null };
    return { no, text, key, values: { ...shipped.values, ...values } } as Clause;
  });
  return [...own, ...missingClauses(written, template)];
}
