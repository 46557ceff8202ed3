import { eraseMessage } from "../../storage/inbox";
import type { Tx } from "../../storage/tx";

/** A message was taken back by its sender: its words are forgotten at once. What was posted because of it stands in the ledger. */
export async function forgetMessage(tx: Tx, chatId: string, messageId: string): Promise<void> {
  await eraseMessage(tx, chatId, messageId);
}
