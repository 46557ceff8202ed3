import { saidBy } from "../../domain/closing/blind-count";
import { stageOf } from "../../domain/closing/day-count";
import type { Group } from "../../domain/groups/group";
import { findDayCount } from "../../storage/day-counts";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { bookedDay, counterSeat } from "./open-count";

/** Countings of open days that wait for this person's sum, or for her word on a difference. */
export async function findWaitingCounts(tx: Tx, actor: Actor): Promise<{ group: Group; dayId: string }[]> {
  const groups = new Map(actor.offices.map(({ group }) => [group.id, group]));
  const waiting: { group: Group; dayId: string }[] = [];
  for (const { day, groupId } of await findHeads(tx, [...groups.keys()])) {
    const group = groups.get(groupId);
    const count = group && day.kind === "working" ? await findDayCount(tx, day.id) : null;
    const seat = count && counterSeat(actor, count);
    if (!group || !count || !seat) continue;
    const stage = stageOf(count, await bookedDay(tx, group, day));
    const isHers =
      (stage.kind === "count" && saidBy(count[stage.what], seat.member.id) === null) ||
      (stage.kind === "difference" && !count[stage.what].accepted.includes(seat.member.id));
    if (isHers) waiting.push({ group, dayId: day.id });
  }
  return waiting;
}
