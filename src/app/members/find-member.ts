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

/** Members whose number is one of these texts, leading zeros aside, by text; none where that is not a number of Arabic digits. One read. */
export async function findMembersByNumbers(
  tx: Tx,
  groupId: GroupId,
  texts: readonly string[],
): Promise<Map<string, MemberName[]>> {
  const spelled = new Map(texts.map((text) => [text, spellingsOf(text).map((no) => memberId(groupId, no))]));
  const members = await findMembers(tx, [...new Set([...spelled.values()].flat())]);
  return new Map(
    [...spelled].map(([text, ids]) => [text, members.filter(({ id }) => ids.includes(id)).map(memberName)]),
  );
}

function spellingsOf(text: string): string[] {
  if (!/^\d{1,6}$/.test(text)) return [];
  const bare = text.replace(/^0+(?=\d)/, "");
  return Array.from({ length: longestNumber - bare.length + 1 }, (_, zeros) => "0".repeat(zeros) + bare);
}

/** The members with these numbers in a group, in no order; who is none of it is left out. */
export async function findGroupMembers(tx: Tx, groupId: GroupId, memberNos: readonly string[]): Promise<Member[]> {
  const ids = memberNos.map((no) => memberId(groupId, no));
  return findMembers(tx, [...new Set(ids)]);
}
