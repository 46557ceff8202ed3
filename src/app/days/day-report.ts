import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { GroupId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { reportedKinds, totalsOfDay, type DayTotals } from "../../domain/ledger/day-totals";
import { reversibleKinds } from "../../domain/ledger/reversal";
import type { OpenDay } from "../../domain/ledger/head";
import type { NoticeButton } from "../../domain/notice";
import { findDay, findLastWorkingDay, type DayRow } from "../../storage/days";
import { findEntries, findEntriesBetween, findReversalsOf } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { authorize, type Actor } from "../people/actor";

/** A day as its cards show it. */
export interface DayView {
  group: Group;
  day: OpenDay;
  totals: DayTotals;
  /** The head of the chain after closing; null while it is open. */
  head: { seq: number; hash: string } | null;
}

/** The group's open working day with the totals so far; null where none is open. */
export async function getOpenWorkingDay(tx: Tx, group: Group): Promise<DayView | null> {
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind !== "working") return null;
  return { group, day: head.day, totals: await totalsOf(tx, group.id, head.day, null), head: null };
}

/**
 * The group's open working day with its totals so far, else the last closed one, for who may read the books; null before the first.
 * Throws `role.missing`.
 */
export async function getLastReport(tx: Tx, actor: Actor, group: Group, now: Date): Promise<DayView | null> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  const open = await getOpenWorkingDay(tx, group);
  if (open) return open;
  const row = await findLastWorkingDay(tx, group.id);
  return row && viewOf(tx, group, row);
}

/** A day of the group with its totals, for who may read the books. Throws `role.missing`, and `card.outdated` where there is no such day. */
export async function getDayReport(
  tx: Tx,
  actor: Actor,
  input: { group: Group; dayId: string; now: Date },
): Promise<DayView> {
  const { group, dayId, now } = input;
  authorize(actor, group.id, "read-books", now, group.name.th);
  const row = await findDay(tx, dayId);
  if (!row || row.groupId !== group.id) throw new DomainError("card.outdated", { why: "changed" });
  return viewOf(tx, group, row);
}

async function viewOf(tx: Tx, group: Group, row: DayRow): Promise<DayView> {
  const { _id: id, kind, on, openedAt, closingHead } = row;
  const day = { id, kind, on, openedAt };
  return { group, day, totals: await totalsOf(tx, group.id, day, closingHead?.seq ?? null), head: closingHead };
}

/** What leads from a day's report to all its corrections, links and helpers; none where there are none. */
export function changesButton({ group, day, totals }: DayView): { changes?: NoticeButton } {
  const { reversed, corrections, later, officeCash, links, helpers } = totals;
  if (reversed.length + corrections.length + later.length + officeCash.length + links.length + helpers.length === 0)
    return {};
  return { changes: { name: "day.changes", payload: { groupId: group.id, dayId: day.id } } };
}

/** Totals of a day; `closedWith` is the number of its last entry, null while it is open. */
export async function totalsOf(tx: Tx, groupId: GroupId, day: OpenDay, closedWith: number | null): Promise<DayTotals> {
  const before = await findLastWorkingDay(tx, groupId, day.openedAt);
  const since = await findEntriesBetween(tx, groupId, {
    after: before?.closingHead?.seq ?? 0,
    until: closedWith,
    kinds: reportedKinds,
  });
  const corrected = await findEntries(
    tx,
    since.flatMap((entry) => entry.reverses ?? []),
  );
  return totalsOfDay(day.id, since, { corrected, later: await correctedLater(tx, day.id, since, closedWith) });
}

async function correctedLater(
  tx: Tx,
  dayId: string,
  since: readonly JournalEntry[],
  closedWith: number | null,
): Promise<JournalEntry[]> {
  if (closedWith === null) return [];
  const ofDay = since.filter((entry) => reversibleKinds.includes(entry.kind) && entry.dayId === dayId);
  const reversals = await findReversalsOf(
    tx,
    ofDay.map((entry) => entry.id),
  );
  const later = new Set(reversals.filter((entry) => entry.seq > closedWith).map((entry) => entry.reverses));
  return ofDay.filter((entry) => later.has(entry.id));
}
