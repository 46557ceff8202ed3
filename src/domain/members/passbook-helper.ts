import { DomainError } from "../errors";
import { memberId, type MemberId } from "../ids";
import type { Member } from "./member";

/**
 * Throws unless one member may become the helper of another, recorded by this officer: both active (`member.not-active`), two people
 * (`helper.self`), the helper not the recorder herself (`helper.recorder`), linked by now, so that her first link opens nobody else's
 * passbook (`helper.unlinked`), and not one who sees the passbook already (`helper.already`).
 */
export function checkHelper(pair: {
  member: Member;
  helper: Member;
  recorder: MemberId | null;
  groupName: string;
}): void {
  const { member, helper, recorder, groupName } = pair;
  const inactive = [member, helper].find(({ status }) => status !== "active");
  if (inactive) throw new DomainError("member.not-active", { memberNo: inactive.memberNo, status: inactive.status });
  if (member.id === helper.id) throw new DomainError("helper.self", { memberNo: member.memberNo });
  if (helper.id === recorder) throw new DomainError("helper.recorder", { helperNo: helper.memberNo, groupName });
  if (helper.link.personId === null) throw new DomainError("helper.unlinked", { helperNo: helper.memberNo });
  if (isHelper(member, helper.memberNo) || member.guardianNo === helper.memberNo)
    throw new DomainError("helper.already", { memberNo: member.memberNo, helperNo: helper.memberNo });
}

/** Whether the member of that number helps with the passbook now. */
export function isHelper(member: Member, helperNo: string): boolean {
  return member.helpers.some(({ memberNo }) => memberNo === helperNo);
}

/** Whose own matter it is when one member is to help another, so that none of them confirms it: the two, their spouses, the guardian. */
export function partiesOf(member: Member, helper: Member): MemberId[] {
  const numbers = [member.memberNo, member.spouseNo, member.guardianNo, helper.memberNo, helper.spouseNo];
  return [...new Set(numbers.flatMap((no) => (no === null ? [] : memberId(member.groupId, no))))];
}
