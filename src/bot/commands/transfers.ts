import { z } from "zod";
import { getGroupMember } from "../../app/members/find-member";
import { getPassbooks, requirePassbook, type Passbook } from "../../app/people/actor";
import { newPhotoId, storePhoto } from "../../app/photos/store-photo";
import { previewTransfer, sendTransfer, showTransfer, type TransferTold } from "../../app/transfers/send-transfer";
import { localDate } from "../../domain/dates";
import { paymentDetailsInForce } from "../../domain/groups/payment-details";
import type { MemberId, PhotoId } from "../../domain/ids";
import { memberName } from "../../domain/people";
import type { DepositSplit } from "../../domain/savings/deposit";
import { cardDropped } from "../../messages/questions";
import { askTransferSums, transferConfirmation, transferSlipQuestion, transferStatus } from "../../messages/transfers";
import { readTransferFacts, readTransferSums } from "../../understanding/transfer-text";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { askPassbook } from "../pick";
import { itemsField, settleItems, splitField, type Settling } from "./deposit-questions";
import { mediaAnswer } from "./fallback";
import { contactsAlone } from "./tiles";

/** แจ้งโอน, แจ้งโอน สัจจะ 200 ดอก 375: whose passbook, which sums for what, the slip, and then the treasurer is told. */
export const tellTransfer = textCommand({
  name: "transfer.notice",
  question: true,
  async handle(chat, { text }) {
    const passbooks = (await getPassbooks(chat.tx, chat.actor)).filter(({ member }) => member.status === "active");
    const [one, second] = passbooks;
    if (!one) return contactsAlone(chat, "talk");
    return second ? askPassbook(chat, passbooks, "transfer.passbook", { text }) : sumsOf(chat, one, text);
  },
});

/** The chosen passbook of a phone with several. */
export const tellTransferOf = postbackCommand({
  name: "transfer.passbook",
  once: false,
  input: z.object({ memberId: z.string(), text: z.string() }),
  handle: async (chat, { memberId, text }) => sumsOf(chat, await passbookOf(chat, memberId), text),
});

const passbookOf = (chat: Chat, memberId: string): Promise<Passbook> =>
  requirePassbook(chat.tx, chat.actor, memberId as MemberId);

/** Settles the sums where the text tells them whole; else asks for them, with the account that they go to. */
async function sumsOf(chat: Chat, passbook: Passbook, text: string, { again = false } = {}): Promise<Answer> {
  const { member, group } = passbook;
  const items = readTransferSums(text);
  if (items) return settleItems(chat, group, member.memberNo, items, byTransfer(passbook));
  const { details } = paymentDetailsInForce(group, chat.today);
  return {
    say: [askTransferSums(chat.reader, { group, member: memberName(member), details, again })],
    conversation: { name: "transfer", step: "sums", data: { memberId: member.id } },
  };
}

/** "สัจจะ 200 ดอก 375 ต้น 1000", after the question for it. */
export const transferSumsStep: ConversationStep = {
  name: "transfer.sums",
  dropped: cardDropped,
  async handle(chat, text) {
    const { memberId } = z.object({ memberId: z.string() }).parse((await chat.openConversation())?.data);
    return sumsOf(chat, await passbookOf(chat, memberId), text, { again: true });
  },
};

const byTransfer = (passbook: Passbook): Settling => ({
  next: "transfer.items",
  hint: "transfer",
  card: (chat, _group, _member, split) => slipQuestion(chat, passbook, split),
});

/** The answers to "which sum?", "what for?" and "which contract?". */
export const settleTransfer = postbackCommand({
  name: "transfer.items",
  once: false,
  input: z.object({ groupId: z.string(), memberNo: z.string(), items: itemsField }),
  async handle(chat, { groupId, memberNo, items }) {
    const { id } = await getGroupMember(chat.tx, groupId as Passbook["group"]["id"], memberNo);
    const passbook = await passbookOf(chat, id);
    return settleItems(chat, passbook.group, memberNo, items, byTransfer(passbook));
  },
});

/** A transfer that is told step by step. Its id becomes that of the notice, so that whatever confirms it makes one. */
const draftField = z.object({
  memberId: z.string(),
  draftId: z.string(),
  split: splitField,
  on: z.string().transform(localDate),
  time: z.string().nullable(),
  reference: z.string().nullable(),
  photoId: z
    .string()
    .nullable()
    .transform((id) => id as PhotoId | null),
});
type Draft = z.output<typeof draftField>;

async function slipQuestion(chat: Chat, passbook: Passbook, split: DepositSplit[]): Promise<Answer> {
  const { group, total } = await previewTransfer(chat.tx, chat.actor, { passbook, split, now: chat.now });
  const { member } = passbook;
  const untold = { on: chat.today, time: null, reference: null, photoId: null };
  const draft: Draft = { memberId: member.id, draftId: newPhotoId(), split, ...untold };
  const noSlip = chat.newAction("transfer.no-slip", draft, { subject: subjectOf(chat, draft), groupId: group.id });
  const { details } = paymentDetailsInForce(passbook.group, chat.today);
  const view = { group, member: memberName(member), split, total, details };
  return {
    say: [transferSlipQuestion(chat.reader, { ...view, noSlip, drop: chat.newAction("drop", { of: noSlip }) })],
    conversation: waitingForSlip(passbook, draft),
  };
}

const subjectOf = (chat: Chat, { memberId }: Draft): string => `transfer:${chat.actor.personId}:${memberId}`;

function waitingForSlip({ group }: Passbook, draft: Draft): NonNullable<Answer["conversation"]> {
  const photo = { groupId: group.id, purpose: "transfer-slip", aboutId: draft.draftId };
  return { name: "transfer", step: "slip", data: { ...draft, photo } };
}

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
    const draft = draftField.parse((await chat.openConversation())?.data);
    const facts = readTransferFacts(text, chat.today);
    if (facts.on === null && facts.time === null && facts.reference === null) return null;
    const { on, time, reference } = facts;
    return confirmation(chat, {
      ...draft,
      on: on ?? draft.on,
      time: time ?? draft.time,
      reference: reference ?? draft.reference,
    });
  },
  async handlePhoto(chat, photo) {
    const draft = draftField.parse((await chat.openConversation())?.data);
    // The picture was made ready for another question, which is over.
    if (photo.aboutId !== draft.draftId) return mediaAnswer(chat, "image");
    const passbook = await passbookOf(chat, draft.memberId);
    const own = chat.actor.own.find(({ group }) => group.id === passbook.group.id);
    await storePhoto(chat.tx, photo, {
      by: { personId: chat.actor.personId, memberId: own?.member.id ?? null },
      at: chat.now,
    });
    return confirmation(chat, { ...draft, photoId: photo.id });
  },
};

/** The card that repeats everything before the treasurer is told. What is sent or said after it makes a newer one. */
async function confirmation(chat: Chat, draft: Draft): Promise<Answer> {
  const passbook = await passbookOf(chat, draft.memberId);
  const { split } = draft;
  const { group, total } = await previewTransfer(chat.tx, chat.actor, { passbook, split, now: chat.now });
  const confirm = chat.newAction("transfer.send", draft, { subject: subjectOf(chat, draft), groupId: group.id });
  const view = {
    group,
    member: memberName(passbook.member),
    total,
    ...toldOf(draft),
    hasSlip: draft.photoId !== null,
  };
  return {
    say: [transferConfirmation(chat.reader, { ...view, confirm, drop: chat.newAction("drop", { of: confirm }) })],
    conversation: waitingForSlip(passbook, draft),
  };
}

const toldOf = ({ on, time, reference, photoId, split }: Draft): TransferTold => ({
  on,
  time,
  reference,
  photoId,
  split,
});

/** [ยืนยันแจ้งโอน …]: the treasurers are told; nothing is in the books yet. A second tap shows how it stands. */
export const confirmTransferTold = postbackCommand({
  name: "transfer.send",
  input: draftField,
  async handle(chat, draft) {
    const passbook = await passbookOf(chat, draft.memberId);
    const told = { id: draft.draftId, passbook, ...toldOf(draft), now: chat.now };
    const { result, notices } = await sendTransfer(chat.tx, chat.actor, told);
    return { say: [transferStatus(chat.reader, result)], notices, conversation: null };
  },
  async again(chat, action) {
    const { memberId, draftId } = draftField.parse(action.payload);
    const passbook = await passbookOf(chat, memberId);
    return { say: [transferStatus(chat.reader, await showTransfer(chat.tx, passbook, draftId, chat.now))] };
  },
});
