import { z } from "zod";
import {
  cancelWithdrawal,
  findWithdrawable,
  previewWithdrawal,
  requestWithdrawal,
  type Withdrawable,
} from "../../app/withdrawals/withdrawal-requests";
import { withdrawalView } from "../../app/withdrawals/withdrawal-view";
import { hasConsented } from "../../app/people/settings";
import { DomainError } from "../../domain/errors";
import type { MemberId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import { memberName } from "../../domain/people";
import { askAmount, cardDropped } from "../../messages/questions";
import { askWithdrawalSum, withdrawalConfirmation, withdrawalStanding } from "../../messages/withdrawals";
import { readAmounts, type AmountReading } from "../../understanding/amounts";
import { readWithdrawalLine } from "../../understanding/withdrawal-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { askPassbook } from "../pick";
import { satangField } from "./deposit-questions";
import { withdrawalContacts } from "./tiles";

/** ถอนเงิน, ขอถอน 500: a member's wish to have special savings back; who opens no passbook hears whom to ask. */
export const askWithdrawal = textCommand({
  name: "savings.withdraw",
  access: "anyone",
  async handle(chat, { text }) {
    const { own, person } = chat.actor;
    if (own.length === 0 || person.lockedAt || !hasConsented(person)) return withdrawalContacts(chat);
    const line = readWithdrawalLine(text) ?? { amount: null, ofPledge: false };
    const able = await findWithdrawable(chat.tx, chat.actor, line);
    const [one, second] = able;
    if (one && !second) return sumOf(chat, one, line.amount);
    const passbooks = able.map(({ passbook }) => passbook);
    return askPassbook(chat, passbooks, "savings.withdraw.of", { text });
  },
});

/** The chosen passbook of a phone with several. */
export const askWithdrawalOf = postbackCommand({
  name: "savings.withdraw.of",
  once: false,
  input: z.object({ memberId: z.string(), text: z.string() }),
  async handle(chat, { memberId, text }) {
    const able = await findWithdrawable(chat.tx, chat.actor);
    const one = able.find(({ passbook }) => passbook.member.id === memberId);
    if (!one) throw new DomainError("withdrawal.nothing", {});
    return sumOf(chat, one, readWithdrawalLine(text)?.amount ?? null);
  },
});

/** The sum must be certain before a card is shown; a wish that waits already is shown instead. */
async function sumOf(
  chat: Chat,
  { passbook, held, open }: Withdrawable,
  amount: AmountReading | null,
): Promise<Answer> {
  const { member } = passbook;
  if (open) {
    const cancel = chat.newAction("withdrawal.cancel", { requestId: open.id });
    return { say: [withdrawalStanding(chat.reader, { ...(await withdrawalView(chat.tx, open)), cancel })] };
  }
  if (amount?.verdict === "value") return withdrawalCard(chat, member.id, amount.satang);
  const choice = (sum: Satang) => chat.newAction("savings.withdraw.sum", { memberId: member.id, amount: sum });
  if (amount?.verdict === "ask" && amount.candidates.length > 0) {
    const candidates = amount.candidates.map((sum) => ({ amount: sum, data: choice(sum) }));
    const none = chat.newAction("choice.none", { hint: "withdrawal" });
    return { say: [askAmount(chat.reader, { candidates, limit: held, none })] };
  }
  return {
    say: [askWithdrawalSum(chat.reader, { member: memberName(member), held, all: choice(held) })],
    conversation: { name: "withdrawal", step: "sum", data: { memberId: member.id } },
  };
}

/** The sum that was meant, or everything. */
export const askWithdrawalSumOf = postbackCommand({
  name: "savings.withdraw.sum",
  once: false,
  input: z.object({ memberId: z.string(), amount: satangField }),
  handle: (chat, { memberId, amount }) => withdrawalCard(chat, memberId as MemberId, amount),
});

/** The sum in her own words, after the question for it. */
export const withdrawalSumStep: ConversationStep = {
  name: "withdrawal.sum",
  dropped: cardDropped,
  async handle(chat, text) {
    const { memberId } = z.object({ memberId: z.string() }).parse((await chat.openConversation())?.data);
    const [amount, second] = readAmounts(text);
    if (!amount || second) return null;
    const able = await findWithdrawable(chat.tx, chat.actor);
    const one = able.find(({ passbook }) => passbook.member.id === memberId);
    return one ? { conversation: null, ...(await sumOf(chat, one, amount)) } : null;
  },
};

async function withdrawalCard(chat: Chat, memberId: MemberId, amount: Satang): Promise<Answer> {
  const plan = await previewWithdrawal(chat.tx, chat.actor, { memberId, amount });
  const confirm = chat.newAction(
    "savings.withdraw.confirm",
    { memberId, amount },
    { subject: `withdraw:${chat.actor.personId}:${memberId}`, groupId: plan.group.id },
  );
  const drop = chat.newAction("drop", { of: confirm });
  return { say: [withdrawalConfirmation(chat.reader, { ...plan, confirm, drop })], conversation: null };
}

/** [ยืนยันขอถอน …]: the treasurer gets the request; nothing is paid yet. */
export const confirmWithdrawal = postbackCommand({
  name: "savings.withdraw.confirm",
  input: z.object({ memberId: z.string(), amount: satangField }),
  async handle(chat, { memberId, amount }, action) {
    const { result, notices } = await requestWithdrawal(chat.tx, chat.actor, {
      operationId: action._id,
      memberId: memberId as MemberId,
      amount,
      now: chat.now,
    });
    const cancel = chat.newAction("withdrawal.cancel", { requestId: result.id });
    return { say: [withdrawalStanding(chat.reader, { ...result, cancel })], notices };
  },
});

/** [ไม่ถอนแล้ว]. */
export const cancelWithdrawalButton = postbackCommand({
  name: "withdrawal.cancel",
  once: false,
  input: z.object({ requestId: z.string() }),
  handle: async (chat, { requestId }) => ({
    say: [withdrawalStanding(chat.reader, await cancelWithdrawal(chat.tx, chat.actor, requestId, chat.now))],
  }),
});
