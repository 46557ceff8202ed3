import { mayDecide, type Approval, type ApprovalKind } from "../../domain/approvals/two-officers";
import type { Power } from "../../domain/groups/offices";
import { isTooNew } from "../../domain/members/member";
import { findOpenApprovals } from "../../storage/approvals";
import type { Tx } from "../../storage/tx";
import { groupsWithPower, holdsPower, type Actor } from "../people/actor";

const powerFor: Record<ApprovalKind, Power> = {
  reversal: "second-money",
  payment: "second-money",
  link: "second-link",
  helper: "second-link",
  rules: "decide-rules",
};

/** Open requests that this person may decide as the second officer, oldest first. */
export async function listWaitingFor(tx: Tx, actor: Actor, now: Date): Promise<Approval[]> {
  const groups = [...new Set(Object.values(powerFor))].flatMap((power) => groupsWithPower(actor, power));
  const open = await findOpenApprovals(tx, [...new Set(groups.map((group) => group.id))]);
  return open.filter((approval) => {
    const seat = actor.offices.find((held) => held.group.id === approval.groupId);
    return (
      seat &&
      !isTooNew(seat.member.link, now) &&
      holdsPower(actor, approval.groupId, powerFor[approval.kind]) &&
      mayDecide(approval, { personId: actor.personId, memberId: seat.member.id })
    );
  });
}
