import { randomUUID } from "node:crypto";
import { replace } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import type { Notice } from "../../domain/notice";
import { changesBetween, type ClauseChange } from "../../domain/rules/changes";
import type { RuleProposal } from "../../domain/rules/proposal";
import { templateVersion, withNewerKeys, type RuleVersion } from "../../domain/rules/rule-book";
import type { RulesChange } from "../../domain/setup/compare-rules";
import { findOpenApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findRuleVersions, saveWrittenRules } from "../../storage/rule-books";
import { endRuleProposal, findOpenProposals, insertRuleProposal } from "../../storage/rule-proposals";
import type { Tx } from "../../storage/tx";
import { closeApproval } from "../approvals/close-approval";
import { officersWithPower } from "../approvals/second-officers";

/** A proposal as its cards show it. */
export interface ProposalView {
  group: Group;
  proposalId: string;
  version: RuleVersion;
  /** What it changes in the version before it, clause by clause. */
  changes: ClauseChange[];
}

/**
 * Takes up a rules file that says something new of a living group. What was proposed before is withdrawn; what the file says now is a
 * proposal, and the officers who decide on rules hear of it. Nothing is in force by this.
 */
export async function takeUpRules(tx: Tx, change: RulesChange, now: Date): Promise<Notice[]> {
  const { groupId, written, proposed } = change;
  for (const before of await findOpenProposals(tx, [groupId])) await withdraw(tx, before, now);
  await saveWrittenRules(tx, groupId, written);
  if (!proposed) return [];
  const proposal: RuleProposal = {
    id: randomUUID(),
    groupId,
    version: proposed,
    state: "open",
    proposedAt: now,
    decidedAt: null,
    toldThrough: null,
    toldAll: false,
  };
  await insertRuleProposal(tx, proposal);
  const group = await getGroup(tx, groupId);
  const view = await proposalView(tx, group, proposal);
  const payload = { proposalId: proposal.id };
  const buttons = {
    propose: { name: "rules.propose", payload },
    read: { name: "rules.changes", payload: { ...payload, from: 0 } },
  };
  const officers = await officersWithPower(tx, group, "decide-rules");
  return officers.map((member) => ({
    to: { memberId: member.id, member },
    kind: "rules.proposed",
    view,
    buttons,
  }));
}

async function withdraw(tx: Tx, { id }: RuleProposal, now: Date): Promise<void> {
  const asked = await findOpenApproval(tx, "rules", id);
  if (asked) await closeApproval(tx, replace(asked, now));
  await endRuleProposal(tx, id, "withdrawn", now);
}

/** A proposal with what it changes. */
export async function proposalView(
  tx: Tx,
  group: Group,
  { id, version }: Pick<RuleProposal, "id" | "version">,
): Promise<ProposalView> {
  const versions = await findRuleVersions(tx, group.id);
  const before = versions.find(({ number }) => number === version.number - 1) ?? templateVersion(group.financeMode);
  const changes = changesBetween(withNewerKeys(before, group.financeMode), withNewerKeys(version, group.financeMode));
  return { group, proposalId: id, version, changes };
}
