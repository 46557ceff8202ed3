import type { GroupId } from "../../domain/ids";
import type { Books } from "../../domain/setup/books";
import { confirmLease, countDrafts, deleteDraft, findDraftIds, insertDrafts } from "../../storage/setup";
import type { Tx } from "../../storage/tx";
import { SetupBusyError, setupLeaseMs, type SetupLease } from "./setup-lease";

/** Which groups were drafted, and how many rows they have. */
export interface DraftsWritten {
  groupIds: GroupId[];
  members: number;
  entries: number;
}

/** Writes books as drafts, batch by batch, after removing what a killed setup left. `live` are the groups that the network names. */
export async function writeDrafts(
  lease: SetupLease,
  live: readonly GroupId[],
  batches: Iterable<Books[]>,
): Promise<DraftsWritten> {
  const written: DraftsWritten = { groupIds: [], members: 0, entries: 0 };
  for (const left of await findDraftIds(live)) {
    await lease.renew();
    await deleteDraft(left);
  }
  for (const books of batches) {
    await insertDrafts(books, () => lease.renew());
    for (const { group, members, entries } of books) {
      written.groupIds.push(group.id);
      written.members += members.length;
      written.entries += entries.length;
    }
  }
  return written;
}

/**
 * Makes sure, inside the transaction that will name the drafts, that they are whole and still ours. Throws SetupBusyError when
 * another setup meddled.
 */
export async function publishDrafts(tx: Tx, lease: SetupLease, written: DraftsWritten): Promise<void> {
  const held = await confirmLease(tx, lease.name, lease.holder, setupLeaseMs);
  const found = await countDrafts(tx, written.groupIds);
  if (!held || found.members !== written.members || found.entries !== written.entries) {
    throw new SetupBusyError("Another setup took over while this one stood still: run it again.");
  }
}
