import { DomainError } from "../../domain/errors";
import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account } from "../../domain/ledger/accounts";
import type { OpenDay, Sheet } from "../../domain/ledger/head";
import { subtract, type Satang } from "../../domain/money";
import { balanceOf } from "../../storage/accounts";
import { findLastWorkingDay } from "../../storage/days";
import { findEntriesOfDay } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";

/** How far the money of a day on paper is entered. */
export interface SheetProgress {
  on: LocalDate;
  /** Satang that two people counted and sealed; null until both have said the same. */
  sealed: Satang | null;
  /** Satang that the books lack of it still; below zero where they have more. */
  missing: Satang;
}

/** The open day with this paper, or with none. */
export function withSheet({ sheet: _sheet, ...day }: OpenDay, sheet: Sheet | null): OpenDay {
  return sheet ? { ...day, sheet } : day;
}

/**
 * Throws `sheet.day` where money of that day cannot be entered from paper: its books are closed, it is later than the open working day, or that took
 * money of its own already, which lies in the same box.
 */
export async function refuseSheet(tx: Tx, group: Group, day: OpenDay, on: LocalDate): Promise<void> {
  if (day.kind === "working" && on === day.on) return;
  const closed = await findLastWorkingDay(tx, group.id);
  const isOpen = day.kind === "working" && on < day.on && (closed === null || closed.on < on);
  if (!isOpen || (await hasCash(tx, group, day))) throw new DomainError("sheet.day", { on });
}

async function hasCash(tx: Tx, group: Group, day: OpenDay): Promise<boolean> {
  const entries = await findEntriesOfDay(tx, group.id, day.id);
  return entries.some(({ postings }) => postings.some(({ code }) => code === account.cash));
}

/** How far the paper of this open day is entered; null where none is. */
export async function progressOf(
  tx: Tx,
  { id: groupId }: Pick<Group, "id">,
  day: OpenDay,
): Promise<SheetProgress | null> {
  if (!day.sheet) return null;
  const { on, sealed } = day.sheet;
  const booked = await balanceOf(tx, { groupId, code: account.cash });
  return { on, sealed, missing: subtract(sealed ?? booked, booked) };
}

/** How far the paper of a group's open day is entered; null where none is. */
export async function findSheet(tx: Tx, group: Pick<Group, "id">): Promise<SheetProgress | null> {
  const [head] = await findHeads(tx, [group.id]);
  return head ? progressOf(tx, group, head.day) : null;
}

/** Throws `sheet.unbalanced` where money of the sealed sum is not entered yet, or more than it is. */
export async function refuseUnbalanced(tx: Tx, group: Group, day: OpenDay): Promise<void> {
  const progress = await progressOf(tx, group, day);
  if (progress && progress.missing !== 0) throw new DomainError("sheet.unbalanced", { off: progress.missing });
}
