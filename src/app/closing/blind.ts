import { stageOf, withoutVoid } from "../../domain/closing/day-count";
import type { LookBefore } from "../../domain/closing/closing-record";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { OpenDay } from "../../domain/ledger/head";
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
  if (!head || isEarlier(at, head.day.on)) return null;
  return beforeCount(tx, actor, group, head.day);
}

async function beforeCount(tx: Tx, actor: Actor, group: Group, day: OpenDay): Promise<string | null> {
  if (day.kind !== "working") return null;
  const stored = await findDayCount(tx, day.id);
  if (!stored) return day.id;
  const booked = await bookedDay(tx, group, day);
  const { count } = withoutVoid(stored, booked);
  if (stageOf(count, booked).kind !== "count") return null;
  if (counterSeat(actor, count)) throw new DomainError("count.blind", {});
  return day.id;
}

/**
 * Throws `count.blind` where this officer counts the group's open day and both counters have not said every sum: she neither reads what the books hold
 * of it nor finds it out by asking for payments until one is refused.
 */
export async function refuseWhileCounting(tx: Tx, actor: Actor, group: Group): Promise<void> {
  await dayBeforeCount(tx, actor, group, "now");
}

/** The same of the group's open day, where it is read already. */
export async function refuseCounterOf(tx: Tx, actor: Actor, group: Group, day: OpenDay): Promise<void> {
  await beforeCount(tx, actor, group, day);
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
