import { accept, agreedOn } from "../../domain/closing/blind-count";
import {
  accountOfCounted,
  countOffAgain,
  differenceAccountOf,
  isSealed,
  settled,
  type BookedDay,
  type CountedThing,
  type DayCount,
} from "../../domain/closing/day-count";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import { credit, debit, type EntryActor, type Posting } from "../../domain/ledger/journal-entry";
import { satang, subtract, zero, type Satang } from "../../domain/money";
import type { Done } from "../../domain/notice";
import { findLastWorkingDay } from "../../storage/days";
import { findMembers } from "../../storage/members";
import { post } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { officerActorOf } from "../people/officers";
import type { CountView } from "./count-view";
import { bookedDay, openCount, requireStage, type CountRef, type OpenCount } from "./open-count";
import { settle } from "./say-count";

type OfRound = CountRef & { what: CountedThing; round: number };

/**
 * One of the two accepts that the books are set to what both counted, by the difference that her card showed, in satang. When both have, the difference is posted to an account of its own, where it
 * stands until it is solved. Throws `card.outdated` for another round, or a closed day.
 */
export async function acceptDifference(
  tx: Tx,
  actor: Actor,
  input: OfRound & { difference: Satang },
): Promise<Done<CountView>> {
  const { what, round, group } = input;
  const open = await openCount(tx, actor, input);
  if (open.moved.includes(what)) return settle(tx, input, open, open.count, "moved");
  requireStage(open, { kind: "difference", what, round });
  if (subtract(agreedOn(open.count[what]) ?? zero, open.booked[what]?.balance ?? zero) !== input.difference)
    throw new DomainError("card.outdated", { why: "changed" });
  const accepted = { ...open.count, [what]: accept(open.count[what], open.seat.member.id) };
  if (accepted[what].accepted.length < 2) return settle(tx, input, open, accepted, null);
  const count = await postDifference(tx, input, open, accepted);
  return settle(tx, input, open, count, null, await bookedDay(tx, group, open.head.day));
}

/** One of the two does not accept it: both count again, and the report tells what they had counted. Throws `card.outdated`, and `sheet.sealed` where the sum was sealed on another day. */
export async function recount(tx: Tx, actor: Actor, input: OfRound): Promise<Done<CountView>> {
  const { what, round } = input;
  const open = await openCount(tx, actor, input);
  if (what === "cash" && isSealed(open.count))
    throw new DomainError("sheet.sealed", { sealed: agreedOn(open.count.cash) ?? 0 });
  if (open.moved.includes(what)) return settle(tx, input, open, open.count, "moved");
  requireStage(open, { kind: "difference", what, round });
  return settle(tx, input, open, countOffAgain(open.count, what), "again");
}

async function postDifference(
  tx: Tx,
  { group, what, round, now }: OfRound,
  { head, booked }: OpenCount,
  count: DayCount,
): Promise<DayCount> {
  const counted = agreedOn(count[what]);
  const book = booked[what];
  if (counted === null || book === null) throw new Error("a difference is between a count and the books");
  const amount = subtract(counted, book.balance);
  const [first, second] = await countersOf(tx, group, count);
  const { entry } = await post(tx, head, {
    // A sealed count keeps its round: the last entry tells one difference of it from the next.
    idempotencyKey: `count.difference:${head.day.id}:${what}:${round}:${book.lastSeq}`,
    kind: "count.difference",
    effectiveOn: head.day.on,
    postedAt: now,
    actor: first,
    secondedBy: second,
    source: "chat",
    withReceipt: false,
    record: {
      what,
      counted,
      booked: book.balance,
      keptBy: (await keepersOf(tx, group, what, { count, booked })).join(" "),
    },
    postings: differencePostings(group, what, amount),
  });
  return { ...settled(count, what, amount), [what]: { ...count[what], movedBy: entry.seq, accepted: [] } };
}

/** Whose boxes the difference was found in: of several boxes those that are off, else of who took cash on the day, else of who kept it until then. */
async function keepersOf(
  tx: Tx,
  { id }: Group,
  what: CountedThing,
  { count, booked }: { count: DayCount; booked: BookedDay },
): Promise<MemberId[]> {
  if (what === "bank") return [];
  const off = (count.boxes ?? []).filter((box) => box.counted !== box.booked).flatMap(({ of }) => of ?? []);
  const { takers = [] } = booked;
  if (off.length > 0 || takers.length > 0) return off.length > 0 ? off : takers;
  const keeper = (await findLastWorkingDay(tx, id))?.closing?.counted?.keeper;
  return keeper ? [keeper.memberId] : [];
}

/** What makes the books as counted: `amount` is what was counted less what the books said, in satang. */
function differencePostings({ id: groupId }: Group, what: CountedThing, amount: Satang): Posting[] {
  const counted = { groupId, code: accountOfCounted[what] };
  const difference = { groupId, code: differenceAccountOf[what] };
  const [to, from] = amount > 0 ? [counted, difference] : [difference, counted];
  const size = satang(Math.abs(amount));
  return [debit(to, size), credit(from, size)];
}

/** The two counters as entries name them. */
export async function countersOf(tx: Tx, group: Group, { first, second }: DayCount): Promise<[EntryActor, EntryActor]> {
  const members = await findMembers(tx, [first, second]);
  const named = (id: string): EntryActor => {
    const member = members.find((one) => one.id === id);
    if (!member) throw new Error("a counter is a member");
    return officerActorOf(group, member);
  };
  return [named(first), named(second)];
}
