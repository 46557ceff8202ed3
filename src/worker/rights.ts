import { noticeRule } from "../domain/notices";
import type { MemberId } from "../domain/ids";
import { findMembers } from "../storage/members";
import type { OutboxRow } from "../storage/outbox";
import { findPerson } from "../storage/persons";
import { inTransaction } from "../storage/tx";

/** Why a row must not go: its reader has no right to it any more, or does not want it, or its time is over. */
export type DropReason = "link-changed" | "stopped" | "expired";

/** What became of the rows of one chat when they were looked at again, just before packing. */
export interface Checked {
  rows: OutboxRow[];
  dropped: { row: OutboxRow; reason: DropReason }[];
  /** Whether a push can reach the chat: she is a friend of the account. */
  reachable: boolean;
}

/** Reads link, stop and friendship again: a row was written for one link, and a phone may have changed hands since. */
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
    }
    if (row.kind === "answer" || !person || person.stopped === "none" || noticeRule(row.kind).protects) return null;
    return person.stopped === "all" || row.urgency === "ride" ? "stopped" : null;
  };
  const checked = rows.map((row) => ({ row, reason: reasonFor(row) }));
  return {
    rows: checked.filter(({ reason }) => reason === null).map(({ row }) => row),
    dropped: checked.flatMap(({ row, reason }) => (reason ? [{ row, reason }] : [])),
    reachable: person?.friend ?? true,
  };
}
