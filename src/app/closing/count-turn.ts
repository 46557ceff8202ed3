import { saidBy } from "../../domain/closing/blind-count";
import { stageOf, withoutVoid, type CountedThing } from "../../domain/closing/day-count";
import type { GroupId } from "../../domain/ids";
import type { OfficerName } from "../../domain/people";
import { findDayCount } from "../../storage/day-counts";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { boxName } from "./count-view";
import { bookedDay, counterSeat } from "./open-count";

/** What waits for one counter's sum: of which day, what, and in which round. */
export interface CountTurn {
  groupId: GroupId;
  dayId: string;
  what: CountedThing;
  round: number;
  /** Whose box it is: `own` is the group's own; null where there is one box. */
  box: OfficerName | "own" | null;
  /** The round is a new one since money moved, which she may not know yet. */
  moved: boolean;
}

/** The count in which it is this person's turn to say a sum; null where there is none, or she has said it. */
export async function findCountTurn(tx: Tx, actor: Actor): Promise<CountTurn | null> {
  const groups = new Map(actor.offices.map(({ group }) => [group.id, group]));
  for (const { groupId, day } of await findHeads(tx, [...groups.keys()])) {
    const group = groups.get(groupId);
    const stored = day.kind === "working" ? await findDayCount(tx, day.id) : null;
    const seat = stored && counterSeat(actor, stored);
    if (!group || !stored || !seat) continue;
    const booked = await bookedDay(tx, group, day);
    const { count, moved } = withoutVoid(stored, booked);
    const stage = stageOf(count, booked);
    if (stage.kind !== "count" || saidBy(count[stage.what], seat.member.id) !== null) continue;
    const box = await boxName(tx, group, stage.box);
    return { groupId, dayId: day.id, what: stage.what, round: stage.round, box, moved: moved.length > 0 };
  }
  return null;
}
