import { findWaitingOfChat, markAllDone } from "../storage/inbox";
import { findPerson } from "../storage/persons";
import { findOwnMembers } from "../storage/members";
import { inTransaction } from "../storage/tx";
import { enqueueAnswer } from "./enqueue";
import type { Conversationalist } from "./process-inbox";

/** So many events may wait in one chat; the rest of a longer row gets one answer. */
const limits = { stranger: 5, member: 200 };

/**
 * Answers a flood of a person's own chat once, instead of each of its events. Gives how many events that answered. A group chat may be
 * as lively as it likes: what is said there is not answered anyway.
 */
export async function answerBurst(chatId: string, now: Date, bot: Conversationalist): Promise<number> {
  if (!chatId.startsWith("U")) return 0;
  const waiting = await findWaitingOfChat(chatId, limits.stranger + 1);
  if (waiting.length <= limits.stranger) return 0;
  return inTransaction(async (tx) => {
    const person = await findPerson(tx, chatId);
    const linked = person !== null && (await findOwnMembers(tx, person._id)).length > 0;
    const events = await findWaitingOfChat(chatId, limits.member + 1);
    const limit = linked ? limits.member : limits.stranger;
    const last = events.at(-1);
    if (events.length <= limit || !last) return 0;
    await enqueueAnswer(tx, last, await bot.presentBurst(tx, last, now), now);
    await markAllDone(
      tx,
      events.map((event) => event._id),
      new Date(),
    );
    return events.length;
  });
}
