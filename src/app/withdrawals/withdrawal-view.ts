import type { Group } from "../../domain/groups/group";
import { account } from "../../domain/ledger/accounts";
import { subtract, type Satang } from "../../domain/money";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import type { WithdrawalRequest, WithdrawalState } from "../../domain/savings/withdrawal-request";
import { balanceOf } from "../../storage/accounts";
import { getGroup } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** A member's wish to have special savings back as its cards show it. */
export interface WithdrawalView {
  group: Group;
  member: MemberName;
  amount: Satang;
  /** Special savings before and after in satang, while it waits. */
  savings: { before: Satang; after: Satang } | null;
  /** Who asked in her name; null where she did so herself. */
  askedFor: MemberName | null;
  askedAt: Date;
  state: WithdrawalState;
  endedBy: OfficerName | null;
  endedAt: Date | null;
  reason: string | null;
}

/** A wish with names and balances. */
export async function withdrawalView(tx: Tx, request: WithdrawalRequest): Promise<WithdrawalView> {
  const { groupId, memberId, askedBy, endedBy, amount, askedAt, state, endedAt, reason } = request;
  const ids = [memberId, askedBy.memberId, endedBy?.memberId].filter((id) => id !== null && id !== undefined);
  const members = await findMembers(tx, [...new Set(ids)]);
  const member = members.find(({ id }) => id === memberId);
  const asker = members.find(({ id }) => id === askedBy.memberId);
  if (!member) throw new Error("a wish belongs to a member");
  const before = state === "open" ? await balanceOf(tx, { groupId, code: account.specialSavings, memberId }) : null;
  return {
    group: await getGroup(tx, groupId),
    member: memberName(member),
    amount,
    savings: before === null || before < amount ? null : { before, after: subtract(before, amount) },
    askedFor: asker && asker.id !== memberId ? memberName(asker) : null,
    askedAt,
    state,
    endedBy: endedBy && officerName(endedBy, members),
    endedAt,
    reason,
  };
}
