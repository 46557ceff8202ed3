import { memberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { isHeard } from "../../domain/members/openers";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Whether what is told of a member reaches a phone, her own or her guardian's. */
export async function isReached(tx: Tx, member: Member): Promise<boolean> {
  const { groupId, guardianNo } = member;
  if (isHeard(member, [member])) return true;
  return guardianNo !== null && isHeard(member, await findMembers(tx, [memberId(groupId, guardianNo)]));
}
