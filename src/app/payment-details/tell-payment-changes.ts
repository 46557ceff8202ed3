import type { Notice } from "../../domain/notice";
import { getGroup } from "../../storage/groups";
import { findLinkedMembers } from "../../storage/members";
import { findUntoldPaymentChange, savePaymentTold } from "../../storage/payment-changes";
import type { Tx } from "../../storage/tx";

/** Members who hear of a change in one transaction. */
const membersAtOnce = 200;

/**
 * The next members who have not heard yet that their group's payment details change, or that the change was stopped; null where everybody has. They
 * count as told with this transaction, so that a run after a crash tells nobody twice.
 */
export async function tellChangedPayments(tx: Tx): Promise<Notice[] | null> {
  const row = await findUntoldPaymentChange(tx);
  if (!row) return null;
  const { _id, groupId, change, state, toldThrough } = row;
  const members = await findLinkedMembers(tx, groupId, { after: toldThrough, limit: membersAtOnce });
  await savePaymentTold(tx, _id, {
    through: members.at(-1)?.id ?? toldThrough,
    all: members.length < membersAtOnce,
  });
  const view = { group: await getGroup(tx, groupId), change, isStopped: state === "stopped" };
  return members.map((member) => ({ to: { memberId: member.id, member }, kind: "payment-details.changed", view }));
}
