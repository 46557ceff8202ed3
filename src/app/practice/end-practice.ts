import type { LocalDate } from "../../domain/dates";
import { localDateOf } from "../../domain/dates";
import { missingPower } from "../../domain/groups/offices";
import type { Group } from "../../domain/groups/group";
import type { GroupId } from "../../domain/ids";
import { realPersonId, type Practice } from "../../domain/practice/practice";
import { endConversation } from "../../storage/conversations";
import { findLinkedMembers, letGoOfPassbook } from "../../storage/members";
import { updatePerson } from "../../storage/persons";
import { deletePractice, findPracticeBefore, findPracticeIn, findPractices } from "../../storage/practices";
import { takeTurn, type Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";

/** How a practice ended for who ended it. */
export interface PracticeEnded {
  group: Pick<Group, "name">;
  /** Whether others go on. */
  goesOn: boolean;
}

/** Ends the practice for who is in it; with the last of them it is thrown away. */
export async function leavePractice(tx: Tx, actor: Actor): Promise<PracticeEnded> {
  const practice = await practiceOf(tx, actor);
  for (const { member } of actor.own) await letGoOfPassbook(tx, member.id);
  await updatePerson(tx, realPersonId(actor.personId), { practice: null });
  const [other] = await findLinkedMembers(tx, practice.groupId, { after: null, limit: 1 });
  if (!other) await throwAway(tx, practice);
  return { group: groupOf(actor), goesOn: other !== undefined };
}

/** Ends the practice for all who are in it, by an officer in it. Throws `role.missing`. */
export async function endPractice(tx: Tx, actor: Actor): Promise<PracticeEnded> {
  const practice = await practiceOf(tx, actor);
  const group = groupOf(actor);
  if (actor.offices.length === 0) throw missingPower("open-day", group.name.th);
  await updatePerson(tx, realPersonId(actor.personId), { practice: null });
  await throwAway(tx, practice);
  return { group, goesOn: false };
}

/** Ends, for all who are in them, the practices of the groups whose officer she is, while she is in none; null where none runs. */
export async function endPracticesOf(tx: Tx, actor: Actor, now: Date): Promise<PracticeEnded | null> {
  const groups = new Map(actor.offices.map(({ group }) => [group.id, group]));
  const running = await findPractices(tx, [...groups.keys()]);
  for (const practice of running) {
    takeTurn(tx, `practice ${practice.of}`);
    await throwAway(tx, practice);
  }
  const last = running.findLast(({ on }) => on === localDateOf(now));
  const group = last && groups.get(last.of);
  return group ? { group, goesOn: false } : null;
}

/** Throws away one practice whose day is over; false where none is left. */
export async function throwAwayOver(tx: Tx, today: LocalDate): Promise<boolean> {
  const practice = await findPracticeBefore(tx, today);
  if (!practice) return false;
  takeTurn(tx, `practice ${practice.of}`);
  const people = await findLinkedMembers(tx, practice.groupId, { after: null, limit: 10_000 });
  for (const { link } of people)
    if (link.personId) await updatePerson(tx, realPersonId(link.personId), { practice: null });
  await throwAway(tx, practice);
  return true;
}

/** Throws away what was practised; who was in it hears at her next word that it is over. */
export async function throwAway(tx: Tx, practice: Practice): Promise<void> {
  const people = await findLinkedMembers(tx, practice.groupId, { after: null, limit: 10_000 });
  for (const { link } of people) if (link.personId) await endConversation(tx, link.personId);
  await deletePractice(tx, practice);
}

/** She heard that her practice is over, and acts for real again. */
export async function forgetPractice(tx: Tx, actor: Actor): Promise<void> {
  await updatePerson(tx, actor.personId, { practice: null });
}

async function practiceOf(tx: Tx, actor: Actor): Promise<Practice> {
  const { id } = groupOf(actor);
  const practice = await findPracticeIn(tx, id);
  if (!practice) throw new Error("who practises has a practice");
  takeTurn(tx, `practice ${practice.of}`);
  return practice;
}

function groupOf({ own }: Actor): Group & { id: GroupId } {
  const [first] = own;
  if (!first) throw new Error("who practises has a passbook there");
  return first.group;
}
