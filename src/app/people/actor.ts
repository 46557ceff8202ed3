import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { officesWith, requirePower, type Office, type Power } from "../../domain/groups/offices";
import type { GroupId, PersonId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import { findGroups, findNetwork } from "../../storage/groups";
import { findOwnMembers, findPassbooksOpenedBy } from "../../storage/members";
import type { Person } from "../../storage/persons";
import type { Tx } from "../../storage/tx";

/** A passbook that a phone opens, and why it does. */
export interface Passbook {
  member: Member;
  group: Group;
  via: "own" | "guardian" | "helper";
}

/** An office that a person holds through her own membership. */
export interface HeldOffice {
  group: Group;
  member: Member;
  office: Office;
}

/** Who acts: a person, the passbooks that her phone opens, and the offices that she holds. */
export interface Actor {
  personId: PersonId;
  person: Person;
  passbooks: Passbook[];
  offices: HeldOffice[];
  isCoordinator: boolean;
  /** Linked to nothing but closed memberships. */
  closedMemberNo: string | null;
}

/** Reads who a person is now: rights are never taken from a card or a conversation. */
export async function getActor(tx: Tx, person: Person): Promise<Actor> {
  const own = await findOwnMembers(tx, person._id);
  const nobody = {
    personId: person._id,
    person,
    passbooks: [],
    offices: [],
    isCoordinator: false,
    closedMemberNo: null,
  };
  if (own.length === 0) return nobody;
  const active = own.filter((member) => member.status !== "closed");
  const [closed] = own;
  if (active.length === 0) return { ...nobody, closedMemberNo: closed?.memberNo ?? null };
  const opened = (await findPassbooksOpenedBy(tx, active)).filter((member) => member.status !== "closed");
  const network = await findNetwork(tx);
  const groups = await findGroups(tx, [...new Set([...active, ...opened].map((member) => member.groupId))]);
  const groupOfMember = new Map(groups.map((group) => [group.id, group]));
  const passbook = (member: Member, via: Passbook["via"]): Passbook[] => {
    const group = groupOfMember.get(member.groupId);
    return group ? [{ member, group, via }] : [];
  };
  const ownIds = new Set(active.map((member) => member.id));
  return {
    ...nobody,
    passbooks: [
      ...active.flatMap((member) => passbook(member, "own")),
      ...opened.filter((member) => !ownIds.has(member.id)).flatMap((member) => passbook(member, viaOf(member, active))),
    ],
    offices: active.flatMap((member) => officesOf(member, groupOfMember.get(member.groupId))),
    isCoordinator:
      network?.coordinators.some((seat) =>
        active.some((member) => member.groupId === seat.groupId && member.memberNo === seat.memberNo),
      ) ?? false,
  };
}

function viaOf(member: Member, own: readonly Member[]): Passbook["via"] {
  return own.some((guardian) => guardian.groupId === member.groupId && guardian.memberNo === member.guardianNo)
    ? "guardian"
    : "helper";
}

function officesOf(member: Member, group: Group | undefined): HeldOffice[] {
  if (!group || member.status !== "active") return [];
  return group.officers
    .filter((office) => office.memberNo === member.memberNo)
    .map((office) => ({ group, member, office }));
}

/** The seat in a group that gives the power; throws `role.missing`, or `role.too-new` where a new link does not decide yet. */
export function authorize(actor: Actor, groupId: GroupId, power: Power, now: Date, groupName: string): HeldOffice {
  const seats = actor.offices.filter((seat) => seat.group.id === groupId);
  const office = requirePower(
    seats.map((seat) => seat.office),
    power,
    groupName,
  );
  const seat = seats.find((held) => held.office === office);
  if (!seat) throw new Error("the office comes from these seats");
  const from = seat.member.link.decidesFrom;
  if (power !== "read-books" && from && from > now)
    throw new DomainError("role.too-new", { decidesFrom: from.toISOString() });
  return seat;
}

/** Whether the person holds the power in a group: to offer what she may do; doing it is authorised again. */
export function holdsPower(actor: Actor, groupId: GroupId, power: Power): boolean {
  return actor.offices.some((seat) => seat.group.id === groupId && officesWith([seat.office], power).length > 0);
}

/** The groups where the person holds the power, each once. */
export function groupsWithPower(actor: Actor, power: Power): Group[] {
  const groups = actor.offices.map((seat) => seat.group).filter((group) => holdsPower(actor, group.id, power));
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}

/** The passbook of a member that this phone opens; throws `card.foreign` when it does not. */
export function requirePassbook(actor: Actor, memberId: Member["id"]): Passbook {
  const passbook = actor.passbooks.find((candidate) => candidate.member.id === memberId);
  if (!passbook) throw new DomainError("card.foreign", {});
  return passbook;
}

/** How an officer stands in an entry. */
export function entryActor({ member, office }: HeldOffice): EntryActor {
  return { personId: member.link.personId, memberId: member.id, position: `${office.committee}.${office.position}` };
}
