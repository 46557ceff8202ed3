import type { Member } from "./member";

/** Numbers of the members whose LINE may open a passbook beside its owner's: her guardian and her helpers. */
export function openerNos({ guardianNo, helpers }: Pick<Member, "guardianNo" | "helpers">): string[] {
  return [guardianNo, ...helpers.map(({ memberNo }) => memberNo)].filter((no) => no !== null);
}

/**
 * Whether a phone hears what is told of a passbook, its owner's or her guardian's, found among these members of the group; a helper looks, and is told
 * nothing. With an instant: whether it heard by then.
 */
export function isHeard({ memberNo, guardianNo }: Member, among: readonly Member[], at: Date | null = null): boolean {
  return among.some(
    ({ memberNo: no, link: { personId, linkedAt } }) =>
      (no === memberNo || no === guardianNo) &&
      personId !== null &&
      (at === null || (linkedAt !== null && linkedAt <= at)),
  );
}

/** Those of a group's register, by number, whose phones may hear of a passbook: its owner and her guardian. Among them `isHeard` looks. */
export function whoMayHear({ memberNo, guardianNo }: Member, register: ReadonlyMap<string, Member>): Member[] {
  return [memberNo, guardianNo].flatMap((no) => (no === null ? [] : (register.get(no) ?? [])));
}
