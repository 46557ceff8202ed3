import { nextWorkingDay, type OpeningRemark } from "../../domain/calendar";
import type { CountedDay } from "../../domain/closing/closing-record";
import { countMark } from "../../domain/closing/day-count";
import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { LedgerHead, OpenDay } from "../../domain/ledger/head";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { dayTurn, nothingFound, withNextDay, type DayFound, type NextDay } from "../../domain/ledger/turn-day";
import type { Done, Notice } from "../../domain/notice";
import { voidActionsOfDay } from "../../storage/actions";
import { findDayCount } from "../../storage/day-counts";
import {
  closeDay as closeDayRow,
  dayRow,
  findClosedOn,
  findEarlierOn,
  insertDay,
  saveClosing,
  untold,
} from "../../storage/days";
import { post } from "../../storage/journal";
import { findHeads, lockHead, setOpenDay } from "../../storage/ledger-heads";
import { findDayChanges } from "../../storage/day-changes";
import { voidCodesOfDay } from "../../storage/link-codes";
import { releaseDayNotices } from "../../storage/outbox";
import { dropSuperseded } from "../../storage/outbox-notices";
import type { Tx } from "../../storage/tx";
import { closingRecordOf, findCountedDay } from "../closing/close-record";
import { noticesOf, tellMembers, type DayClosedView, type Heard } from "../closing/tell-members";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { seatName } from "../savings/receive-money";
import { lapsePaymentsOfDay } from "../payments/lapse-payments";
import { keepToldHeads } from "../reports/told-heads";
import { auditorsOf, officersToTell } from "../people/officers";
import { changesButton, viewOf, type DayView } from "./day-report";
import { refuseUnbalanced } from "../closing/sheet";
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
  const planned = await plannedInstead(tx, group, on);
  return { on, remark: planned === null ? null : { kind: "unplanned", planned } };
}

/** The working day of the calendar that comes next, where this day is none; null where it is one. */
async function plannedInstead(tx: Tx, group: Group, on: LocalDate): Promise<LocalDate | null> {
  const changes = (await findDayChanges(tx, [group.id])).get(group.id) ?? [];
  const planned = nextWorkingDay(group.workingDay, on, changes);
  return planned === on ? null : planned;
}

/** Throws `day.left-open` or `day.already-open` where a working day stands open. */
function refuseOpen(group: Group, day: OpenDay, now: Date): void {
  refuseLeftOpen(group, day, now);
  if (day.kind === "working") throw new DomainError("day.already-open", { groupName: group.name.th, on: day.on });
}

/** Opens the working day of `on`: the office day before it closes. Officers and auditors hear at once where the calendar has none on that day. A second try finds it open and says so. */
export async function openDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; on: LocalDate; now: Date },
): Promise<Done<DayView>> {
  const { group, on, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  refuseOpen(group, head.day, now);
  const planned = await plannedInstead(tx, group, on);
  const next: NextDay = { kind: "working", on, openedAt: now };
  const moved = await turnDay(tx, head, seat, next, now, { ...nothingFound, planned });
  const notices = await openingNotices(tx, { group, seat, planned, day: moved.day });
  return { result: await viewOf(tx, group, { day: moved.day, head: null, closing: null }), notices };
}

/** Who hears that a day opened: of the first of its date off the calendar everybody who reads the books, of every further one the auditors. */
async function openingNotices(
  tx: Tx,
  { group, seat, planned, day }: { group: Group; seat: HeldOffice; planned: LocalDate | null; day: OpenDay },
): Promise<Notice[]> {
  const { on } = day;
  const by = seatName(seat);
  const earlier = await findEarlierOn(tx, { groupId: group.id, ...day });
  if (earlier.length > 0) {
    // The last says how often: it takes the place of those that wait, so that no row of openings uses up the month's messages.
    await dropSuperseded(tx, group.id, ["day.reopened"]);
    const view = { group, on, times: earlier.length + 1, by };
    return auditorsOf(group).map((id): Notice => ({ to: { memberId: id }, kind: "day.reopened", view }));
  }
  const told = planned === null ? [] : officersToTell(group, seat.member.id);
  const view = { group, on, planned, by };
  return told.map((id): Notice => ({ to: { memberId: id }, kind: "day.unplanned", view }));
}

/** What who closes a day is told at once: its report, and what every member hears, for herself; null where a job tells her. */
export interface ClosedDay {
  report: DayView;
  own: DayClosedView | null;
}

/**
 * Closes the working day that the card shows: its money cards and codes are void, `day` notices go, head and closing code are told to
 * committee and auditor, the totals are published, and the first of the members hear; a job tells the others. `counted`: the card told of a
 * count by two people, which must hold still; `seen`: the mark of the counting that the card told of. Throws `day.not-open`, `card.outdated`, and `sheet.unbalanced` where the money of a day on paper is not what was sealed.
 */
export async function closeDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; dayId: string; counted: boolean; seen: string; now: Date },
): Promise<Done<ClosedDay>> {
  const { group, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  if (head.day.kind !== "working") throw await notOpen(tx, group, now);
  if (head.day.id !== input.dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  const counted = await findCountedDay(tx, group, head.day, { bankUnread: true });
  if (!counted) await refuseUnbalanced(tx, group, head.day);
  // A card that told of a count, or of none, holds no longer than that.
  const count = await findDayCount(tx, head.day.id);
  const isOld = countMark(count) !== input.seen;
  if (isOld || (input.counted && !counted)) throw new DomainError("card.outdated", { why: "changed" });
  const setAside = counted ? [] : (count?.earlier ?? []);
  const next: NextDay = { kind: "office", on: localDateOf(now), openedAt: now };
  const moved = await turnDay(tx, head, seat, next, now, { ...nothingFound, counted, setAside });
  const closing = await closingRecordOf(tx, group, { day: head.day, counted, setAside, head: moved });
  await saveClosing(tx, head.day.id, closing);
  await lapsePaymentsOfDay(tx, group.id, head.day.id, now);
  await keepToldHeads(tx, group, { day: head.day, head: moved, at: now });
  const isAgain = (await findEarlierOn(tx, { groupId: group.id, ...head.day })).length > 0;
  if (!isAgain) await releaseDayNotices(tx, group.id, now);
  const view = await viewOf(tx, group, { day: head.day, head: { seq: moved.seq, hash: moved.hash }, closing });
  const told = await tellMembers(tx, group, {
    ...{ _id: head.day.id, groupId: group.id, closing, told: untold },
    ...{ on: head.day.on, openedAt: head.day.openedAt },
  });
  const isOwn = ({ member }: Heard): boolean => member.id === seat.member.id;
  const others = noticesOf(told.filter((one) => !isOwn(one)));
  return {
    result: { report: view, own: told.find(isOwn)?.view ?? null },
    notices: [...reportNotices(group, seat, view, isAgain), ...keeperNotice(view, counted, seat), ...others],
  };
}

/** The keeper of the cash hears that she is it, unless she closed the day herself, or said herself that she has it. */
function keeperNotice(view: DayView, counted: CountedDay | null, seat: HeldOffice): Notice[] {
  if (!counted?.keeper || counted.keeper.memberId === seat.member.id || counted.keeper.word === "own") return [];
  return [{ to: { memberId: counted.keeper.memberId }, kind: "day.keeper", view }];
}

/** Ends one day of the books and begins the next; both stand as one record in the chain. */
async function turnDay(
  tx: Tx,
  head: LedgerHead,
  seat: HeldOffice,
  next: NextDay,
  now: Date,
  found: DayFound = nothingFound,
): Promise<LedgerHead> {
  const by: EntryActor = entryActor(seat);
  const { head: moved } = await post(tx, head, dayTurn(head, next, by, now, found));
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

function reportNotices(group: Group, seat: HeldOffice, view: DayView, isAgain: boolean): Notice[] {
  // Who closes reads the report as the answer.
  return officersToTell(group, seat.member.id).map((id) => ({
    to: { memberId: id },
    kind: isAgain ? "day.report-again" : "day.report",
    view,
    buttons: { ...changesButton(view) },
  }));
}
