import { DomainError } from "../../domain/errors";
import { memberId, type GroupId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { memberName, type MemberName } from "../../domain/people";
import { getGroup } from "../../storage/groups";
import { findMember, findMembers, findNames } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Numbers, names and nicknames of a group's members: for an officer who says one in words. */
export async function findGroupNames(tx: Tx, groupId: GroupId): Promise<MemberName[]> {
  return findNames(tx, groupId);
}

/** The member with that number in a group; throws `member.not-found`. */
export async function getGroupMember(tx: Tx, groupId: GroupId, memberNo: string): Promise<Member> {
  const member = await findMember(tx, memberId(groupId, memberNo));
  if (!member)
    throw new DomainError("member.not-found", { query: memberNo, groupName: (await getGroup(tx, groupId)).name.th });
  return member;
}

const longestNumber = 6;

/** Members whose number is that one, leading zeros aside; none when the text is not a number of Arabic digits. */
export async function findMembersByNumber(tx: Tx, groupId: GroupId, text: string): Promise<MemberName[]> {
  if (!/^\d{1,6}$/.test(text)) return [];
  const bare = text.replace(/^0+(?=\d)/, "");
  const spellings = Array.from({ length: longestNumber - bare.length + 1 }, (_, zeros) => "0".repeat(zeros) + bare);
  return (
    await findMembers(
      tx,
      spellings.map((no) => memberId(groupId, no)),
    )
  ).map(memberName);
}
