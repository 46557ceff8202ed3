import { z } from "zod";
import { requirePassbook } from "../../app/people/actor";
import type { EarlierDeposit } from "../../app/savings/same-deposit";
import { confirmTransfer, examineTransfer, refuseTransfer } from "../../app/transfers/decide-transfer";
import { listOwnTransfers, listTransfersToAnswer, type ListedTransfer } from "../../app/transfers/list-transfers";
import { showTransfer } from "../../app/transfers/send-transfer";
import type { TransferView } from "../../app/transfers/transfer-view";
import type { MemberId } from "../../domain/ids";
import { passbookLine, treasurerReceipt } from "../../messages/deposits";
import { cardDropped } from "../../messages/questions";
import { transferList, transfersAtOnce } from "../../messages/transfer-list";
import { askRefusalReason, transferRequest, transferStatus } from "../../messages/transfers";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { firstReceipt, hasPhone } from "./deposit";

const cardField = z.object({ noticeId: z.string(), round: z.int(), anotherOne: z.boolean().optional() });
type Card = z.output<typeof cardField>;

/** [ยืนยันรับโอน …]: it stands in the books, with a receipt. Where the same sums stand there already, it asks for an explicit second one. */
export const confirmTransferButton = postbackCommand({
  name: "transfer.confirm",
  input: cardField,
  async handle(chat, { noticeId, round, anotherOne = false }) {
    const card = { noticeId, round, anotherOne, now: chat.now };
    const { result, notices } = await confirmTransfer(chat.tx, chat.actor, card);
    switch (result.kind) {
      case "decided":
        return { say: [transferStatus(chat.reader, result.view)] };
      case "already":
        return { say: [requestCard(chat, result.view, result.earlier)] };
      case "posted": {
        const { receipt, member } = result;
        const forPassbook = (await hasPhone(chat, member)) ? [] : [passbookLine(chat.reader, receipt)];
        const keep = { groupId: member.groupId, receipt: receipt.receipt };
        const view = { ...receipt, reverse: chat.newAction("ledger.reverse.ask", keep) };
        return {
          say: [treasurerReceipt(chat.reader, view), ...forPassbook],
          asCopy: [treasurerReceipt(chat.reader, { ...view, copy: true }), ...forPassbook],
          notices,
          keep,
        };
      }
    }
  },
  again: (chat, action) => firstReceipt(chat, action),
});

function requestCard(chat: Chat, view: TransferView, already?: EarlierDeposit): Answer["say"][number] {
  const card = { noticeId: view.noticeId, round: view.round };
  return transferRequest(chat.reader, {
    ...view,
    ...(already ? { already } : {}),
    confirm: chat.newAction("transfer.confirm", { ...card, ...(already ? { anotherOne: true } : {}) }),
    refuse: chat.newAction("transfer.refuse", card),
  });
}

/** [ไม่พบยอด]: asks why, since the member will read it. */
export const askTransferRefusal = postbackCommand({
  name: "transfer.refuse",
  once: false,
  input: cardField,
  async handle(chat, card: Card) {
    const { view } = await examineTransfer(chat.tx, chat.actor, { ...card, now: chat.now });
    if (view.state !== "waiting") return { say: [transferStatus(chat.reader, view)] };
    return {
      say: [askRefusalReason(chat.reader, view)],
      conversation: { name: "transfer", step: "reason", data: { noticeId: card.noticeId, round: card.round } },
    };
  },
});

/** Longer ones would make the card that tells it more than one screen high. */
const maxReasonLength = 100;

/** Why it was not found: the member hears it. */
export const transferReasonStep: ConversationStep = {
  name: "transfer.reason",
  dropped: cardDropped,
  async handle(chat, text) {
    const card = cardField.parse((await chat.openConversation())?.data);
    const reason = ownWords(text, maxReasonLength);
    const { result, notices } = await refuseTransfer(chat.tx, chat.actor, { ...card, reason, now: chat.now });
    return { say: [transferStatus(chat.reader, result)], notices, conversation: null };
  },
};

/** รายการแจ้งโอน: what waits for this officer; to everybody else, and where nothing does, her own with where each stands. */
export const showTransfers = textCommand({
  name: "transfer.list",
  question: true,
  handle: (chat) => transfersFrom(chat, 0),
});

/** The next ones. */
export const showMoreTransfers = postbackCommand({
  name: "transfer.list.more",
  once: false,
  input: z.object({ from: z.int() }),
  handle: (chat, { from }) => transfersFrom(chat, from),
});

async function transfersFrom(chat: Chat, from: number): Promise<Answer> {
  const toAnswer = await listTransfersToAnswer(chat.tx, chat.actor, chat.now);
  const all = toAnswer?.length ? toAnswer : await listOwnTransfers(chat.tx, chat.actor, chat.now);
  const lines = all.slice(from, from + transfersAtOnce).map((one) => ({ ...one, data: dataOf(chat, one) }));
  const next = from + lines.length;
  const more = next < all.length ? chat.newAction("transfer.list.more", { from: next }) : null;
  const whose = toAnswer?.length || (toAnswer && all.length === 0) ? "officer" : "own";
  return { say: [transferList(chat.reader, { whose, lines, total: all.length, more })] };
}

const dataOf = (chat: Chat, { noticeId, round, memberId, isToAnswer }: ListedTransfer): string =>
  chat.newAction(isToAnswer ? "transfer.show" : "transfer.show-own", { noticeId, round, memberId });

/** One of the waiting notices: its card, with its buttons, for whom it waits. */
export const showTransferToAnswer = postbackCommand({
  name: "transfer.show",
  once: false,
  input: cardField,
  async handle(chat, card) {
    const { view } = await examineTransfer(chat.tx, chat.actor, { ...card, now: chat.now });
    return { say: [view.state === "waiting" ? requestCard(chat, view) : transferStatus(chat.reader, view)] };
  },
});

/** One of her own notices, as it stands. */
export const showOwnTransfer = postbackCommand({
  name: "transfer.show-own",
  once: false,
  input: z.object({ noticeId: z.string(), memberId: z.string() }),
  async handle(chat, { noticeId, memberId }) {
    const passbook = await requirePassbook(chat.tx, chat.actor, memberId as MemberId);
    return { say: [transferStatus(chat.reader, await showTransfer(chat.tx, passbook, noticeId, chat.now))] };
  },
});
