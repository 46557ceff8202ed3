import { agreedOn } from "../../domain/closing/blind-count";
import { stageOf, type BookedDay, type DayCount } from "../../domain/closing/day-count";
import { DomainError } from "../../domain/errors";
import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { OpenDay } from "../../domain/ledger/head";
import { zero, type Satang } from "../../domain/money";
import type { Done, Notice, NoticeButton } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { officerNameOf } from "../people/officers";
import type { CountView } from "./count-view";
import { openCount, seatAtKeeping, type CountRef, type OpenCount } from "./open-count";
import { settle } from "./say-count";

/** What somebody is asked who was named as the keeper of the cash and did not count it. */
export interface KeeperAskView {
  group: Group;
  day: Pick<OpenDay, "id" | "on">;
  /** Satang. */
  cash: Satang;
  round: number;
  /** Who named her. */
  by: OfficerName | null;
}

interface Asking {
  group: Group;
  day: Pick<OpenDay, "id" | "on">;
  count: DayCount;
  booked: BookedDay;
}

/** Asks who was named whether she has the cash, where she has a LINE and is none of the two counters, who are told already. */
export async function askKeeper(tx: Tx, asking: Asking): Promise<Notice[]> {
  const { keeper, first, second } = asking.count;
  const view = await askView(tx, asking);
  if (!view || !keeper?.hasLine || [first, second].includes(keeper.memberId)) return [];
  return [{ to: { memberId: keeper.memberId }, kind: "keeper.asked", view, buttons: keeperButtons(view) }];
}

async function askView(tx: Tx, { group, day, count, booked }: Asking): Promise<KeeperAskView | null> {
  const stage = stageOf(count, booked);
  if (stage.kind !== "taking") return null;
  const [by] = await findMembers(tx, [count.first]);
  return { group, day, cash: stage.cash, round: stage.round, by: by ? officerNameOf(group, by) : null };
}

/** The two answers of a keeper who was asked. */
export function keeperButtons({ group, day, round }: KeeperAskView): Record<string, NoticeButton> {
  const ref = { groupId: group.id, dayId: day.id, round };
  return {
    take: { name: "closing.take", payload: { ...ref, taken: true } },
    notTaken: { name: "closing.take", payload: { ...ref, taken: false } },
  };
}

/** What the named keeper is asked; throws `card.outdated` where the cash waits for her word no longer. */
export async function showKeeperAsk(tx: Tx, actor: Actor, ref: CountRef): Promise<KeeperAskView> {
  const open = await openCount(tx, actor, ref, seatAtKeeping);
  const view = await askView(tx, { ...open, group: ref.group, day: open.head.day });
  if (!view || open.count.keeper?.memberId !== open.seat.member.id) throw outdated();
  return view;
}

/** What came of her word: a counter goes on with the counting; somebody else has the cash, in satang, or has not. */
export type TakenOutcome =
  { kind: "counter"; view: CountView } | { kind: "keeper"; group: Group; on: LocalDate; cash: Satang; taken: boolean };

/**
 * The keeper says that she has the cash of this round, or has not got it; so does the counter beside the one who named her, which counts where the first
 * keeps it herself, and else as a word for somebody who said nothing. Who has not got it is named no longer, and the report tells of it. Throws `card.outdated` where another keeper, another
 * sum or nobody waits, and for who named her.
 */
export async function takeCash(
  tx: Tx,
  actor: Actor,
  input: CountRef & { round: number; taken: boolean },
): Promise<Done<TakenOutcome>> {
  const open = await openCount(tx, actor, input, seatAtKeeping);
  const { count, booked, seat, head } = open;
  const me = seat.member.id;
  const stage = stageOf(count, booked);
  const { keeper } = count;
  const waits = keeper !== null && me !== count.first && count.cash.round === input.round && isOpenFor(me, open);
  if (!waits) throw outdated();
  const next = input.taken ? withWord(count, me) : withoutKeeper(count, me);
  const { result, notices } = await settle(tx, input, open, next, null);
  const cash = agreedOn(count.cash) ?? zero;
  return {
    result:
      me === count.second
        ? { kind: "counter", view: result }
        : { kind: "keeper", group: input.group, on: head.day.on, cash, taken: input.taken },
    // Where the other counter vouched before, the first was told already that the day can be closed.
    notices: stage.kind === "ready" && input.taken ? [] : notices,
  };
}

/** Whether her word is open: as long as nobody gave one, and for the keeper herself also after the other counter did. */
function isOpenFor(me: MemberId, { count, booked }: OpenCount): boolean {
  const { kind } = stageOf(count, booked);
  return kind === "taking" || (kind === "ready" && count.keeper?.memberId === me && !count.keeper.words.includes(me));
}

function withWord(count: DayCount, me: MemberId): DayCount {
  const { keeper, notTaken = [] } = count;
  if (!keeper) return count;
  const isOwn = keeper.memberId === me || keeper.memberId === count.first;
  const left = notTaken.filter((one) => !isOwn || one.keeper !== keeper.memberId);
  return { ...count, keeper: { ...keeper, words: [...keeper.words, me] }, notTaken: left };
}

function withoutKeeper(count: DayCount, me: MemberId): DayCount {
  const { keeper, notTaken = [] } = count;
  if (!keeper) return count;
  const said = { keeper: keeper.memberId, by: me };
  const known = notTaken.filter((one) => one.keeper !== said.keeper || one.by !== said.by);
  return { ...count, keeper: null, notTaken: [...known, said] };
}

const outdated = (): DomainError => new DomainError("card.outdated", { why: "changed" });
