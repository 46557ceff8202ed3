import { noticeRule } from "../domain/notices";
import type { MemberId } from "../domain/ids";
import { findMembers } from "../storage/members";
import type { OutboxRow } from "../storage/outbox";
import { findPerson } from "../storage/persons";
import { inTransaction } from "../storage/tx";

/** Why a row must not go: its reader has no right to it any more, or does not want it, or its time is over. */
export type DropReason = "link-changed" | "no-consent" | "stopped" | "expired";

/** What became of the rows of one chat when they were looked at again, just before packing. */
export interface Checked {
  /** What may go; what may only ride carries no due time. */
  rows: OutboxRow[];
  dropped: { row: OutboxRow; reason: DropReason }[];
  /** Due, but not to be pushed: LINE would not deliver it, or she asked for silence. It rides, or waits until her phone is unlocked. */
  quiet: OutboxRow[];
}

/**
 * Reads link, consent, stop, lock and friendship again: a row was written for one link, and a phone may have changed hands since.
 * Who blocked the account, or stopped all messages, gets nothing pushed: what may still reach her rides on her own answers. On a locked
 * phone nothing about a passbook is shown.
 */
export async function checkRights(chatId: string, rows: readonly OutboxRow[], now: Date): Promise<Checked> {
  const memberIds = [...new Set(rows.flatMap((row) => (row.basis ? (row.basis.memberId as MemberId) : [])))];
  const { person, members } = await inTransaction(async (tx) => ({
    person: await findPerson(tx, chatId),
    members: await findMembers(tx, memberIds),
  }));
  const reasonFor = (row: OutboxRow): DropReason | null => {
    if (row.expiresAt && row.expiresAt <= now) return "expired";
    if (row.basis) {
      const link = members.find((member) => member.id === row.basis?.memberId)?.link;
      if (link?.version !== row.basis.linkVersion || link.personId !== row.personId) return "link-changed";
      if (person?.consent === null) return "no-consent";
    }
    if (row.kind === "answer" || !person || person.stopped === "none" || noticeRule(row.kind).protects) return null;
    return person.stopped === "all" || row.urgency === "ride" ? "stopped" : null;
  };
  const checked = rows.map((row) => ({ row, reason: reasonFor(row) }));
  const allowed = checked.filter(({ reason }) => reason === null).map(({ row }) => row);
  const isHidden = (row: OutboxRow) => person?.lockedAt != null && row.basis !== null;
  const mayPush = person === null || (person.friend && person.stopped !== "all");
  const isQuiet = (row: OutboxRow) => row.kind !== "answer" && (!mayPush || isHidden(row));
  return {
    rows: allowed.filter((row) => !isHidden(row)).map((row) => (isQuiet(row) ? { ...row, dueAt: null } : row)),
    dropped: checked.flatMap(({ row, reason }) => (reason ? [{ row, reason }] : [])),
    quiet: allowed.filter((row) => isQuiet(row) && row.state === "waiting" && row.dueAt !== null),
  };
}
