import type { Group } from "../../domain/groups/group";
import { isOnlyAuditor } from "../../domain/groups/callers";
import type { Committee, Office, Position } from "../../domain/groups/offices";
import { memberId, type MemberId } from "../../domain/ids";
import type { OfficerName } from "../../domain/people";
import { findLiveGroups, findNetwork } from "../../storage/groups";
import { findMembers } from "../../storage/members";
import type { LocalText } from "../../domain/groups/group";
import type { Tx } from "../../storage/tx";

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
 * Chair and secretary of each group, with its name where there are several: whom to telephone about a link. Without the member whose
 * link it is, since her own telephone may be in other hands.
 */
export async function getLinkContacts(tx: Tx, groups: readonly Group[], except?: MemberId): Promise<Contact[]> {
  const seats = groups.map((group): [Group, Office[]] => {
    const able = group.officers.filter(({ memberNo }) => memberId(group.id, memberNo) !== except);
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

/** The network's name and its groups' chairs (at most four): whom a stranger may ask whether this LINE is really theirs. */
export async function getNetworkContacts(tx: Tx): Promise<{ networkName: LocalText; contacts: Contact[] }> {
  const network = await findNetwork(tx);
  const groups = (await findLiveGroups(tx)).slice(0, 4);
  const chairs = groups.map((group): [Group, Office[]] => [
    group,
    group.officers.filter((office) => office.committee === "executive" && office.position === "chair"),
  ]);
  return { networkName: network?.name ?? { th: "สัจจะ", en: "Sajja" }, contacts: await contactsOf(tx, chairs) };
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
