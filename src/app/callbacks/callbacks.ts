import type { Group } from "../../domain/groups/group";
import { officesWith } from "../../domain/groups/offices";
import { groupOf } from "../../domain/ids";
import type { Done } from "../../domain/notice";
import { memberName, type MemberName, type OfficerName } from "../../domain/people";
import { finishCallback, findCallback, findOpenCallbacks, saveCallback, type Callback } from "../../storage/callbacks";
import { findGroups } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { officersWithPower } from "../approvals/second-officers";
import { authorize, holdsPower, type Actor, type Passbook } from "../people/actor";

/** A wish to be called, as officers see it. */
export interface CallbackView {
  id: string;
  group: Group;
  member: MemberName;
  about: Callback["about"];
  note: string;
  at: Date;
}

/** Keeps a member's wish that somebody of the committee calls her, listed until it is marked done. The loan committee hears of it. */
export async function requestCallback(
  tx: Tx,
  input: { id: string; passbook: Passbook; personId: string; about: Callback["about"]; note: string; now: Date },
): Promise<Done<CallbackView>> {
  const { id, passbook, about, note, now } = input;
  const { member, group } = passbook;
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
  const officers = await officersWithPower(tx, group, "answer-callbacks");
  return {
    result: view,
    notices: officers.map((officer) => ({ to: { memberId: officer.id }, kind: "callback.requested", view })),
  };
}

/** Open wishes of the groups where this person answers them, oldest first. */
export async function listCallbacks(tx: Tx, actor: Actor): Promise<CallbackView[]> {
  const groupIds = [...new Set(actor.offices.map((seat) => seat.group.id))].filter((id) =>
    holdsPower(actor, id, "answer-callbacks"),
  );
  const callbacks = await findOpenCallbacks(tx, groupIds);
  const members = await findMembers(
    tx,
    callbacks.map((callback) => callback.memberId),
  );
  const groups = await findGroups(tx, groupIds);
  return callbacks.flatMap(({ _id, groupId, memberId, about, note, createdAt }) => {
    const member = members.find((candidate) => candidate.id === memberId);
    const group = groups.find((candidate) => candidate.id === groupId);
    return member && group ? [{ id: _id, group, member: memberName(member), about, note, at: createdAt }] : [];
  });
}

/** Marks a wish done. Throws `role.missing`. A second tap changes nothing. */
export async function markCallbackDone(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  const callback = await findCallback(tx, id);
  if (!callback) return; // The member asked again since, and the newer wish took its place.
  const seat = authorize(actor, groupOf(callback.memberId), "answer-callbacks", now, "");
  await finishCallback(tx, id, seat.member.id, now);
}

/** Who will call: the officers of a group who answer such wishes. */
export async function findCallers(tx: Tx, group: Group): Promise<OfficerName[]> {
  const officers = await officersWithPower(tx, group, "answer-callbacks");
  return officers.flatMap((member) =>
    officesWith(group.officers, "answer-callbacks")
      .filter((office) => office.memberNo === member.memberNo)
      .slice(0, 1)
      .map(({ committee, position }) => ({ committee, position, name: member.name })),
  );
}
