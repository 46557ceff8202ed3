import { strict as assert } from "node:assert";
import type { LocalDate } from "../dates";
import type { FinanceMode, LocalText } from "../groups/group";
import { ruleKeys, type RuleKey, type RuleValues } from "./rule-values";
import { templateFor } from "./templates/template";

/** The number of a clause, "5" or "5.1", and what it says. */
interface ClauseText {
  no: string;
  text: LocalText;
}

/** A clause that carries values for the machine. */
export type KeyedClause<Key extends RuleKey = RuleKey> = {
  [K in Key]: ClauseText & { key: K; values: RuleValues[K] };
}[Key];

/** One clause of a rule book; one without a key is for people alone. */
export type Clause = KeyedClause | (ClauseText & { key: null; values: null });

/** The meeting's decision that made a version: its number as the group writes it ("3/2569"), and its day. */
export interface Resolution {
  no: string;
  on: LocalDate;
}

/** One version of a group's rules, whole: every key of `RuleValues` has its clause. */
export interface RuleVersion {
  /** 0 is the shipped template, 1 the first that the group wrote. */
  number: number;
  effectiveFrom: LocalDate;
  /** Null for the shipped template alone. */
  resolution: Resolution | null;
  clauses: Clause[];
}

/** The rules in force on a day: the version, and its values by key. */
export interface RuleBook extends RuleVersion {
  values: RuleValues;
}

/** The shipped template holds from the beginning, until a version of the group's own does. */
const sinceEver = "1974-03-08" as LocalDate; // The day of Thailand's first savings group.

/** The shipped rules of a finance mode as version 0, which no resolution made. */
export function templateVersion(financeMode: FinanceMode): RuleVersion {
  return { number: 0, effectiveFrom: sinceEver, resolution: null, clauses: templateFor(financeMode) };
}

/**
 * The rules of a group in force on a day: of its versions the latest that is effective by then, else the shipped template of its
 * finance mode.
 */
export function rulesOn(versions: readonly RuleVersion[], financeMode: FinanceMode, on: LocalDate): RuleBook {
  const reached = versions.filter(({ effectiveFrom }) => effectiveFrom <= on);
  const latest = reached.reduce<RuleVersion | null>((best, one) => (best && !isLater(one, best) ? best : one), null);
  return withValues(latest ? withNewerKeys(latest, financeMode) : templateVersion(financeMode));
}

/** The rules of a group by their number, whatever holds now: the shipped ones are 0. Throws an AssertionError where it has no such version. */
export function rulesNumbered(versions: readonly RuleVersion[], financeMode: FinanceMode, number: number): RuleBook {
  if (number === 0) return withValues(templateVersion(financeMode));
  const version = versions.find((one) => one.number === number);
  assert(version, `the rules have a version ${number}`);
  return withValues(withNewerKeys(version, financeMode));
}

/** A version with the shipped clauses of matters that rules did not have yet when it was made, behind its own: what it means today. */
export function withNewerKeys(version: RuleVersion, financeMode: FinanceMode): RuleVersion {
  return { ...version, clauses: [...version.clauses, ...missingClauses(version.clauses, templateFor(financeMode))] };
}

/** The keyed clauses of a template that are not among some clauses, under the next free whole numbers. */
export function missingClauses(clauses: readonly Pick<Clause, "no" | "key">[], template: readonly Clause[]): Clause[] {
  const missing = template.filter(({ key }) => key !== null && !clauses.some((clause) => clause.key === key));
  const last = Math.max(0, ...clauses.map(({ no }) => Number.parseInt(no, 10)));
  return missing.map((clause, index) => ({ ...clause, no: String(last + index + 1) }));
}

/** The versions that hold only after a day, the next one first. */
export function comingRules(versions: readonly RuleVersion[], on: LocalDate): RuleVersion[] {
  return versions.filter(({ effectiveFrom }) => effectiveFrom > on).sort((a, b) => (isLater(a, b) ? 1 : -1));
}

function isLater(one: RuleVersion, other: RuleVersion): boolean {
  return one.effectiveFrom === other.effectiveFrom
    ? one.number > other.number
    : one.effectiveFrom > other.effectiveFrom;
}

/** A version with its values by key. Throws an AssertionError where a key has no clause. */
export function withValues(version: RuleVersion): RuleBook {
  return { ...version, values: valuesOf(version) };
}

/** The values of a version, by key. Throws an AssertionError where a key has no clause. */
export function valuesOf(version: Pick<RuleVersion, "clauses">): RuleValues {
  return Object.fromEntries(ruleKeys.map((key) => [key, clauseOf(version, key).values])) as unknown as RuleValues;
}

/** The clause that holds a key's values: what a refusal names. Throws an AssertionError where there is none. */
export function clauseOf<Key extends RuleKey>({ clauses }: Pick<RuleVersion, "clauses">, key: Key): KeyedClause<Key> {
  const found = clauses.find((clause) => clause.key === key);
  assert(found, `the rules have a clause for ${key}`);
  return found as KeyedClause<Key>;
}
