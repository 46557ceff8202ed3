import type { Group } from "../../domain/groups/group";
import { isOnlyAuditor } from "../../domain/groups/callers";
import type { Committee, Office, Position } from "../../domain/groups/offices";
import { memberId, type MemberId } from "../../domain/ids";
import type { OfficerName } from "../../domain/people";
import { findLiveGroups, findNetwork } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { LocalText } from "../../domain/groups/group";
import type { Tx } from "../../storage/tx";
import type { Actor } from "./actor";

/** Whom to call: an officer, and her telephone where the group gave one. */
export interface Contact {
  officer: OfficerName;
  phone: string | null;
  /** Her group, where contacts of several stand beside each other. */
  group?: Group;
}

const order: [Committee, Position][] = [
  ["executive", "chair"],
  ["executive", "secretary"],
  ["executive", "treasurer"],
  ["audit", "chair"],
];

/** Chair, secretary, treasurer and the head of the audit committee of a group, as far as it has them. */
export async function getContacts(tx: Tx, group: Group): Promise<Contact[]> {
  const seats = order.flatMap(([committee, position]) => seatOf(group.officers, committee, position));
  return contactsOf(tx, [[group, seats]]);
}

/**
 * Chair and secretary of each group, with its name where there are several: whom to telephone about a link. Without the members whose
 * link it is, since their own telephone may be in other hands.
 */
export async function getLinkContacts(
  tx: Tx,
  groups: readonly Group[],
  except: readonly MemberId[] = [],
): Promise<Contact[]> {
  const seats = groups.map((group): [Group, Office[]] => {
    const able = group.officers.filter(({ memberNo }) => !except.includes(memberId(group.id, memberNo)));
    return [group, (["chair", "secretary"] as const).flatMap((position) => seatOf(able, "executive", position))];
  });
  return contactsOf(tx, seats, groups.length > 1);
}

function seatOf(officers: readonly Office[], committee: Committee, position: Position): Office[] {
  return officers.filter((office) => office.committee === committee && office.position === position).slice(0, 1);
}

/** The auditors of a group who hold no other office there, their head first (three at most): who hears a complaint. */
export async function getAuditors(tx: Tx, group: Group): Promise<Contact[]> {
  const seats = group.officers.filter(
    ({ committee, memberNo }) => committee === "audit" && isOnlyAuditor(group, memberNo),
  );
  const heads = seats.filter(({ position }) => position === "chair");
  const others = seats.filter(({ position }) => position !== "chair");
  return contactsOf(tx, [[group, [...heads, ...others].slice(0, 3)]]);
}

/** Groups whose officers are named beside each other at most. */
const maxGroups = 8;

/** The network's name, and the chairs of its groups (at most eight) with their groups' names: whom a stranger may ask. */
export async function getNetworkContacts(tx: Tx): Promise<{ networkName: LocalText; contacts: Contact[] }> {
  const network = await findNetwork(tx);
  const groups = (await findLiveGroups(tx)).slice(0, maxGroups);
  const chairs = groups.map((group): [Group, Office[]] => [group, seatOf(group.officers, "executive", "chair")]);
  return { networkName: network?.name ?? { th: "สัจจะ", en: "Sajja" }, contacts: await contactsOf(tx, chairs, true) };
}

/** Whom to telephone, and the one group of them all where it is one. */
export interface ContactsOfPerson {
  group: Group | null;
  contacts: Contact[];
}

/**
 * Whom a person can telephone about her own access: chair and secretary of her groups, or of the group that she had; who never had one
 * gets the chairs of the network.
 */
export async function getContactsOf(tx: Tx, { own, formerGroup }: Actor): Promise<ContactsOfPerson> {
  const hers = [...new Map(own.map(({ group }) => [group.id, group])).values()].slice(0, maxGroups / 2);
  const groups = hers.length === 0 && formerGroup ? [formerGroup] : hers;
  const [one, second] = groups;
  if (!one) return { group: null, contacts: (await getNetworkContacts(tx)).contacts };
  const except = own.map(({ member }) => member.id);
  return { group: second ? null : one, contacts: await getLinkContacts(tx, groups, except) };
}

async function contactsOf(tx: Tx, seats: [Group, Office[]][], withGroups = false): Promise<Contact[]> {
  const ids = seats.flatMap(([group, offices]) => offices.map((office) => memberId(group.id, office.memberNo)));
  const members = await findMembers(tx, ids);
  return seats.flatMap(([group, offices]) =>
    offices.flatMap(({ memberNo, committee, position, phone }) => {
      const member = members.find(({ id }) => id === memberId(group.id, memberNo));
      if (!member) return [];
      const contact = { officer: { committee, position, name: member.name }, phone: phone ?? null };
      return [withGroups ? { ...contact, group } : contact];
    }),
  );
}
