import { boxesOfDay, takenBy } from "../../domain/closing/boxes";
import { stageOf, withoutVoid, type BookedDay, type CountedThing, type DayCount } from "../../domain/closing/day-count";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Office } from "../../domain/groups/offices";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import type { LedgerHead, OpenDay } from "../../domain/ledger/head";
import type { MemberId } from "../../domain/ids";
import { satang } from "../../domain/money";
import { findAccount } from "../../storage/accounts";
import { findDayCount } from "../../storage/day-counts";
import { findEntriesOfDay } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import { lockHead } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { standingDeposits } from "../savings/standing-deposits";
import { refuseTooNew, type Actor, type HeldOffice } from "../people/actor";
import { holdersOf } from "../people/officers";

/** Which group's day is counted, and when. */
export interface CountRef {
  group: Group;
  dayId: string;
  now: Date;
}

/** A day's counting under the locked head, as one of its two counters takes part in it. */
export interface OpenCount {
  head: LedgerHead;
  count: DayCount;
  booked: BookedDay;
  seat: HeldOffice;
  /** What must be counted again since money moved after it was counted. */
  moved: CountedThing[];
}

/** What the books say of cash and bank now, and of each box; what was sealed on a day on paper lay in one. */
export async function bookedDay(tx: Tx, group: Group, day: OpenDay): Promise<BookedDay> {
  const cash = (await bookedOn(tx, group, account.cash)) ?? { balance: satang(0), lastSeq: 0 };
  const bank = await bookedOn(tx, group, account.bank);
  if (day.sheet) return { cash, bank };
  const taken = takenBy(await standingDeposits(tx, await findEntriesOfDay(tx, group.id, day.id)));
  const isTreasurer = ({ committee, position }: Office) => committee === "executive" && position === "treasurer";
  const treasurers = holdersOf(group, group.officers.filter(isTreasurer));
  return { cash, bank, boxes: boxesOfDay(taken, { cash: cash.balance, treasurers }), takers: [...taken.keys()] };
}

async function bookedOn(tx: Tx, { id: groupId }: Pick<Group, "id">, code: AccountCode): Promise<BookedDay["bank"]> {
  const row = await findAccount(tx, { groupId, code });
  return row && { balance: satang(row.balance), lastSeq: row.lastSeq };
}

/**
 * Takes the group's head and gives the counting of its open working day to one of the two counters, or to who else has a part in it by `seatOf`, without
 * what is void by now. Throws `card.outdated` when the day is closed, `count.others` where its counting is somebody else's, and `role.too-new`.
 */
export async function openCount(
  tx: Tx,
  actor: Actor,
  { group, dayId, now }: CountRef,
  seatOf: (actor: Actor, count: DayCount) => HeldOffice | null = counterSeat,
): Promise<OpenCount> {
  const head = await lockHead(tx, group.id);
  if (head.day.id !== dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  const stored = await findDayCount(tx, dayId);
  const seat = stored && seatOf(actor, stored);
  if (stored && !seat && seatOf === counterSeat) throw await countedByOthers(tx, stored);
  if (!stored || !seat) throw new DomainError("card.outdated", { why: "changed" });
  refuseTooNew(seat.member, now);
  const booked = await bookedDay(tx, group, head.day);
  return { head, booked, seat, ...withoutVoid(stored, booked) };
}

/** Tells who counts instead of somebody who may have been asked before. */
async function countedByOthers(tx: Tx, { first, second }: DayCount): Promise<DomainError> {
  const members = await findMembers(tx, [first, second]);
  const nameOf = (id: MemberId): string => members.find((member) => member.id === id)?.name ?? "";
  return new DomainError("count.others", { first: nameOf(first), second: nameOf(second) });
}

/** The seat by which a person counts; null where she is neither of the two, or no officer any more. */
export function counterSeat(actor: Actor, { groupId, first, second }: DayCount): HeldOffice | null {
  const seats = actor.offices.filter(({ group }) => group.id === groupId);
  return seats.find(({ member }) => member.id === first || member.id === second) ?? null;
}

/** The seat by which a person has a part in who keeps the cash: a counter's, or that of who was named as its keeper; null where she has none. */
export function seatAtKeeping(actor: Actor, count: DayCount): HeldOffice | null {
  const isKeeper = ({ member }: HeldOffice): boolean => member.id === count.keeper?.memberId;
  return counterSeat(actor, count) ?? actor.offices.find(isKeeper) ?? null;
}

/** A step of the counting that a card or a question is about. */
interface AskedStage {
  kind: "count" | "difference";
  what: CountedThing;
  round: number;
}

/** Whether the count waits for exactly this. */
export function isStage({ count, booked }: Pick<OpenCount, "count" | "booked">, asked: AskedStage): boolean {
  const stage = stageOf(count, booked);
  if (stage.kind !== "count" && stage.kind !== "difference") return false;
  return stage.kind === asked.kind && stage.what === asked.what && stage.round === asked.round;
}

/** Throws `card.outdated` unless the count waits for exactly this: an older card is about another round. */
export function requireStage(open: Pick<OpenCount, "count" | "booked">, asked: AskedStage): void {
  if (!isStage(open, asked)) throw new DomainError("card.outdated", { why: "changed" });
}
