import { nextPlannedDay, nextWorkingDay, type WorkingDayRule } from "../../domain/calendar";
import { addDays, localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { GroupId } from "../../domain/ids";
import type { OpenDay } from "../../domain/ledger/head";
import { findDayChanges } from "../../storage/day-changes";
import { findClosedOn } from "../../storage/days";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";

/** When a group meets next, and whether that day stands open now. */
export interface ComingDay {
  on: LocalDate;
  isOpen: boolean;
  /** The hours and place of that day. */
  workingDay: WorkingDayRule;
}

/** The open working day of each of the groups that has one. */
export async function findOpenWorkingDays(tx: Tx, groups: readonly Group[]): Promise<Map<GroupId, OpenDay>> {
  const heads = await findHeads(
    tx,
    groups.map((group) => group.id),
  );
  return new Map(heads.flatMap(({ groupId, day }) => (day.kind === "working" ? [[groupId, day]] : [])));
}

/**
 * The next working day of each group in the order given: the one that is open today, else the calendar's next that was not closed today
 * already. One that was left open on an earlier date takes nothing any more, so it is nobody's next.
 */
export async function findComingDays(tx: Tx, groups: readonly Group[], today: LocalDate): Promise<ComingDay[]> {
  const open = await findOpenWorkingDays(tx, groups);
  const closed = await findClosedOn(
    tx,
    groups.map((group) => group.id),
    today,
  );
  const changes = await findDayChanges(
    tx,
    groups.map((group) => group.id),
  );
  return groups.map(({ id, workingDay }) => {
    const own = changes.get(id) ?? [];
    const planned = nextPlannedDay(workingDay, closed.has(id) ? addDays(today, 1) : today, own);
    const { from, to, place } = planned ?? workingDay;
    const rule = { ...workingDay, from, to, place };
    if (open.get(id)?.on === today) return { on: today, isOpen: true, workingDay: rule };
    return { on: planned?.on ?? nextWorkingDay(workingDay, today, own), isOpen: false, workingDay: rule };
  });
}

/** The same of one group. */
export async function getComingDay(tx: Tx, group: Group, today: LocalDate): Promise<ComingDay> {
  const [day] = await findComingDays(tx, [group], today);
  if (!day) throw new Error("each group has a next day");
  return day;
}

/** Throws `day.left-open` where the working day is of an earlier date: its books must not take the money of today; what it took on paper they do. */
export function refuseLeftOpen(group: Group, { kind, on, sheet }: OpenDay, now: Date): void {
  if (kind === "working" && !sheet && on !== localDateOf(now))
    throw new DomainError("day.left-open", { groupName: group.name.th, on });
}

/**
 * Makes sure that the box takes and gives cash now: on today's working day, or between two of them where two officers opened the desk for today.
 * From paper the sealed count comes first. Throws `day.not-open`, `day.left-open`, `sheet.not-sealed`.
 */
export async function requireCashDesk(tx: Tx, group: Group, day: OpenDay, now: Date): Promise<void> {
  if (day.kind === "office" && day.cashOn !== localDateOf(now)) throw await notOpen(tx, group, now);
  refuseLeftOpen(group, day, now);
  if (day.sheet?.sealed === null) throw new DomainError("sheet.not-sealed", {});
}

/** The refusal `day.not-open`, which names the group's next working day. */
export async function notOpen(tx: Tx, group: Group, now: Date): Promise<DomainError> {
  const { on } = await getComingDay(tx, group, localDateOf(now));
  return new DomainError("day.not-open", { groupName: group.name.th, nextOn: on });
}
