import type { Notice } from "../../domain/notice";
import { getGroup } from "../../storage/groups";
import { findLinkedMembers } from "../../storage/members";
import { findUntoldProposal, saveTold } from "../../storage/rule-proposals";
import type { Tx } from "../../storage/tx";
import { proposalView } from "./proposals";

/** Members who hear of a change in one transaction. */
const membersAtOnce = 200;

/**
 * The next members who have not heard yet that their group's rules change; null where everybody has. They count as told with this
 * transaction, so that a run after a crash tells nobody twice.
 */
export async function tellChangedRules(tx: Tx): Promise<Notice[] | null> {
  const proposal = await findUntoldProposal(tx);
  if (!proposal) return null;
  const members = await findLinkedMembers(tx, proposal.groupId, { after: proposal.toldThrough, limit: membersAtOnce });
  const last = members.at(-1);
  await saveTold(tx, proposal.id, { through: last?.id ?? proposal.toldThrough, all: members.length < membersAtOnce });
  const { group, version, changes } = await proposalView(tx, await getGroup(tx, proposal.groupId), proposal);
  const view = { group, version, changes };
  return members.map((member) => ({ to: { memberId: member.id, member }, kind: "rules.changed", view }));
}
