import type { LocalDate } from "../dates";
import type { GroupId } from "../ids";
import type { RuleVersion } from "../rules/rule-book";
import { saySameRules } from "../rules/seal-version";
import { ruleVersionOf } from "./books";
import { problemAt, type RulesPlan, type SetupPlan, type SetupProblem } from "./plan";

/** What lives of a group's rules: its versions, and the hash of the rules file that setup read last. */
export interface LivingRules {
  versions: readonly RuleVersion[];
  written: string | null;
}

/** What a rules file that says something new does to a living group: a proposal, never a change. */
export interface RulesChange {
  groupId: GroupId;
  written: string;
  /** The version that is proposed; null where the file says again what the group has: what was proposed since is withdrawn. */
  proposed: RuleVersion | null;
}

/**
 * What the rules files of living groups propose, and a problem for each that proposes what rules may not do: hold for the past, rest on
 * a meeting that is still to come, or begin before a version that was decided already.
 */
export function compareRules(
  plan: SetupPlan,
  living: ReadonlyMap<GroupId, LivingRules>,
  today: LocalDate,
): { changes: RulesChange[]; problems: SetupProblem[] } {
  const changes: RulesChange[] = [];
  const problems: SetupProblem[] = [];
  for (const { id, rules } of plan.groups) {
    if (!rules) continue;
    const before = living.get(id);
    if (!before || before.written === rules.written) continue;
    const change = changeOf(id, rules, before.versions);
    changes.push(change);
    if (change.proposed) problems.push(...proposalProblems(rules, before.versions.at(-1) ?? null, today));
  }
  return { changes, problems };
}

function changeOf(groupId: GroupId, rules: RulesPlan, versions: readonly RuleVersion[]): RulesChange {
  const latest = versions.at(-1);
  const proposed = ruleVersionOf(rules, (latest?.number ?? 0) + 1);
  return {
    groupId,
    written: rules.written,
    proposed: latest && saySameRules(proposed, latest) ? null : proposed,
  };
}

function proposalProblems(rules: RulesPlan, latest: RuleVersion | null, today: LocalDate): SetupProblem[] {
  const place = rules.at("effectiveFrom");
  if (rules.resolution.on > today) return [problemAt(rules.at("resolution.on"), "This meeting is still to come.")];
  if (rules.effectiveFrom < today)
    return [problemAt(place, "Changed rules never hold for the past: the day from which they hold is over.")];
  if (latest && rules.effectiveFrom < latest.effectiveFrom)
    return [
      problemAt(
        place,
        `Version ${latest.number} holds from ${latest.effectiveFrom}: a later one cannot begin before it.`,
      ),
    ];
  return [];
}
