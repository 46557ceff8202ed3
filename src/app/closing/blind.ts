import { stageOf, withoutVoid } from "../../domain/closing/day-count";
import type { LookBefore } from "../../domain/closing/closing-record";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { findDayCount } from "../../storage/day-counts";
import { findHeads } from "../../storage/ledger-heads";
import { findLooksBeforeCount } from "../../storage/paper-views";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { bookedDay, counterSeat } from "./open-count";

/**
 * The open working day whose cash and bank money are not counted yet, where a paper of `at` (a day, a month, "now") tells of it; null where none is.
 * Throws `count.blind` for one of its two counters, as long as both have not said every sum.
 */
export async function dayBeforeCount(tx: Tx, actor: Actor, group: Group, at: string): Promise<string | null> {
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind !== "working" || isEarlier(at, head.day.on)) return null;
  const stored = await findDayCount(tx, head.day.id);
  if (!stored) return head.day.id;
  const booked = await bookedDay(tx, group, head.day);
  const { count } = withoutVoid(stored, booked);
  if (stageOf(count, booked).kind !== "count") return null;
  if (counterSeat(actor, count)) throw new DomainError("count.blind", {});
  return head.day.id;
}

/**
 * Throws `count.blind` where this officer counts the group's open day and both counters have not said every sum: she neither reads what the books hold
 * of it nor finds it out by asking for payments until one is refused.
 */
export async function refuseWhileCounting(tx: Tx, actor: Actor, group: Group): Promise<void> {
  await dayBeforeCount(tx, actor, group, "now");
}

const isEarlier = (at: string, on: string): boolean => at !== "now" && at < on.slice(0, at.length);

/** Which of a day's two counters had looked at what the books say of it before they counted, and when last. */
export async function looksBeforeCount(tx: Tx, dayId: string, counters: readonly MemberId[]): Promise<LookBefore[]> {
  const looks = await findLooksBeforeCount(tx, dayId);
  return counters.flatMap((memberId) => {
    const last = looks.filter(({ by }) => by.memberId === memberId).at(-1);
    return last ? [{ memberId, at: last.at }] : [];
  });
}
