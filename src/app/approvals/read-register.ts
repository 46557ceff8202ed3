import type { MatterTold } from "../../domain/approvals/ballot-view";
import type {
  CommitteeResolution,
  DecidedItem,
  RegisteredResolution,
} from "../../domain/approvals/committee-resolution";
import type { Group } from "../../domain/groups/group";
import { missingPower } from "../../domain/groups/offices";
import type { MemberId } from "../../domain/ids";
import { officerName, type OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import { findResolution, findResolutions } from "../../storage/resolutions";
import type { Tx } from "../../storage/tx";
import { groupsWithPower, type Actor } from "../people/actor";
import { matterOf, type Matters } from "./ballots/matter";

/** So many resolutions are listed at a time. */
export const resolutionsListed = 8;

/** A group's resolutions, the newest first, from one on. */
export interface RegisterView {
  group: Group;
  resolutions: RegisteredResolution[];
  from: number;
  count: number;
}

/** A resolution with the names of those who had a part in it. */
export interface ResolutionView {
  group: Group;
  resolution: RegisteredResolution;
  nameOf: { memberId: MemberId; officer: OfficerName | null }[];
  /** Whether who said what is kept from this reader: it is her own matter. */
  isWithheld: boolean;
}

/** The groups whose register a person may read: the executive and loan committees, and the auditors. Throws `role.missing`. */
export function groupsOfRegister(actor: Actor): [Group, ...Group[]] {
  const powers = ["read-books", "second-money", "answer-loan-calls"] as const;
  const groups = powers.flatMap((power) => groupsWithPower(actor, power));
  const [first, ...others] = [...new Map(groups.map((group) => [group.id, group])).values()];
  if (!first) throw missingPower("read-books", actor.own[0]?.group.name.th ?? "");
  return [first, ...others];
}

/** A part of a group's register. Throws `role.missing`. */
export async function readRegister(
  tx: Tx,
  actor: Actor,
  matters: Matters<MatterTold>,
  { group, from }: { group: Group; from: number },
): Promise<RegisterView> {
  requireReader(actor, group);
  const { resolutions, count } = await findResolutions(tx, group.id, { skip: from, limit: resolutionsListed });
  return { group, resolutions: await asTheyHold(tx, matters, resolutions), from, count };
}

async function asTheyHold(
  tx: Tx,
  matters: Matters<MatterTold>,
  resolutions: readonly CommitteeResolution[],
): Promise<RegisteredResolution[]> {
  const items = resolutions.flatMap((one) => one.items);
  const held = new Map<string, string | null>();
  for (const kind of new Set(items.map((item) => item.kind))) {
    const subjects = items.filter((item) => item.kind === kind).map(({ subject }) => subject);
    const found = await matterOf(matters, kind).heldBy?.(tx, [...new Set(subjects)]);
    for (const [subject, no] of found ?? []) held.set(`${kind}/${subject}`, no);
  }
  const isHeld = ({ kind, subject }: DecidedItem, no: string): boolean =>
    !held.has(`${kind}/${subject}`) || held.get(`${kind}/${subject}`) === no;
  return resolutions.map((one) => ({
    ...one,
    items: one.items.map((item) => ({
      ...item,
      isLapsed: item.outcome === "granted" && !isHeld(item, one.resolutionNo),
    })),
  }));
}

/** One resolution with who decided it and how; null where there is none of that number. Throws `role.missing`. */
export async function readResolution(
  tx: Tx,
  actor: Actor,
  matters: Matters<MatterTold>,
  { group, resolutionNo }: { group: Group; resolutionNo: string },
): Promise<ResolutionView | null> {
  requireReader(actor, group);
  const made = await findResolution(tx, group.id, resolutionNo);
  const [found] = made ? await asTheyHold(tx, matters, [made]) : [];
  if (!found) return null;
  const isWithheld = await isOwnMatter(tx, actor, matters, found);
  const resolution = isWithheld ? { ...found, voices: [], excluded: [] } : found;
  const people = [...resolution.voices, ...resolution.excluded];
  const members = await findMembers(tx, [...new Set(people.map(({ memberId }) => memberId))]);
  const nameOf = people.map(({ memberId, position }) => ({
    memberId,
    officer: officerName({ personId: null, memberId, position }, members),
  }));
  return { group, resolution, nameOf, isWithheld };
}

/** Throws `role.missing` where a person does not read a group's register. */
export function requireReader(actor: Actor, group: Group): void {
  if (!groupsOfRegister(actor).some(({ id }) => id === group.id)) throw missingPower("read-books", group.name.th);
}

/** Whether one of the items is her own matter, as the area has it: who asked never reads who voted how. */
async function isOwnMatter(
  tx: Tx,
  actor: Actor,
  matters: Matters<MatterTold>,
  { items }: Pick<CommitteeResolution, "items">,
): Promise<boolean> {
  const own = actor.own.map(({ member }) => member.id);
  for (const kind of new Set(items.map((item) => item.kind))) {
    const subjects = items.filter((item) => item.kind === kind).map(({ subject }) => subject);
    const withheld = await matterOf(matters, kind).withheldFrom(tx, subjects);
    if (withheld.some((id) => own.includes(id))) return true;
  }
  return false;
}
