import { mayDecide, type Approval } from "../../domain/approvals/two-officers";
import { isTooNew } from "../../domain/members/member";
import { findOpenApprovals } from "../../storage/approvals";
import type { Tx } from "../../storage/tx";
import { groupsWithPower, holdsPower, type Actor } from "../people/actor";
import { secondPowers } from "./second-officers";

/** Open requests that this person may decide as the second officer, oldest first. */
export async function listWaitingFor(tx: Tx, actor: Actor, now: Date): Promise<Approval[]> {
  const groups = [...new Set(Object.values(secondPowers))].flatMap((power) => groupsWithPower(actor, power));
  const open = await findOpenApprovals(tx, [...new Set(groups.map((group) => group.id))]);
  return open.filter((approval) => {
    const seat = actor.offices.find((held) => held.group.id === approval.groupId);
    return (
      seat &&
      !isTooNew(seat.member.link, now) &&
      holdsPower(actor, approval.groupId, secondPowers[approval.kind]) &&
      mayDecide(approval, { personId: actor.personId, memberId: seat.member.id })
    );
  });
}
