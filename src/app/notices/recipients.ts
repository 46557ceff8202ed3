import type { Notice, ToMember } from "../../domain/notice";
import { memberId, type MemberId, type PersonId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { hearersOf, isHeardByOthers, openerNos } from "../../domain/members/openers";
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
 * Finds the phones of each notice: the member's own, with those of who signs for an occupational group; else her guardian's, else her helpers' where it is told
 * to her as an owner (`hearersOf`). Who has none hears on paper, so her notices end here. What one person would get twice goes once. `known` persons were read in this transaction.
 */
export async function addressNotices(
  tx: Tx,
  notices: readonly Notice[],
  known: readonly Person[] = [],
): Promise<AddressedNotice[]> {
  if (notices.length === 0) return [];
  const toMembers = notices.flatMap(({ to }) => ("memberId" in to ? to : []));
  const read = toMembers.flatMap(({ member }) => member ?? []);
  const wanted = toMembers.flatMap(({ memberId: id, member }) => (member ? [] : id));
  const members = [...read, ...(await findMembers(tx, [...new Set(wanted)]))];
  const silent = members.filter(isHeardByOthers);
  const isAsked = new Set(toMembers.flatMap(({ memberId: id, asOwner }) => (asOwner ? id : [])));
  const openers = silent.flatMap((member) => openersOf(isAsked.has(member.id) ? member : { ...member, helpers: [] }));
  const among = [...members, ...(await findMembers(tx, [...new Set(openers)]))];
  const direct = notices.flatMap(({ to }) => ("personId" in to ? to.personId : []));
  const personIds = new Set([...among.flatMap(({ link }) => link.personId ?? []), ...direct]);
  const unknown = [...personIds].filter((id) => !known.some((person) => person._id === id));
  const persons = [...known, ...(await findActing(tx, unknown))];
  const personById = new Map<PersonId, Person>(persons.map((person) => [person._id, person]));
  const addressed = notices.flatMap((notice): AddressedNotice[] => {
    const { to } = notice;
    const readers = "memberId" in to ? readersOf(to, members, among) : [{ personId: to.personId, basis: null }];
    return readers.flatMap(({ personId, basis }) => {
      const person = personById.get(personId);
      return person ? [{ notice, person, basis }] : [];
    });
  });
  return addressed.filter((one, at) => addressed.findIndex((other) => isSameTelling(one, other)) === at);
}

function readersOf(
  { memberId: id, asOwner, besides }: ToMember,
  members: readonly Member[],
  among: readonly Member[],
): { personId: PersonId; basis: Basis }[] {
  const member = members.find((one) => one.id === id);
  if (!member) return [];
  return hearersOf(asOwner ? member : { ...member, helpers: [] }, among).flatMap((hearer) => {
    const { personId, version } = hearer.link;
    if (personId === null || personId === besides) return [];
    const basis = { memberId: hearer.id, linkVersion: version, ...(hearer.id === id ? {} : { opens: id }) };
    return [{ personId, basis }];
  });
}

const isSameTelling = (one: AddressedNotice, other: AddressedNotice): boolean =>
  one.person._id === other.person._id && one.notice.kind === other.notice.kind && one.notice.view === other.notice.view;

const openersOf = (member: Member): MemberId[] => openerNos(member).map((no) => memberId(member.groupId, no));
