import { agreedOn, isUnequal, say } from "../../domain/closing/blind-count";
import {
  afterBox,
  afterUnequal,
  noted,
  stageOf,
  withBank,
  withoutBank,
  type BookedDay,
  type CountedThing,
  type DayCount,
} from "../../domain/closing/day-count";
import { DomainError } from "../../domain/errors";
import type { MemberId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import type { Done } from "../../domain/notice";
import { saveDayCount } from "../../storage/day-counts";
import { setOpenDay } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { countView, tellOther, type CountReason, type CountView } from "./count-view";
import { isStage, openCount, requireStage, type CountRef, type OpenCount } from "./open-count";
import { withSheet } from "./sheet";

/** Where the counting stands for one of its counters; nothing changes. Throws what `openCount` throws. */
export async function showCount(tx: Tx, actor: Actor, ref: CountRef): Promise<CountView> {
  const open = await openCount(tx, actor, ref);
  const why = open.moved.length > 0 ? "moved" : null;
  return countView(
    tx,
    { group: ref.group, day: open.head.day, count: open.count, booked: open.booked, why },
    open.seat.member.id,
  );
}

/**
 * Takes the sum that a counter typed, in satang; she does not see the other's. Where both have spoken they go on if the sums are equal, and
 * count again if not; where money moved since the first of them spoke, both count again. A sum for an older round counts for nothing, and
 * the present step is shown. Throws `card.outdated` when the day has closed.
 */
export async function sayCount(
  tx: Tx,
  actor: Actor,
  input: CountRef & { what: CountedThing; round: number; amount: Satang },
): Promise<Done<CountView>> {
  const { what, round, amount } = input;
  const found = await openCount(tx, actor, input);
  // Who has the passbook before her reads it, whatever the other said of it.
  const reads = what === "bank" && found.count.bankAbsent && round === found.count.bank.round;
  const open = reads ? { ...found, count: withBank(found.count) } : found;
  const moved = open.moved.includes(what);
  // Who saw already that money moved types for the new round.
  if (moved && round !== open.count[what].round) return settle(tx, input, open, open.count, "moved");
  const shown = { group: input.group, day: open.head.day, count: open.count, booked: open.booked };
  if (!isStage(open, { kind: "count", what, round }))
    return { result: await countView(tx, { ...shown, why: "outdated" }, open.seat.member.id), notices: [] };
  const lastSeq = open.booked[what]?.lastSeq ?? 0;
  const said = { ...open.count, [what]: say(open.count[what], open.seat.member.id, amount, lastSeq) };
  if (isUnequal(said[what])) {
    const kept = inBoxes(open.booked) ? said : noted(said, open.booked, what);
    return settle(tx, input, open, afterUnequal(kept, what, open.booked), "unequal");
  }
  const sealed = said.sheetOn === undefined ? null : agreedOn(said.cash);
  if (said.sheetOn !== undefined && sealed !== null)
    await setOpenDay(tx, input.group.id, withSheet(open.head.day, { on: said.sheetOn, sealed }));
  const next = what === "cash" ? afterBox(said, open.booked) : said;
  const counted = agreedOn(next[what]) === null ? next : noted(next, open.booked, what);
  return settle(tx, input, open, counted, moved ? "moved" : reads ? "found" : null);
}

/** Whether boxes are counted one by one: what is said then is of one of them. */
const inBoxes = ({ boxes = [] }: BookedDay): boolean => boxes.length > 0;

/** Nobody reads the bank passbook, since it is not at hand: the report will say so, and what one of the two had read. Nothing changes where its picture came or the other reads it just now. Throws `card.outdated`. */
export async function skipBank(tx: Tx, actor: Actor, input: CountRef & { round: number }): Promise<Done<CountView>> {
  const open = await openCount(tx, actor, input);
  requireStage(open, { kind: "count", what: "bank", round: input.round });
  const { member } = open.seat;
  const { photoId, bank } = open.count;
  // Who says so over a picture or a reading of it says what is not so.
  const isAtHand = photoId !== null || bank.said.some(({ by }) => by !== member.id);
  if (isAtHand) return { ...(await settle(tx, input, open, open.count, "at-hand")), notices: [] };
  return settle(tx, input, open, withoutBank(noted(open.count, open.booked, "bank"), member.id), "absent");
}

/** The other of the two says too that the bank passbook is not at hand: nobody said so alone. Throws `card.outdated` where that is not asked of her any more. */
export async function agreeAbsent(tx: Tx, actor: Actor, input: CountRef & { round: number }): Promise<Done<CountView>> {
  const open = await openCount(tx, actor, input);
  const { count, seat } = open;
  const isAsked = count.bankAbsent && count.absentBy !== seat.member.id && count.bank.round === input.round;
  if (!isAsked) throw new DomainError("card.outdated", { why: "changed" });
  return { ...(await settle(tx, input, open, withoutBank(count, seat.member.id), null)), notices: [] };
}

/** Stores the count; the other hears where it leads to something new. */
export async function settle(
  tx: Tx,
  { group }: Pick<CountRef, "group">,
  open: Pick<OpenCount, "head" | "seat" | "booked">,
  count: DayCount,
  why: CountReason | null,
  booked: BookedDay = open.booked,
): Promise<Done<CountView>> {
  await saveDayCount(tx, count);
  const shown = { group, day: open.head.day, count, booked, why };
  const me = open.seat.member.id;
  return {
    result: await countView(tx, shown, me),
    notices: waitsForOther(count, me, booked, why) ? await tellOther(tx, shown, me) : [],
  };
}

/** Whether the other has something to do now: as long as one of the two has spoken, she is asked already. */
function waitsForOther(count: DayCount, me: MemberId, booked: BookedDay, why: CountReason | null): boolean {
  const stage = stageOf(count, booked);
  if (why === "absent" || why === "found") return true;
  if (stage.kind === "keeper" || stage.kind === "ready") return me !== count.first;
  if (stage.kind === "taking") return me === count.first;
  return why !== null || stage.kind === "difference" || count[stage.what].said.length === 0;
}
