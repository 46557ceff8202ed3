import { randomBytes } from "node:crypto";
import type { PersonId } from "../../domain/ids";
import {
  findPerson,
  findLockedPersons,
  insertPerson,
  updatePerson,
  type Person,
  type Stopped,
} from "../../storage/persons";
import { findOwnMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Notice } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { lockNumberOf } from "../linking/links";
import { authorize, holdsPower, type Actor } from "./actor";
import { getLinkContacts } from "./contacts";

/** The consent text in force; a change of it asks every person again. */
export const consentVersion = 1;

/** The person behind a LINE id; a new one is made at first sight. */
export async function meetPerson(tx: Tx, lineUserId: string, language: Person["language"], now: Date): Promise<Person> {
  const known = await findPerson(tx, lineUserId);
  if (known) return known;
  const person: Person = {
    _id: randomBytes(12).toString("hex") as PersonId,
    lineUserId,
    language,
    consent: null,
    stopped: "none",
    friend: true,
    wrongTries: 0,
    lockedAt: null,
    lastGroupId: null,
    createdAt: now,
    menu: null,
  };
  await insertPerson(tx, person);
  return person;
}

/** Whether the person agreed to the consent text in force. */
export function hasConsented(person: Person): boolean {
  return person.consent?.version === consentVersion;
}

/** Keeps a person's consent with its version and time. */
export async function giveConsent(tx: Tx, person: Person, now: Date): Promise<void> {
  await updatePerson(tx, person._id, { consent: { version: consentVersion, at: now } });
}

/** LINE told that she follows or blocks the account. */
export async function setFriend(tx: Tx, person: Person, friend: boolean): Promise<void> {
  if (person.friend !== friend || person.friendTold !== friend)
    await updatePerson(tx, person._id, { friend, friendTold: friend });
}

/** She chose her language. */
export async function setLanguage(tx: Tx, person: Person, language: Person["language"]): Promise<void> {
  await updatePerson(tx, person._id, { language });
}

/** She stopped, or takes again, what does not protect her money and account. */
export async function setStopped(tx: Tx, person: Person, stopped: Stopped): Promise<void> {
  await updatePerson(tx, person._id, { stopped });
}

/**
 * Unlocks the LINE identity with that lock number: of somebody who is linked to nothing yet, or of a member of a group where the officer
 * may. The person hears who did it. Throws `role.missing`, `second-person.same`, and `lock.unknown` when there is no such one.
 */
export async function unlockPerson(
  tx: Tx,
  actor: Actor,
  input: { group: Group; lockNo: string; now: Date },
): Promise<Notice[]> {
  const { group, now } = input;
  const seat = authorize(actor, group.id, "unlock-link", now, group.name.th);
  const person = (await findLockedPersons(tx)).find(({ _id }) => lockNumberOf(_id) === input.lockNo);
  const own = person ? await findOwnMembers(tx, person._id) : [];
  const mayUnlock = own.length === 0 || own.some(({ groupId }) => holdsPower(actor, groupId, "unlock-link"));
  if (!person || !mayUnlock) throw new DomainError("lock.unknown", { lockNo: input.lockNo });
  if (person._id === actor.personId) throw new DomainError("second-person.same", {});
  await updatePerson(tx, person._id, { lockedAt: null, wrongTries: 0 });
  const { committee, position } = seat.office;
  const by: OfficerName = { committee, position, name: seat.member.name };
  const view = { group, by, at: now, contacts: await getLinkContacts(tx, [group]) };
  return [{ to: { personId: person._id }, kind: "link.unlocked", view }];
}
