import { saidBy } from "../../domain/closing/blind-count";
import {
  stageOf,
  takesPage,
  withoutVoid,
  type BookedDay,
  type CountedThing,
  type CountStage,
  type DayCount,
} from "../../domain/closing/day-count";
import type { Group } from "../../domain/groups/group";
import type { GroupId, MemberId } from "../../domain/ids";
import type { OfficerName } from "../../domain/people";
import { findDayCount } from "../../storage/day-counts";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { boxName } from "./count-view";
import { bookedDay, seatAtKeeping } from "./open-count";

/** The counting of an open working day in which a person has a part, without what is void since money moved. */
interface OwnCount {
  group: Group;
  dayId: string;
  me: MemberId;
  count: DayCount;
  booked: BookedDay;
  stage: CountStage;
  /** Something must be counted again since money moved, which she may not know yet. */
  moved: boolean;
}

/** The countings of open days in which this person has a part, in whichever of her groups. */
async function findOwnCounts(tx: Tx, actor: Actor): Promise<OwnCount[]> {
  const groups = new Map(actor.offices.map(({ group }) => [group.id, group]));
  const own: OwnCount[] = [];
  for (const { groupId, day } of groups.size > 0 ? await findHeads(tx, [...groups.keys()]) : []) {
    const group = groups.get(groupId);
    const stored = day.kind === "working" ? await findDayCount(tx, day.id) : null;
    const seat = stored && seatAtKeeping(actor, stored);
    if (!group || !stored || !seat) continue;
    const booked = await bookedDay(tx, group, day);
    const { count, moved } = withoutVoid(stored, booked);
    const stage = stageOf(count, booked);
    own.push({ group, dayId: day.id, me: seat.member.id, count, booked, stage, moved: moved.length > 0 });
  }
  return own;
}

const isCounter = ({ me, count: { first, second } }: OwnCount): boolean => me === first || me === second;

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
  for (const own of await findOwnCounts(tx, actor)) {
    const { group, dayId, me, count, stage, moved } = own;
    if (!isCounter(own) || stage.kind !== "count" || saidBy(count[stage.what], me) !== null) continue;
    const box = await boxName(tx, group, stage.box);
    return { groupId: group.id, dayId, what: stage.what, round: stage.round, box, moved };
  }
  return null;
}

/** A counting that waits for a person's word: as one of its counters, or as who was named to keep the cash. */
export interface WaitingCount {
  group: Group;
  dayId: string;
  as: "counter" | "keeper";
}

/** Countings of open days that wait for this person: for her sum, her word on a difference, on the bank passbook, or on who keeps the cash. */
export async function findWaitingCounts(tx: Tx, actor: Actor): Promise<WaitingCount[]> {
  const waiting = (await findOwnCounts(tx, actor)).filter(isHers);
  return waiting.map((own) => ({ group: own.group, dayId: own.dayId, as: isCounter(own) ? "counter" : "keeper" }));
}

function isHers(own: OwnCount): boolean {
  const { me, count, stage } = own;
  if (!isCounter(own)) return stage.kind === "taking";
  if (count.bankAbsent && !count.absentToo && count.absentBy !== me) return true;
  if (stage.kind === "count") return saidBy(count[stage.what], me) === null;
  if (stage.kind === "difference") return !count[stage.what].accepted.includes(me);
  return stage.kind === "taking" && me !== count.first;
}

/** The day whose counting has a use for a picture of the bank passbook from this person; null where none has. */
export async function findPageTurn(tx: Tx, actor: Actor): Promise<{ groupId: GroupId; dayId: string } | null> {
  const own = (await findOwnCounts(tx, actor)).find((one) => isCounter(one) && takesPage(one.count, one.booked));
  return own ? { groupId: own.group.id, dayId: own.dayId } : null;
}
