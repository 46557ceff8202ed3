import type { Member } from "../../domain/members/member";

/** The members of a group whose passbook no phone opens: neither their own, nor a guardian's, nor a helper's. */
export function withoutLine(members: readonly Member[]): Member[] {
  const linked = new Set(members.filter(({ link }) => link.personId !== null).map(({ memberNo }) => memberNo));
  return members.filter(
    ({ memberNo, guardianNo, helpers }) =>
      ![memberNo, guardianNo, ...helpers.map((helper) => helper.memberNo)].some((no) => no !== null && linked.has(no)),
  );
}
