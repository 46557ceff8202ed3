import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type GroupId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { memberName, type MemberName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** A passbook of a group and who helps with it, or is to. */
export interface HelperPair {
  group: Group;
  member: MemberName;
  helper: MemberName;
}

/** Which two members of a group are meant. */
export interface PairNumbers {
  memberNo: string;
  helperNo: string;
}

/** The two members of a group; throws `member.not-found` for a number that is not in its register. */
export async function getPair(
  tx: Tx,
  group: Group,
  { memberNo, helperNo }: PairNumbers,
): Promise<{ member: Member; helper: Member }> {
  const members = await findMembers(tx, [memberId(group.id, memberNo), memberId(group.id, helperNo)]);
  const byNumber = (no: string): Member => {
    const member = members.find((candidate) => candidate.memberNo === no);
    if (!member) throw new DomainError("member.not-found", { query: no, groupName: group.name.th });
    return member;
  };
  return { member: byNumber(memberNo), helper: byNumber(helperNo) };
}

/** The helpers of members of one group, a pair each, in the order in which they were recorded. */
export async function pairsOf(tx: Tx, group: Group, members: readonly Member[]): Promise<HelperPair[]> {
  const helpers = await findHelpers(tx, group.id, members);
  return members.flatMap((member) =>
    member.helpers.flatMap(({ memberNo }) => {
      const helper = helpers.find((candidate) => candidate.memberNo === memberNo);
      return helper ? [{ group, member: memberName(member), helper: memberName(helper) }] : [];
    }),
  );
}

async function findHelpers(tx: Tx, groupId: GroupId, members: readonly Member[]): Promise<Member[]> {
  const numbers = new Set(members.flatMap((member) => member.helpers.map((helper) => helper.memberNo)));
  return findMembers(
    tx,
    [...numbers].map((no) => memberId(groupId, no)),
  );
}
