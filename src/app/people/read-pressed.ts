import type { MemberId, PersonId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { findOwnMembersAnd } from "../../storage/members";
import { findPersonAnd, type Person } from "../../storage/persons";
import type { Tx } from "../../storage/tx";

/** Who pressed a card about a member, that member, and who hears of it. */
export interface Pressed {
  person: Person;
  own: Member[];
  about: Member;
  /** The person whose LINE the member's is; null for a member without one. */
  holder: Person | null;
}

/**
 * Reads in two round trips what else takes four. Null where it is not the owner of the card who pressed it, or the member is gone: then
 * each is read by itself where it is needed.
 */
export async function readPressed(
  tx: Tx,
  lineUserId: string,
  card: { personId: string; memberId: MemberId },
): Promise<Pressed | null> {
  const owner = card.personId as PersonId;
  const members = await findOwnMembersAnd(tx, owner, card.memberId);
  const about = members.find((member) => member.id === card.memberId);
  if (!about) return null;
  const persons = await findPersonAnd(tx, lineUserId, about.link.personId ?? owner);
  const person = persons.find((one) => one.lineUserId === lineUserId && one._id === owner);
  if (!person) return null;
  const own = members.filter((member) => member.link.personId === owner);
  return { person, own, about, holder: persons.find((one) => one._id === about.link.personId) ?? null };
}
