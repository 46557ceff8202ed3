import { OutboxModel, type OutboxRow } from "./outbox";
import type { Tx } from "./tx";

/** The notice that was sent to a chat last, or null; of several that came together, the one for whose sake they did. */
export async function findLastSentNotice(tx: Tx, chatId: string): Promise<OutboxRow | null> {
  const sent = { chatId, state: "sent" as const, kind: { $ne: "answer" as const } };
  const last = await OutboxModel.findOne(sent).sort({ createdAt: -1 }).session(tx.session).lean<OutboxRow>();
  if (last?.urgency !== "ride") return last;
  const cause = await OutboxModel.findOne({ ...sent, deliveryId: last.deliveryId, urgency: { $ne: "ride" } })
    .sort({ createdAt: -1 })
    .session(tx.session)
    .lean<OutboxRow>();
  return cause ?? last;
}
