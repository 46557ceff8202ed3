import { nextWorkingDay, type OpeningRemark } from "../../domain/calendar";
import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { LedgerHead, OpenDay } from "../../domain/ledger/head";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { dayTurn, withNextDay, type NextDay } from "../../domain/ledger/turn-day";
import type { Done, Notice } from "../../domain/notice";
import { voidActionsOfDay } from "../../storage/actions";
import { closeDay as closeDayRow, dayRow, findClosedOn, insertDay } from "../../storage/days";
import { post } from "../../storage/journal";
import { findHeads, lockHead, setOpenDay } from "../../storage/ledger-heads";
import { voidCodesOfDay } from "../../storage/link-codes";
import { releaseDayNotices } from "../../storage/outbox";
import type { Tx } from "../../storage/tx";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { lapsePaymentsOfDay } from "../payments/lapse-payments";
import { officersToTell } from "../people/officers";
import { changesButton, totalsOf, type DayView } from "./day-report";
import { notOpen, refuseLeftOpen } from "./next-day";

/** A day that may be opened, and what its opener should know before. */
export interface OpeningView {
  on: LocalDate;
  remark: OpeningRemark | null;
}

/** What an officer should know before the group's working day opens; throws `role.missing`, `day.already-open`. */
export async function previewOpening(tx: Tx, actor: Actor, group: Group, now: Date): Promise<OpeningView> {
  authorize(actor, group.id, "open-day", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (head) refuseOpen(group, head.day, now);
  const on = localDateOf(now);
  if ((await findClosedOn(tx, [group.id], on)).size > 0) return { on, remark: { kind: "closed" } };
  const planned = nextWorkingDay(group.workingDay, on);
  return { on, remark: planned === on ? null : { kind: "unplanned", planned } };
}

/** Throws `day.left-open` or `day.already-open` where a working day stands open. */
function refuseOpen(group: Group, day: OpenDay, now: Date): void {
  refuseLeftOpen(group, day, now);
  if (day.kind === "working") throw new DomainError("day.already-open", { groupName: group.name.th, on: day.on });
}

/** Opens the working day of `on`: the office day before it closes. A second try finds it open and says so. */
export async function openDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; on: LocalDate; now: Date },
): Promise<Done<DayView>> {
  const { group, on, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  refuseOpen(group, head.day, now);
  const moved = await turnDay(tx, head, seat, { kind: "working", on, openedAt: now }, now);
  return {
    result: { group, day: moved.day, totals: await totalsOf(tx, group.id, moved.day, null), head: null },
    notices: [],
  };
}

/**
 * Closes the working day that the card shows: its money cards and codes are void, `day` notices go, the head is told to committee
 * and auditor. Throws `day.not-open`, `card.outdated`.
 */
export async function closeDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; dayId: string; now: Date },
): Promise<Done<DayView>> {
  const { group, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  if (head.day.kind !== "working") throw await notOpen(tx, group, now);
  if (head.day.id !== input.dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  const totals = await totalsOf(tx, group.id, head.day, null);
  const moved = await turnDay(tx, head, seat, { kind: "office", on: localDateOf(now), openedAt: now }, now);
  await lapsePaymentsOfDay(tx, group.id, head.day.id, now);
  await releaseDayNotices(tx, group.id, now);
  const view: DayView = { group, day: head.day, totals, head: { seq: moved.seq, hash: moved.hash } };
  return { result: view, notices: reportNotices(group, seat, view) };
}

/** Ends one day of the books and begins the next; both stand as one record in the chain. */
async function turnDay(tx: Tx, head: LedgerHead, seat: HeldOffice, next: NextDay, now: Date): Promise<LedgerHead> {
  const by: EntryActor = entryActor(seat);
  const { head: moved } = await post(tx, head, dayTurn(head, next, by, now));
  const turned = withNextDay(moved, next);
  await closeDayRow(tx, head.day.id, {
    closedAt: now,
    closedBy: by.memberId,
    closingHead: { seq: moved.seq, hash: moved.hash },
  });
  await insertDay(tx, dayRow(head.groupId, turned.day, by.memberId));
  await setOpenDay(tx, head.groupId, turned.day);
  await voidActionsOfDay(tx, head.day.id);
  await voidCodesOfDay(tx, head.day.id);
  return turned;
}

function reportNotices(group: Group, seat: HeldOffice, view: DayView): Notice[] {
  // Who closes reads the report as the answer.
  return officersToTell(group, seat.member.id).map((id) => ({
    to: { memberId: id },
    kind: "day.report",
    view,
    buttons: { ...changesButton(view) },
  }));
}
