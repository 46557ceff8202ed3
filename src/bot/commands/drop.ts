import { z } from "zod";
import { refuseReversedReceipt } from "../../app/savings/statements";
import { DomainError, type ConfirmedDeed } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { cardDropped, writeAgain } from "../../messages/questions";
import { formatHints } from "../../messages/refusal-values";
import { findAction, type Action } from "../../storage/actions";
import { actionIdIn, type Chat } from "../chat";
import { postbackCommand } from "../command";

/** What each confirmation did, by the name of its button. */
const deeds: Readonly<Record<string, ConfirmedDeed>> = {
  "day.open.confirm": "day-opened",
  "day.close.confirm": "day-closed",
  "link.end.confirm": "unlinked",
  "ledger.reverse.request": "reversal-asked",
  "payment.confirm": "payment-asked",
  "helper.request": "helper-asked",
  "helper.end.confirm": "helper-ended",
  "rules.propose.confirm": "rules-asked",
  "officers.change.confirm": "officers-asked",
  "payment-details.confirm": "payment-details-asked",
  "payment-details.stop.confirm": "payment-details-stopped",
  "office-cash.confirm": "office-cash-asked",
  "office-cash.end.confirm": "office-cash-closed",
  "officers.hand-over.confirm": "hand-over-signed",
  "savings.withdraw.confirm": "withdrawal-asked",
  "suspense.settle.confirm": "settlement-asked",
  "difference.confirm": "difference-asked",
  "pledge.wish.confirm": "pledge-wished",
  "pledge.confirm": "pledge-asked",
  "member.admit.confirm": "member-admitted",
  "transfer.send": "transfer-told",
  "case.send": "case-told",
  "case.taken-over.send": "case-told",
  "calendar.confirm": "day-moved",
  "savings.batch.confirm": "list-recorded",
  "parallel.confirm": "turn-asked",
  "case.answer.send": "case-answered",
  "paper.name.confirm": "paper-named",
  "paper.confirm": "paper-confirmed",
  "loan.request.confirm": "loan-asked",
  "practice.confirm": "practice-begun",
};

/** [ไม่บันทึก]: the card that it stands on is dropped, with its other button where it has one; nothing was posted. A card that was confirmed before stays confirmed, and says so by its kind. */
export const dropCard = postbackCommand({
  name: "drop",
  access: "anyone",
  once: false,
  input: z.object({ of: z.string(), also: z.string().optional() }),
  async handle(chat, { of, also }) {
    const id = actionIdIn(of);
    const action = id && (await findAction(chat.tx, id as ActionId));
    if (!action) throw new DomainError("card.unknown", {});
    if (action.state === "done") throw await refusalOf(chat, action);
    if (action.state === "open") chat.endAction(action, "dropped", {});
    const beside = also === undefined ? null : actionIdIn(also);
    const other = beside === null ? null : await findAction(chat.tx, beside as ActionId);
    if (other?.state === "open") chat.endAction(other, "dropped", {});
    return { say: [cardDropped(chat.reader)], conversation: null };
  },
});

/** Why a confirmed card cannot be dropped any more; throws `entry.already-reversed` where its receipt was put right since. */
async function refusalOf(chat: Chat, { name, result, doneAt, createdAt }: Action): Promise<DomainError> {
  const at = (doneAt ?? createdAt).toISOString();
  if (name !== "savings.deposit.confirm" && name !== "incoming.confirm")
    return new DomainError("card.confirmed", { at, deed: deeds[name] ?? "other" });
  const { groupId, receipt } = result as { groupId?: string; receipt?: string };
  // It asked for an explicit second one instead of recording: a newer card stands.
  if (groupId === undefined || receipt === undefined) return new DomainError("card.outdated", { why: "replaced" });
  await refuseReversedReceipt(chat.tx, groupId, receipt);
  return new DomainError("card.recorded", { at, receipt });
}

/** [ไม่ใช่ทั้งสอง] and its like, after a question with choices: nothing is recorded, and she is told how to write it anew. */
export const noneOfThese = postbackCommand({
  name: "choice.none",
  once: false,
  input: z.object({ hint: z.enum(formatHints) }),
  handle: async (chat, { hint }) => ({ say: [writeAgain(chat.reader, { hint })] }),
});
