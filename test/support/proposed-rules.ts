import { takeUpRules } from "../../src/app/rules/proposals";
import { localDate } from "../../src/domain/dates";
import type { Group } from "../../src/domain/groups/group";
import { baht } from "../../src/domain/money";
import { completeClauses, type WrittenClause } from "../../src/domain/rules/complete";
import type { RuleVersion } from "../../src/domain/rules/rule-book";
import { findRuleVersions } from "../../src/storage/rule-books";
import { inTransaction } from "../../src/storage/tx";
import { enqueueNotices } from "../../src/worker/enqueue";

/** What a rules file of the tests says: a clause for people, and an entry fee of so many baht. */
export interface ProposedRules {
  fee: number;
  from: string;
  resolution?: string;
}

/** The version of that number that such a file makes. */
export function versionWith(
  group: Group,
  number: number,
  { fee, from, resolution = "4/2569" }: ProposedRules,
): RuleVersion {
  const written = [
    { no: "1", key: null, text: { th: "สมาชิกช่วยเหลือกัน", en: "Members help each other" }, values: {} },
    { no: "2.1", key: "entry-fee", text: { th: `เสียค่าแรกเข้า ${fee} บาท` }, values: { amount: baht(fee) } },
  ] as const;
  return versionOf(group, number, written, { from, resolution });
}

/** The version of that number with these clauses, in force from a day. */
export function versionOf(
  group: Group,
  number: number,
  written: readonly WrittenClause[],
  { from, resolution = "4/2569" }: Omit<ProposedRules, "fee">,
): RuleVersion {
  return {
    number,
    effectiveFrom: localDate(from),
    resolution: { no: resolution, on: localDate("2026-02-20") },
    clauses: completeClauses(written, group.financeMode),
  };
}

/** Proposes rules to a living group, as setup does with a changed file. */
export async function proposeRules(group: Group, rules: ProposedRules, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const latest = (await findRuleVersions(tx, group.id)).at(-1);
    const proposed = versionWith(group, (latest?.number ?? 0) + 1, rules);
    const written = JSON.stringify(rules);
    await enqueueNotices(tx, await takeUpRules(tx, { groupId: group.id, written, proposed }, now), now);
  });
}
