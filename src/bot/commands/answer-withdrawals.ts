import { z } from "zod";
import { getWithdrawal, paymentFor, refuseWithdrawal } from "../../app/withdrawals/answer-withdrawals";
import { paymentSources } from "../../domain/payments/payment";
import { cardDropped } from "../../messages/questions";
import { askRefusalReason, withdrawalRequest, withdrawalStanding } from "../../messages/withdrawals";
import type { Answer, Chat } from "../chat";
import { postbackCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { paymentCard } from "./payments";

const requestInput = z.object({ requestId: z.string() });

/** The card of a member's wish for who pays out, with the ways to answer it. */
export async function withdrawalMatter(chat: Chat, requestId: string): Promise<Answer> {
  const { request, ...view } = await getWithdrawal(chat.tx, chat.actor, requestId, chat.now);
  if (request.state !== "open") return { say: [withdrawalStanding(chat.reader, view)] };
  const buttons = {
    payCash: chat.newAction("withdrawal.pay", { requestId, source: "cash" }),
    payBank: chat.newAction("withdrawal.pay", { requestId, source: "bank" }),
    refuse: chat.newAction("withdrawal.refuse.ask", { requestId }),
  };
  return { say: [withdrawalRequest(chat.reader, { ...view, ...buttons })] };
}

/** A member's wish out of the list of what waits. */
const showWithdrawal = postbackCommand({
  name: "withdrawal.show",
  once: false,
  input: requestInput,
  handle: (chat, { requestId }) => withdrawalMatter(chat, requestId),
});

/** [เตรียมจ่ายเงินสด], [เตรียมโอนจากธนาคาร]: the payment's own card, for which a second officer is asked next. */
const payWithdrawal = postbackCommand({
  name: "withdrawal.pay",
  once: false,
  input: z.object({ requestId: z.string(), source: z.enum(paymentSources) }),
  async handle(chat, { requestId, source }) {
    const { request, ...view } = await getWithdrawal(chat.tx, chat.actor, requestId, chat.now);
    if (request.state !== "open") return { say: [withdrawalStanding(chat.reader, view)] };
    return paymentCard(chat, view.group, paymentFor(request, source));
  },
});

/** [ไม่จ่าย บอกเหตุผล]: asks why. */
const askRefusal = postbackCommand({
  name: "withdrawal.refuse.ask",
  once: false,
  input: requestInput,
  async handle(chat, { requestId }) {
    const { request, ...view } = await getWithdrawal(chat.tx, chat.actor, requestId, chat.now);
    if (request.state !== "open") return { say: [withdrawalStanding(chat.reader, view)] };
    return {
      say: [askRefusalReason(chat.reader, view)],
      conversation: { name: "withdrawal", step: "reason", data: { requestId } },
    };
  },
});

/** Longer ones would make the card that tells it more than one screen high. */
const maxReasonLength = 100;

/** Any words are a reason. */
export const refusalReasonStep: ConversationStep = {
  name: "withdrawal.reason",
  dropped: cardDropped,
  async handle(chat, text) {
    const { requestId } = requestInput.parse((await chat.openConversation())?.data);
    const reason = ownWords(text, maxReasonLength);
    const { result, notices } = await refuseWithdrawal(chat.tx, chat.actor, { requestId, reason, now: chat.now });
    return { say: [withdrawalStanding(chat.reader, result)], notices, conversation: null };
  },
};

/** What the buttons of a member's wish do for who answers it. */
export const withdrawalButtons = [showWithdrawal, payWithdrawal, askRefusal];
