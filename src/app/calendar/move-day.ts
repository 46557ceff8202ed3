import { nextPlannedDay, type DayChange, type PlannedDay } from "../../domain/calendar";
import { addDays, dayInMonth, localDateOf, monthOf, type LocalDate, type YearMonth } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Done } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { findDayChanges, saveDayChange } from "../../storage/day-changes";
import { findClosedOn } from "../../storage/days";
import { countLinkedMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { findOpenWorkingDays } from "../days/next-day";
import { authorize, type Actor, type HeldOffice } from "../people/actor";
import { tellMove } from "./tell-moves";

/** What an officer wants of a working day: another date, with its hour where she says one; null: it is not held. */
export interface WantedDay {
  on: LocalDate | null;
  from: string | null;
  /** Of one that is not held: the month whose day it is; null: the next one. */
  month: YearMonth | null;
}

/** A change of a working day as its cards show it. */
export interface DayMove {
  group: Group;
  before: PlannedDay;
  /** The day that is next once it is changed. */
  after: PlannedDay;
  isCancelled: boolean;
  change: DayChange;
  by: OfficerName;
}

/**
 * Reads what a change of a month's working day would do; nothing is kept. A date is of its own month's day, or of the next one to come where
 * that month's was held already. One that is open or was held stays as it is. Throws `role.missing`, `calendar.day-passed`, `calendar.held`.
 */
export async function previewMove(
  tx: Tx,
  actor: Actor,
  input: { group: Group; wanted: WantedDay; now: Date },
): Promise<DayMove> {
  const { group, wanted, now } = input;
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  const today = localDateOf(now);
  const { on, from } = wanted;
  if (on !== null && (on < today || on > addDays(today, 365))) throw new DomainError("calendar.day-passed", { on });
  const free = await firstFree(tx, group, today);
  if (on !== null && on < free) throw new DomainError("calendar.held", {});
  const changes = (await findDayChanges(tx, [group.id])).get(group.id) ?? [];
  const before = plannedFor(group, changes, { ...wanted, free });
  const change: DayChange = { month: before.month, on, from };
  const changed = [...changes.filter(({ month }) => month !== change.month), change];
  const after = nextPlannedDay(group.workingDay, on ?? free, changed);
  if (!after) throw new DomainError("calendar.day-passed", { on: before.on });
  return { group, before, after, isCancelled: on === null, change, by: nameOf(seat) };
}

/** The first date whose working day is still to come: not today's where that is open or was closed already. */
async function firstFree(tx: Tx, group: Group, today: LocalDate): Promise<LocalDate> {
  const open = (await findOpenWorkingDays(tx, [group])).get(group.id);
  const isHeld = open?.on === today || (await findClosedOn(tx, [group.id], today)).has(group.id);
  return isHeld ? addDays(today, 1) : today;
}

/** The working day that a wish is about: that of the named month, or of the wished date's while it is to come, else the next one. */
function plannedFor(
  group: Group,
  changes: readonly DayChange[],
  { on, month, free }: WantedDay & { free: LocalDate },
): PlannedDay {
  const wanted = month ?? (on === null ? null : monthOf(on));
  const first = wanted === null || dayInMonth(wanted, 1) < free ? free : dayInMonth(wanted, 1);
  const ofMonth = nextPlannedDay(group.workingDay, first, changes);
  if (ofMonth && (wanted === null || ofMonth.month === wanted)) return ofMonth;
  const next = month === null ? nextPlannedDay(group.workingDay, free, changes) : null;
  if (!next) throw new DomainError("calendar.held", {});
  return next;
}

const nameOf = ({ member, office: { committee, position } }: HeldOffice): OfficerName => ({
  committee,
  position,
  name: member.name,
});

/**
 * Changes a month's working day; every linked member hears of it: the first two hundred at once, the others by a job. Throws `card.outdated` where
 * it was changed since the card was shown, and what previewMove throws.
 */
export async function moveDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; wanted: WantedDay; before: LocalDate; now: Date },
): Promise<Done<DayMove & { told: number }>> {
  const { group, now } = input;
  const { member } = authorize(actor, group.id, "open-day", now, group.name.th);
  const move = await previewMove(tx, actor, input);
  if (move.before.on !== input.before) throw new DomainError("card.outdated", { why: "changed" });
  const { before, after, isCancelled, by, change } = move;
  const row = await saveDayChange(tx, {
    groupId: group.id,
    ...change,
    changedBy: member.id,
    changedAt: now,
    moved: { before, after, isCancelled, by },
  });
  const told = (await countLinkedMembers(tx, group.id)) - (member.link.personId === null ? 0 : 1);
  return { result: { ...move, told }, notices: await tellMove(tx, group, row) };
}
