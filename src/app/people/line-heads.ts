import { missingPower, type Power } from "../../domain/groups/offices";
import type { Group } from "../../domain/groups/group";
import type { Member } from "../../domain/members/member";
import type { MemberName } from "../../domain/people";
import { findMembersOfLines } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { authorize, groupsWithPower, holdsPower, refuseTooNew, type Actor, type HeldOffice } from "./actor";

/** What an officer may do for every member who stands before her, and a line head for her own line. */
export type FaceToFacePower = Extract<Power, "make-link-code" | "record-helper">;

/**
 * In which seat a person acts for a member who stands before her: her line head, who counts as one who promotes the group, or an officer with
 * the power. Throws `role.missing`, `role.too-new`.
 */
export function seatBefore(actor: Actor, group: Group, member: Member, power: FaceToFacePower, now: Date): HeldOffice {
  const head = actor.own.find(
    (passbook) => passbook.group.id === group.id && passbook.member.memberNo === member.lineHeadNo,
  );
  if (!head || head.member.id === member.id) return authorize(actor, group.id, power, now, group.name.th);
  refuseTooNew(head.member, now);
  const office = { memberNo: head.member.memberNo, committee: "promotion", position: "member" } as const;
  return { group, member: head.member, office };
}

/** Those among the named for whom this person may act: everybody for an officer, her line for a line head. Throws `role.missing` for who is neither. */
export async function namedInReach(
  tx: Tx,
  actor: Actor,
  group: Group,
  named: readonly MemberName[],
  power: FaceToFacePower,
): Promise<MemberName[]> {
  if (holdsPower(actor, group.id, power)) return [...named];
  const line = await lineOf(tx, actor, group);
  if (line.length === 0) throw missingPower(power, group.name.th);
  return named.filter(({ memberNo }) => line.some((member) => member.memberNo === memberNo));
}

/** The groups where the person may act for members before her, as officer or as line head; empty where she is neither. */
export async function groupsInReach(tx: Tx, actor: Actor, power: FaceToFacePower): Promise<Group[]> {
  const reached = groupsWithPower(actor, power);
  for (const { group } of actor.own) {
    if (reached.some(({ id }) => id === group.id)) continue;
    if ((await lineOf(tx, actor, group)).length > 0) reached.push(group);
  }
  return reached;
}

async function lineOf(tx: Tx, actor: Actor, group: Group): Promise<Member[]> {
  const own = actor.own.find((passbook) => passbook.group.id === group.id);
  return own ? findMembersOfLines(tx, group.id, [own.member.memberNo]) : [];
}
