import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { missingPower, officesWith, requirePower, type Office, type Power } from "../../domain/groups/offices";
import type { GroupId, PersonId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { isTooNew, type Member } from "../../domain/members/member";
import type { PassbookVia } from "../../domain/members/openers";
import { findGroups, findNetwork } from "../../storage/groups";
import { findOwnMembers, findPassbooksOpenedBy } from "../../storage/members";
import type { Person } from "../../storage/persons";
import type { Tx } from "../../storage/tx";

/** A passbook that a phone opens, and why it does; who signs for an occupational group sees its passbook, and opens it for nothing else. */
export interface Passbook {
  member: Member;
  group: Group;
  via: PassbookVia;
}

/** An office that a person holds through her own membership. */
export interface HeldOffice {
  group: Group;
  member: Member;
  office: Office;
}

/** Who acts: a person, her own passbooks, and the offices that she holds. What she opens for others is read where it is shown. */
export interface Actor {
  personId: PersonId;
  person: Person;
  own: Passbook[];
  offices: HeldOffice[];
  /** Linked to nothing but closed memberships. */
  closedMemberNo: string | null;
  /** Whose officers can help who opens nothing: the group of a closed membership, else of the passbook that this phone let go of last. */
  formerGroup: Group | null;
}

/** Reads who a person is now, unless her own members were read in this transaction: rights are never taken from a card or a conversation. */
export async function getActor(tx: Tx, person: Person, known?: readonly Member[]): Promise<Actor> {
  const members = known ?? (await findOwnMembers(tx, person._id));
  const active = members.filter((member) => member.status !== "closed");
  const closed = active.length === 0 ? members[0] : undefined;
  const formerId = active.length === 0 ? (closed?.groupId ?? person.lastGroupId) : null;
  const ids = active.map((member) => member.groupId);
  const groups = await findGroups(tx, [...new Set(formerId === null ? ids : [formerId])]);
  const own = inGroups(active, groups, () => "own");
  return {
    personId: person._id,
    person,
    own,
    offices: own.flatMap(officesOf),
    closedMemberNo: closed?.memberNo ?? null,
    formerGroup: groups.find(({ id }) => id === formerId) ?? null,
  };
}

/** Every passbook that the person's phone opens: her own, then those of whom she is guardian or helper (always of her own groups). */
export async function getPassbooks(tx: Tx, actor: Actor): Promise<Passbook[]> {
  return (await getSeenPassbooks(tx, actor)).filter(({ via }) => via !== "signatory");
}

/** Every passbook that the person's phone shows: those that it opens, and those of the occupational groups for which she signs. Who only sees acts on nothing of it. */
export async function getSeenPassbooks(tx: Tx, actor: Actor): Promise<Passbook[]> {
  const members = actor.own.map((passbook) => passbook.member);
  const ownIds = new Set(members.map((member) => member.id));
  const opened = (await findPassbooksOpenedBy(tx, members)).filter(
    (member) => member.status !== "closed" && !ownIds.has(member.id),
  );
  const groups = actor.own.map((passbook) => passbook.group);
  const all = [...actor.own, ...inGroups(opened, groups, (member) => viaOf(member, members))];
  // A group on paper has delegates with LINE, and no passbooks here.
  return all.filter(({ group }) => group.mode === "digital");
}

/** Whether the person coordinates the network. */
export async function isCoordinator(tx: Tx, actor: Actor): Promise<boolean> {
  const seats = (await findNetwork(tx))?.coordinators ?? [];
  return actor.own.some(({ member }) =>
    seats.some((seat) => seat.groupId === member.groupId && seat.memberNo === member.memberNo),
  );
}

function inGroups(
  members: readonly Member[],
  groups: readonly Group[],
  via: (member: Member) => Passbook["via"],
): Passbook[] {
  return members.flatMap((member) => {
    const group = groups.find(({ id }) => id === member.groupId);
    return group ? [{ member, group, via: via(member) }] : [];
  });
}

function viaOf(member: Member, own: readonly Member[]): PassbookVia {
  const isOwn = (no: string | null) =>
    own.some(({ groupId, memberNo }) => groupId === member.groupId && memberNo === no);
  if (isOwn(member.guardianNo)) return "guardian";
  return member.helpers.some(({ memberNo }) => isOwn(memberNo)) ? "helper" : "signatory";
}

function officesOf({ member, group }: Passbook): HeldOffice[] {
  if (member.status !== "active") return [];
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
  if (power !== "read-books") refuseTooNew(seat.member, now);
  return seat;
}

/** Throws `role.too-new` while a changed link, or an officer's first one, is younger than 72 hours. */
export function refuseTooNew({ link }: Member, now: Date): void {
  if (link.decidesFrom && isTooNew(link, now))
    throw new DomainError("role.too-new", { decidesFrom: link.decidesFrom.toISOString() });
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

/** The groups where the person holds the power, one at least; throws `role.missing` where there is none. */
export function requireGroups(actor: Actor, power: Power): [Group, ...Group[]] {
  const [first, ...others] = groupsWithPower(actor, power);
  if (!first) throw missingPower(power, actor.own[0]?.group.name.th ?? "");
  return [first, ...others];
}

/** The passbook of a member that this phone opens; throws `card.foreign` when it does not. */
export async function requirePassbook(tx: Tx, actor: Actor, memberId: Member["id"]): Promise<Passbook> {
  const isIt = (candidate: Passbook) => candidate.member.id === memberId;
  const passbook = actor.own.find(isIt) ?? (await getPassbooks(tx, actor)).find(isIt);
  if (!passbook) throw new DomainError("card.foreign", {});
  return passbook;
}

/** The passbook of a member that this phone shows; throws `card.foreign` when it does not. */
export async function requireSeenPassbook(tx: Tx, actor: Actor, memberId: Member["id"]): Promise<Passbook> {
  const seen = [...actor.own, ...(await getSeenPassbooks(tx, actor))];
  const passbook = seen.find(({ member }) => member.id === memberId);
  if (!passbook) throw new DomainError("card.foreign", {});
  return passbook;
}

/** How an officer stands in an entry. */
export function entryActor({ member, office }: HeldOffice): EntryActor {
  return { personId: member.link.personId, memberId: member.id, position: `${office.committee}.${office.position}` };
}
