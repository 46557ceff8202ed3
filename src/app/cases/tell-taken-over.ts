import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import type { Done } from "../../domain/notice";
import { getGroup } from "../../storage/groups";
import { findByKey } from "../../storage/journal";
import { findMember } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import type { CaseView } from "./case-view";
import { hearersOfTold, openCase } from "./open-case";

/** A passbook that another phone took over, and who must not hear that its owner says so. */
export interface TakenOver {
  member: Member;
  group: Group;
  /** Whose phone it is now, and who made and confirmed the code. */
  accused: MemberId[];
}

/** The passbook that this phone opened until another one took it over; null where there is none, or it is back. Nothing of the passbook is read by it. */
export async function findTakenOver(tx: Tx, { person }: Actor): Promise<TakenOver | null> {
  const member = person.lostMemberId ? await findMember(tx, person.lostMemberId) : null;
  if (!member || member.status === "closed" || member.link.personId === person._id) return null;
  const made = await findByKey(tx, `link.made:${member.id}:${member.link.version}`);
  const { madeBy, secondedBy } = (made?.record ?? {}) as { madeBy?: MemberId | null; secondedBy?: MemberId | null };
  const accused = [member.id, madeBy, secondedBy].filter((id): id is MemberId => id != null);
  return { member, group: await getGroup(tx, member.groupId), accused };
}

/** Who would hear that a passbook was taken over. Throws `case.nobody`. */
export async function hearersOfTakenOver(
  tx: Tx,
  { group, accused }: TakenOver,
): Promise<{ members: Member[]; isEscalated: boolean }> {
  return hearersOfTold(tx, group, { about: "taken-over", entryId: null, accused, askedBy: null });
}

/**
 * Tells the auditors, as a tip that names the passbook, that another phone took it over without its owner's wish; once under its id. No answer goes
 * to the new phone. Throws `card.outdated` where the passbook is not with another phone, `case.nobody`.
 */
export async function tellTakenOver(
  tx: Tx,
  actor: Actor,
  { id, words, now }: { id: string; words: string; now: Date },
): Promise<Done<CaseView>> {
  const taken = await findTakenOver(tx, actor);
  if (!taken) throw new DomainError("card.outdated", { why: "changed" });
  const { member, group, accused } = taken;
  const told = { about: "taken-over" as const, words, entryId: null, accused };
  return openCase(tx, { ...told, id, group, memberId: member.id, askedBy: null, now });
}
