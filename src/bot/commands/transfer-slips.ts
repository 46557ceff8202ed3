import { storePhoto } from "../../app/photos/store-photo";
import { sendTransfer, showParts } from "../../app/transfers/send-transfer";
import type { TransferView } from "../../app/transfers/transfer-view";
import { makeTransferQr } from "../../app/transfers/transfer-qr";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import { sum } from "../../domain/money";
import { cardDropped } from "../../messages/questions";
import { transferQrImage, transferQrTold } from "../../messages/transfer-qr";
import { transferStatus } from "../../messages/transfers";
import { isNoSlip, readTransferFacts } from "../../understanding/transfer-text";
import type { Chat } from "../chat";
import { postbackCommand, type ConversationStep } from "../command";
import { mediaAnswer } from "./fallback";
import { confirmation, draftField, partsOf, referenceOf, waitingForSlip, type Draft } from "./transfer-draft";

/** [ขอคิวอาร์ 1,575 บาท]: the sum that she has read on the card, as a code of the group. */
export const showTransferQr = postbackCommand({
  name: "transfer.qr",
  once: false,
  input: draftField,
  async handle(chat, draft, { _id: actionId }) {
    const [{ passbook }] = await partsOf(chat, draft);
    const { group } = passbook;
    const amount = sum(draft.parts.flatMap(({ split }) => split.map((part) => part.amount)));
    const { language } = chat.reader;
    const code = await makeTransferQr(chat.tx, { group, amount, language, actionId, now: chat.now });
    const { coming, lately } = paymentDetailsInForce(group, chat.today);
    const view = { name: code._id, amount, accountName: code.accountName, expiresAt: code.expiresAt, coming, lately };
    const image = transferQrImage(view);
    const say = [...(image ? [image] : []), transferQrTold(chat.reader, view)];
    return { say, conversation: waitingForSlip(passbook, draft) };
  },
});

/** [ไม่มีสลิป]. */
export const withoutSlip = postbackCommand({
  name: "transfer.no-slip",
  once: false,
  input: draftField,
  handle: confirmation,
});

/** The slip, or what it says in words: day, time and the bank's number. */
export const transferSlipStep: ConversationStep = {
  name: "transfer.slip",
  dropped: cardDropped,
  async handle(chat, text) {
    const draft = await openDraft(chat);
    const facts = readTransferFacts(text, chat.today);
    if (isNoSlip(text)) return confirmation(chat, draft);
    if (facts.on === null && facts.time === null && facts.reference === null) return null;
    const { on, time, reference } = facts;
    return confirmation(chat, {
      ...draft,
      on: on ?? draft.on,
      isDaySaid: on !== null || draft.isDaySaid,
      time: time ?? draft.time,
      reference: reference ?? draft.reference,
    });
  },
  async handlePhoto(chat, photo) {
    const draft = await openDraft(chat);
    // The picture was made ready for another question, which is over.
    if (photo.aboutId !== draft.draftId) return mediaAnswer(chat, "image");
    const [{ passbook }] = await partsOf(chat, draft);
    const own = chat.actor.own.find(({ group }) => group.id === passbook.group.id);
    await storePhoto(chat.tx, photo, {
      by: { personId: chat.actor.personId, memberId: own?.member.id ?? null },
      at: chat.now,
    });
    return confirmation(chat, { ...draft, photoId: photo.id, readReference: photo.slipReference });
  },
};

const openDraft = async (chat: Chat): Promise<Draft> => draftField.parse((await chat.openConversation())?.data);

/** So many messages an answer has at most. */
const cardsShown = 5;
const cards = (chat: Chat, views: readonly TransferView[]) =>
  views.slice(0, cardsShown).map((view) => transferStatus(chat.reader, view));

/** [ยืนยันแจ้งโอน …]: the treasurers are told; nothing is in the books yet. A second tap shows how it stands. */
export const confirmTransferTold = postbackCommand({
  name: "transfer.send",
  input: draftField,
  async handle(chat, draft) {
    const { draftId: id, on, time, photoId } = draft;
    const bank = { reference: referenceOf(draft), isReferenceRead: draft.readReference !== null };
    const told = { id, parts: await partsOf(chat, draft), on, time, ...bank, photoId };
    const { result, notices } = await sendTransfer(chat.tx, chat.actor, { ...told, now: chat.now });
    return { say: cards(chat, result), notices, conversation: null };
  },
  async again(chat, action) {
    const draft = draftField.parse(action.payload);
    return { say: cards(chat, await showParts(chat.tx, await partsOf(chat, draft), draft.draftId, chat.now)) };
  },
});
