import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { officesWith } from "../../domain/groups/offices";
import { findHeads } from "../../storage/ledger-heads";
import { saveTally } from "../../storage/door-tallies";
import type { Tx } from "../../storage/tx";
import { notOpen, refuseLeftOpen } from "../days/next-day";
import { entryActor, type Actor, type HeldOffice } from "../people/actor";

/** The groups in which a person may tally passbooks at the door: an officer of any committee who records no money there. */
export function tallyGroups(actor: Actor): Group[] {
  const seats = actor.offices.filter((seat) => !records(actor, seat));
  return [...new Map(seats.map(({ group }) => [group.id, group])).values()];
}

function records(actor: Actor, { group }: HeldOffice): boolean {
  const offices = actor.offices.filter((seat) => seat.group.id === group.id).map(({ office }) => office);
  return officesWith(offices, "record-money").length > 0;
}

/**
 * Notes how many passbooks came in at the door of the open working day, in the place of what the same person told before; the report sets it
 * beside those recorded. Throws `role.missing` for who is no officer or records money herself, `day.not-open`, `day.left-open`.
 */
export async function tallyPassbooks(
  tx: Tx,
  actor: Actor,
  { group, passbooks, now }: { group: Group; passbooks: number; now: Date },
): Promise<void> {
  const seat = actor.offices.find((held) => held.group.id === group.id);
  if (!seat || records(actor, seat))
    throw new DomainError("role.missing", { positions: ["secretary", "member"], groupName: group.name.th });
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind !== "working") throw await notOpen(tx, group, now);
  refuseLeftOpen(group, head.day, now);
  const { memberId, position } = entryActor(seat);
  if (memberId === null) throw new Error("an officer is a member");
  await saveTally(tx, head.day.id, { memberId, position, passbooks, at: now });
}
