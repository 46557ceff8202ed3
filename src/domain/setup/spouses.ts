import { memberId, type MemberId } from "../ids";
import type { Member } from "../members/member";
import type { GroupExtension } from "./compare";

/** The members with each marriage on both rows, whichever of the two the file names: who may decide on what hangs on it. */
export function withSpouses(members: readonly Member[]): Member[] {
  const namedBy = new Map(
    members.flatMap(({ memberNo, spouseNo }) => (spouseNo === null ? [] : [[spouseNo, memberNo] as const])),
  );
  return members.map((member) => ({ ...member, spouseNo: member.spouseNo ?? namedBy.get(member.memberNo) ?? null }));
}

/** The living members whom new ones name as their spouses, each with the number that her own row lacks. */
export function newSpouses({ plan, members }: GroupExtension): { id: MemberId; spouseNo: string }[] {
  const added = new Set(members.map(({ memberNo }) => memberNo));
  return members.flatMap(({ memberNo, spouseNo }) =>
    spouseNo === null || added.has(spouseNo) ? [] : [{ id: memberId(plan.id, spouseNo), spouseNo: memberNo }],
  );
}
