import type { Notice } from "../../domain/notice";
import { memberId, type MemberId, type PersonId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { findMembers } from "../../storage/members";
import type { Person } from "../../storage/persons";
import type { Basis } from "../../storage/outbox";
import type { Tx } from "../../storage/tx";
import { findActing } from "../people/acting";

/** A notice with the phone that it goes to, and the link that gives it the right. */
export interface AddressedNotice {
  notice: Notice;
  person: Person;
  basis: Basis | null;
}

/**
 * Finds the phone of each notice: the member's own, else her guardian's. Who has none hears on paper, so her notices end here. `known`
 * persons were read in this transaction.
 */
export async function addressNotices(
  tx: Tx,
  notices: readonly Notice[],
  known: readonly Person[] = [],
): Promise<AddressedNotice[]> {
  if (notices.length === 0) return [];
  const read = notices.flatMap(({ to }) => ("memberId" in to && to.member ? to.member : []));
  const wanted = notices.flatMap(({ to }) => ("memberId" in to && !to.member ? to.memberId : []));
  const members = [...read, ...(await findMembers(tx, [...new Set(wanted)]))];
  const guardians = await findMembers(tx, members.filter((member) => !member.link.personId).flatMap(guardianOf));
  const holders = new Map<MemberId, Member>();
  for (const member of members) {
    const holder = member.link.personId
      ? member
      : guardians.find((guardian) => guardianOf(member).includes(guardian.id));
    if (holder?.link.personId) holders.set(member.id, holder);
  }
  const direct = notices.flatMap(({ to }) => ("personId" in to ? to.personId : []));
  const personIds = new Set([...[...holders.values()].flatMap((holder) => holder.link.personId ?? []), ...direct]);
  const unknown = [...personIds].filter((id) => !known.some((person) => person._id === id));
  const persons = [...known, ...(await findActing(tx, unknown))];
  const personById = new Map<PersonId, Person>(persons.map((person) => [person._id, person]));
  return notices.flatMap((notice): AddressedNotice[] => {
    const holder = "memberId" in notice.to ? holders.get(notice.to.memberId) : undefined;
    const personId = "personId" in notice.to ? notice.to.personId : holder?.link.personId;
    const person = personId && personById.get(personId);
    if (!person) return [];
    return [{ notice, person, basis: holder ? { memberId: holder.id, linkVersion: holder.link.version } : null }];
  });
}

const guardianOf = (member: Member): MemberId[] =>
  member.guardianNo ? [memberId(member.groupId, member.guardianNo)] : [];
