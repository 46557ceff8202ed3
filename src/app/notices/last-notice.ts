import type { NoticeKind } from "../../domain/notices";
import { findLastSentNotice } from "../../storage/sent-notices";
import type { Tx } from "../../storage/tx";

/** The kind of the last notice that a phone got, or null when it got none of late. */
export async function findLastNoticeKind(tx: Tx, chatId: string): Promise<NoticeKind | null> {
  const row = await findLastSentNotice(tx, chatId);
  return row && row.kind !== "answer" ? row.kind : null;
}
