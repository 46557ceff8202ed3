import { nextPlannedDay, type DayChange, type PlannedDay } from "../../domain/calendar";
import { addDays, dayInMonth, localDateOf, monthOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Done } from "../../domain/notice";
import type { OfficerName } from "../../domain/people";
import { findDayChanges, saveDayChange } from "../../storage/day-changes";
import { countLinkedMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { findOpenWorkingDays } from "../days/next-day";
import { authorize, type Actor, type HeldOffice } from "../people/actor";
import { tellMove } from "./tell-moves";

/** What an officer wants of a working day: another date, with its hour where she says one; null: it is not held. */
export interface WantedDay {
  on: LocalDate | null;
  from: string | null;
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
 * that month's was held already. Throws `role.missing`, `day.already-open`, `calendar.day-passed`.
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
  const open = (await findOpenWorkingDays(tx, [group])).get(group.id);
  if (open) throw new DomainError("day.already-open", { groupName: group.name.th, on: open.on });
  const changes = (await findDayChanges(tx, [group.id])).get(group.id) ?? [];
  const before = plannedFor(group, changes, { on, today });
  const change: DayChange = { month: before.month, on, from };
  const changed = [...changes.filter(({ month }) => month !== change.month), change];
  const after = nextPlannedDay(group.workingDay, on ?? today, changed);
  if (!after) throw new DomainError("calendar.day-passed", { on: before.on });
  return { group, before, after, isCancelled: on === null, change, by: nameOf(seat) };
}

/** The working day that a wish is about: that of the wished date's month while it is to come, else the next one. */
function plannedFor(
  group: Group,
  changes: readonly DayChange[],
  { on, today }: { on: LocalDate | null; today: LocalDate },
): PlannedDay {
  const next = nextPlannedDay(group.workingDay, today, changes);
  const first = on === null || dayInMonth(monthOf(on), 1) < today ? today : dayInMonth(monthOf(on), 1);
  const ofMonth = nextPlannedDay(group.workingDay, first, changes);
  const planned = on !== null && ofMonth?.month === monthOf(on) ? ofMonth : next;
  if (!planned) throw new DomainError("calendar.day-passed", { on: on ?? today });
  return planned;
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
