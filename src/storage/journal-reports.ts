import type { LocalDate } from "../domain/dates";
import type { GroupId } from "../domain/ids";
import type { JournalEntry } from "../domain/ledger/chain";
import { EntryModel, fromRow, type EntryRow } from "./journal";
import type { Tx } from "./tx";

/** Every entry of a group that counts from a day on, in order. */
export async function findEntriesFrom(tx: Tx, groupId: GroupId, from: LocalDate): Promise<JournalEntry[]> {
  const rows = await EntryModel.find({ groupId, effectiveOn: { $gte: from } })
    .sort({ seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** Every entry of a group behind a sequence number, in order. */
export async function findEntriesAfter(tx: Tx, groupId: GroupId, seq: number): Promise<JournalEntry[]> {
  const rows = await EntryModel.find({ groupId, seq: { $gt: seq } })
    .sort({ groupId: 1, seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}
