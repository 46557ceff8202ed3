import type { LocalDate } from "../../domain/dates";
import type { Member } from "../../domain/members/member";
import { practicePersonId, realPersonId } from "../../domain/practice/practice";
import type { PersonId } from "../../domain/ids";
import { findPerson, findPersons, type Person } from "../../storage/persons";
import type { Tx } from "../../storage/tx";
import { getActor, type Actor } from "./actor";

/** As whom a person acts at an event. */
export interface Acting {
  actor: Actor;
  /** `practising`: her seats of a practice and nothing else; `over`: for real again, since her practice ended and she has not heard so yet. */
  state: "real" | "practising" | "over";
}

/**
 * Finds the rights of an event, in one place: who practises has the passbooks and offices of her practice only, everybody else the real ones only.
 * In a practice she is another person (`practicePersonId`), so that neither finds what is the other's. `known`: her own members, read already.
 */
export async function actAs(
  tx: Tx,
  person: Person,
  { today, known }: { today: LocalDate; known?: readonly Member[] | undefined },
): Promise<Acting> {
  const { practice } = person;
  if (!practice) return { actor: await getActor(tx, person, known), state: "real" };
  const actor = await getActor(tx, { ...person, _id: practicePersonId(person._id, practice) });
  // An ended practice has left no passbook.
  if (practice.on === today && actor.own.length > 0) return { actor, state: "practising" };
  return { actor: await getActor(tx, person, known), state: "over" };
}

/** The same behind a LINE id, or null for somebody whom we never met in her own chat. */
export async function findActingAt(tx: Tx, lineUserId: string, today: LocalDate): Promise<Acting | null> {
  const person = await findPerson(tx, lineUserId);
  return person && actAs(tx, person, { today });
}

/** Persons by the ids by which they act: who practises comes with hers of the practice. */
export async function findActing(tx: Tx, ids: readonly PersonId[]): Promise<Person[]> {
  const persons = await findPersons(tx, [...new Set(ids.map(realPersonId))]);
  return ids.flatMap((id) => {
    const person = persons.find(({ _id }) => _id === realPersonId(id));
    return person ? [{ ...person, _id: id }] : [];
  });
}
