import { DomainError } from "../../domain/errors";
import { memberId, type GroupId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import type { MemberName } from "../../domain/people";
import { findMember, findNames } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Numbers, names and nicknames of a group's members: for an officer who says one in words. */
export async function findGroupNames(tx: Tx, groupId: GroupId): Promise<MemberName[]> {
  return findNames(tx, groupId);
}

/** The member with that number in a group; throws `member.not-found`. */
export async function getGroupMember(tx: Tx, groupId: GroupId, memberNo: string): Promise<Member> {
  const member = await findMember(tx, memberId(groupId, memberNo));
  if (!member) throw new DomainError("member.not-found", { query: memberNo, groupName: groupId });
  return member;
}
