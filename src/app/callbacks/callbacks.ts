import { callersOf, callPowers, type Caller, type CallMatter } from "../../domain/groups/callers";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import { groupOf, memberId, type MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import type { Done } from "../../domain/notice";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import {
  dropOpenCallbacks,
  finishCallback,
  findCallback,
  findOpenCallbacks,
  findOpenCallbacksOf,
  saveCallback,
} from "../../storage/callbacks";
import { findGroups } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { refuseTooNew, type Actor, type Passbook } from "../people/actor";

/** A wish to be called, as officers see it. */
export interface CallbackView {
  id: string;
  group: Group;
  member: MemberName;
  about: CallMatter;
  note: string;
  at: Date;
}

/**
 * Keeps a member's wish to be called, listed until it is marked done. Of a loan and a talk the newest words stand; events and complaints
 * all stay. Who calls hears of it, once while one about the same thing is open; each event is told.
 */
export async function requestCallback(
  tx: Tx,
  input: {
    id: string;
    passbook: Pick<Passbook, "member" | "group">;
    personId: string;
    about: CallMatter;
    note: string;
    now: Date;
  },
): Promise<Done<CallbackView & { callers: OfficerName[] }>> {
  const { id, passbook, about, note, now } = input;
  const { member, group } = passbook;
  const isHeard = await isHeardAlready(tx, member.id, about);
  await saveCallback(tx, {
    _id: id,
    groupId: group.id,
    memberId: member.id,
    personId: input.personId,
    about,
    note,
    state: "open",
    createdAt: now,
    doneAt: null,
    doneBy: null,
  });
  const view: CallbackView = { id, group, member: memberName(member), about, note, at: now };
  const callers = await findCallers(tx, group, about, member.id);
  const told = isHeard ? [] : callers;
  return {
    result: { ...view, callers: callers.map(callerName) },
    notices: told.map((caller) => ({
      to: { memberId: caller.member.id, member: caller.member },
      kind: "callback.requested",
      view,
    })),
  };
}

async function isHeardAlready(tx: Tx, asker: MemberId, about: CallMatter): Promise<boolean> {
  switch (about) {
    case "loan":
    case "talk":
      return dropOpenCallbacks(tx, asker, about);
    case "complaint":
      return (await findOpenCallbacksOf(tx, asker, about)).length > 0;
    case "welfare":
      return false;
  }
}

/** Who calls a member of the group about the matter, as far as they have LINE. */
export async function findCallers(tx: Tx, group: Group, about: CallMatter, asker: MemberId): Promise<Caller[]> {
  return callersOf(group, await findOfficers(tx, [group]), about, asker);
}

const callerName = ({ member, office: { committee, position } }: Caller): OfficerName => ({
  committee,
  position,
  name: member.name,
});

/** The officers of groups, as the register has them. */
export function findOfficers(tx: Tx, groups: readonly Group[]): Promise<Member[]> {
  const ids = groups.flatMap((group) => group.officers.map(({ memberNo }) => memberId(group.id, memberNo)));
  return findMembers(tx, [...new Set(ids)]);
}

/** Open wishes that this person answers, oldest first. */
export async function listCallbacks(tx: Tx, actor: Actor): Promise<CallbackView[]> {
  const groupIds = [...new Set(actor.offices.map((seat) => seat.group.id))];
  const callbacks = await findOpenCallbacks(tx, groupIds);
  if (callbacks.length === 0) return [];
  const askers = await findMembers(tx, [...new Set(callbacks.map((callback) => callback.memberId))]);
  const groups = await findGroups(tx, groupIds);
  const officers = await findOfficers(tx, groups);
  return callbacks.flatMap(({ _id, groupId, memberId: asker, about, note, createdAt }) => {
    const member = askers.find((candidate) => candidate.id === asker);
    const group = groups.find((candidate) => candidate.id === groupId);
    if (!member || !group) return [];
    const inGroup = officers.filter((officer) => officer.groupId === groupId);
    if (!isAmong(callersOf(group, inGroup, about, asker), actor)) return [];
    return [{ id: _id, group, member: memberName(member), about, note, at: createdAt }];
  });
}

const isAmong = (callers: readonly Caller[], actor: Actor): boolean =>
  callers.some(({ member }) => actor.offices.some((seat) => seat.member.id === member.id));

/** Marks a wish done. Throws `role.missing` for who does not answer it, `role.too-new`. A second tap changes nothing. */
export async function markCallbackDone(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  const callback = await findCallback(tx, id);
  if (!callback) return; // The member asked again since, and the newer wish took its place.
  const { memberId: asker, about } = callback;
  const seat = actor.offices.find((held) => held.group.id === groupOf(asker));
  if (!seat || !isAmong(await findCallers(tx, seat.group, about, asker), actor))
    throw missingPower(callPowers[about], seat?.group.name.th ?? "");
  refuseTooNew(seat.member, now);
  await finishCallback(tx, id, seat.member.id, now);
}
