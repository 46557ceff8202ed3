import type { CountedView } from "../../domain/closing/closing-view";
import { countMark, stageOf, withoutVoid, type DayCount, type EarlierCount } from "../../domain/closing/day-count";
import type { Group } from "../../domain/groups/group";
import type { OpenDay } from "../../domain/ledger/head";
import { findDayCount } from "../../storage/day-counts";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { findCountedDay } from "./close-record";
import { countedView } from "./closing-view";
import { bookedDay, counterSeat } from "./open-count";

/**
 * What was counted of an open day, where that is done and still holds; what was said and is not what the books say; whether this person is one of
 * those who count it, whether the next sum is said without knowing any (`blind`), or the one who names the keeper of the cash; and the mark of the counting as it stands.
 */
export async function getCountSoFar(
  tx: Tx,
  actor: Actor,
  group: Group,
  day: OpenDay,
): Promise<{
  counted: CountedView | null;
  setAside: EarlierCount[];
  blind: boolean;
  counts: boolean;
  names: boolean;
  mark: string;
}> {
  const count = await findDayCount(tx, day.id);
  if (!count) return { counted: null, setAside: [], blind: false, counts: false, names: false, mark: countMark(null) };
  const counted = await findCountedDay(tx, group, day);
  const seat = counterSeat(actor, count);
  return {
    counted: counted && (await countedView(tx, group, counted)),
    setAside: counted ? [] : (count.earlier ?? []),
    blind: !counted && (await isBlind(tx, group, day, count)),
    counts: seat !== null,
    names: seat?.member.id === count.first,
    mark: countMark(count),
  };
}

/** Whether a sum is waited for: nobody sees one then, of an earlier round neither. */
async function isBlind(tx: Tx, group: Group, day: OpenDay, stored: DayCount): Promise<boolean> {
  const booked = await bookedDay(tx, group, day);
  return stageOf(withoutVoid(stored, booked).count, booked).kind === "count";
}
