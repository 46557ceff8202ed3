import type { RuleProposal } from "../../domain/rules/proposal";
import { findOpenApproval } from "../../storage/approvals";
import { findOpenProposals } from "../../storage/rule-proposals";
import type { Tx } from "../../storage/tx";
import { groupsWithPower, type Actor } from "../people/actor";

/** Changed rules that no officer has put to a second one yet, of the groups where this person decides on rules. */
export async function listDrafts(tx: Tx, actor: Actor): Promise<RuleProposal[]> {
  const open = await findOpenProposals(
    tx,
    groupsWithPower(actor, "decide-rules").map(({ id }) => id),
  );
  const drafts: RuleProposal[] = [];
  for (const proposal of open) if (!(await findOpenApproval(tx, "rules", proposal.id))) drafts.push(proposal);
  return drafts;
}
