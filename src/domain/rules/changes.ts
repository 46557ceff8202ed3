import type { Clause, RuleVersion } from "./rule-book";
import { isSame } from "./seal-version";

/** One clause that differs between two versions; null where it is not in one of them. */
export interface ClauseChange {
  before: Clause | null;
  after: Clause | null;
  /** Whether a value that the machine reads differs; false where a clause came or went that has none. */
  valuesDiffer: boolean;
}

/**
 * What a version changes in the one before it, in the order of the new clauses, then what it leaves out. Clauses belong together by
 * their key, others by their number; a clause that only has another number says the same.
 */
export function changesBetween(
  before: Pick<RuleVersion, "clauses">,
  after: Pick<RuleVersion, "clauses">,
): ClauseChange[] {
  const left = new Set(before.clauses);
  const changes: ClauseChange[] = [];
  for (const clause of after.clauses) {
    const old = counterpartOf(clause, [...left]);
    if (old) left.delete(old);
    const valuesDiffer = !isSame(old?.values ?? null, clause.values);
    if (!old || valuesDiffer || !isSame(old.text, clause.text))
      changes.push({ before: old, after: clause, valuesDiffer });
  }
  return [...changes, ...[...left].map((clause) => ({ before: clause, after: null, valuesDiffer: false }))];
}

/** The clause of the version before: the one with the key, or among those for people alone the same words, else the same number. */
function counterpartOf({ no, key, text }: Clause, others: readonly Clause[]): Clause | null {
  if (key !== null) return others.find((other) => other.key === key) ?? null;
  const plain = others.filter((other) => other.key === null);
  return plain.find((other) => other.text.th === text.th) ?? plain.find((other) => other.no === no) ?? null;
}
