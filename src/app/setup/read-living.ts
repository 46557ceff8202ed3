import { groupOf, type GroupId, type MemberId } from "../../domain/ids";
import type { Living, LivingGroup } from "../../domain/setup/compare";
import type { SetupPlan } from "../../domain/setup/plan";
import type { LivingLoans } from "../../domain/setup/loans";
import type { SetupRecord } from "../../domain/setup/records";
import type { LivingRules } from "../../domain/setup/compare-rules";
import { findBenefits } from "../../storage/benefits";
import { findGroups, findNetwork } from "../../storage/groups";
import { findEntriesBetween } from "../../storage/journal";
import { findRuleBooks } from "../../storage/rule-books";
import { findGroupRecords, findMemberIds, findMemberRecords } from "../../storage/setup";
import type { Tx } from "../../storage/tx";

/** What lives, the rules of the groups among it: each living group has them, if only the shipped ones. */
export interface LivingWithRules extends Living {
  rules: ReadonlyMap<GroupId, LivingRules>;
  loans: LivingLoans;
}

/** Reads what lives of the groups that a plan names. */
export async function readLiving(tx: Tx, plan: SetupPlan): Promise<LivingWithRules> {
  const network = await findNetwork(tx);
  const named = new Set(plan.groups.map((group) => group.id));
  const groupIds = (network?.groupIds ?? []).filter((id) => named.has(id));
  const records = await findGroupRecords(tx, groupIds);
  const memberRecords = await readMemberRecords(tx, groupIds);
  const groups = new Map<GroupId, LivingGroup>();
  for (const { id, salt, officers, payment } of await findGroups(tx, groupIds)) {
    const last = records.get(id);
    if (!last) throw new Error("a living group was set up");
    const members = memberRecords.get(id) ?? new Map<MemberId, SetupRecord | null>();
    groups.set(id, { salt, officers, payment, ...last, members });
  }
  const books = await findRuleBooks(tx, groupIds);
  const none: LivingRules = { versions: [], written: null };
  const rules = new Map(groupIds.map((id) => [id, books.get(id) ?? none]));
  const loans = await readLoans(tx, groupIds);
  return { network, groups, benefits: await findBenefits(tx, groupIds), rules, loans };
}

async function readLoans(tx: Tx, groupIds: readonly GroupId[]): Promise<LivingLoans> {
  const loans = new Map<GroupId, Map<string, SetupRecord>>();
  for (const id of groupIds) {
    const entries = await findEntriesBetween(tx, id, { after: 0, until: null, kinds: ["opening.loan"] });
    loans.set(id, new Map(entries.map(({ record = {} }) => [String(record["contractNo"]), record])));
  }
  return loans;
}

async function readMemberRecords(
  tx: Tx,
  groupIds: readonly GroupId[],
): Promise<Map<GroupId, Map<MemberId, SetupRecord | null>>> {
  const ids = await findMemberIds(tx, groupIds);
  const records = await findMemberRecords(tx, ids);
  const byGroup = new Map<GroupId, Map<MemberId, SetupRecord | null>>(groupIds.map((id) => [id, new Map()]));
  for (const id of ids) byGroup.get(groupOf(id))?.set(id, records.get(id) ?? null);
  return byGroup;
}
