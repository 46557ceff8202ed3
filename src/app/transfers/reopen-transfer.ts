import type { Group } from "../../domain/groups/group";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { Notice } from "../../domain/notice";
import { noticeIdIn, reopened } from "../../domain/transfers/transfer-notice";
import { findTransferNotice, saveTransferNotice } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { findConfirmers } from "./confirmers";
import { askConfirmers } from "./tell-confirmers";
import { transferView } from "./transfer-view";

/**
 * Opens the notice again whose receipt was taken back just now: its treasurers hear of it, and it may be confirmed once more. Nothing where
 * the entry is of no transfer.
 */
export async function reopenTransferOf(tx: Tx, group: Group, entry: JournalEntry, now: Date): Promise<Notice[]> {
  const id = noticeIdIn(entry.idempotencyKey);
  const notice = id === null ? null : await findTransferNotice(tx, id);
  if (notice?.entryId !== entry.id) return [];
  const again = reopened(notice, now);
  await saveTransferNotice(tx, again);
  const confirmers = await findConfirmers(tx, group, again, now);
  return askConfirmers(confirmers, again, await transferView(tx, group, again, now));
}
