import type { Member } from "./member";

/** The passbooks of one house, which come to the table together. */
export interface Household {
  /** Its name in the register; null: the passbook stands alone, or with those that its holder keeps. */
  name: string | null;
  members: Member[];
}

/**
 * Members by household, each in the place of its first member. Who has none in the register is with her guardian; else she is a household by
 * herself.
 */
export function householdsOf(members: readonly Member[]): Household[] {
  const byNo = new Map(members.map((member) => [member.memberNo, member]));
  const houses = new Map<string, Household>();
  for (const member of members) {
    const guardian = member.guardianNo === null ? undefined : byNo.get(member.guardianNo);
    const head = member.household === null && guardian ? guardian : member;
    const key = head.household === null ? `no ${head.memberNo}` : `name ${head.household}`;
    const house = houses.get(key);
    if (house) house.members.push(member);
    else houses.set(key, { name: head.household, members: [member] });
  }
  return [...houses.values()];
}
