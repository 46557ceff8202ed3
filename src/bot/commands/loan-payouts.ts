import { z } from "zod";
import { findByNumber, getOfficersRequest, getPayout, listPayouts } from "../../app/loans/payouts/list-payouts";
import { paymentOfRequest } from "../../app/loans/payouts/payout";
import { keepLoanPhoto, signPaper } from "../../app/loans/payouts/sign-paper";
import { requireGroups } from "../../app/people/actor";
import type { Group } from "../../domain/groups/group";
import { paymentSources } from "../../domain/payments/payment";
import { askReceiver, loanPhotoText, paperSigned, payoutItem, payoutList, payoutsOnCard } from "../../messages/payouts";
import { cardDropped } from "../../messages/questions";
import { isBackWord } from "../../understanding/drop-words";
import { namesAccount, readPayoutLine, type PayoutLine } from "../../understanding/payout-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { receiverOf } from "../payees";
import { askGroup } from "../pick";
import { officerGroup } from "./day";
import { paymentCard } from "./payments";

/** จ่ายเงินกู้: what waits to be paid out; จ่ายเงินกู้ ก12, เซ็นสัญญาแล้ว ก12, สลิปจ่ายกู้ ก12: one of them. */
export const showPayouts = textCommand({
  name: "loan.payouts",
  isOwnLine: (text) => wantedOf(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "pay-out");
    const [one, second] = groups;
    const line = wantedOf(text);
    return second ? askGroup(chat, groups, "loan.payouts.group", { line }) : answerIn(chat, one, line);
  },
});

/** What an officer wants with a granted loan. */
interface Wanted extends PayoutLine {
  deed: "pay" | "sign" | "slip";
}

function wantedOf(text: string): Wanted | null {
  const line = readPayoutLine(text);
  return line && line.deed !== "papers" ? { ...line, deed: line.deed } : null;
}

const lineField = z.object({ deed: z.enum(["pay", "sign", "slip"]), no: z.int(), year: z.int().nullable() }).nullable();

/** The chosen group of an officer of several. */
const showPayoutsIn = postbackCommand({
  name: "loan.payouts.group",
  once: false,
  input: z.object({ groupId: z.string(), line: lineField }),
  handle: (chat, { groupId, line }) => answerIn(chat, officerGroup(chat, groupId), line),
});

async function answerIn(chat: Chat, group: Group, line: Wanted | null): Promise<Answer> {
  if (!line) return listFrom(chat, group, 0);
  const { id } = await findByNumber(chat.tx, group, { ...line, now: chat.now });
  if (line.deed === "pay") return itemOf(chat, group, id);
  return line.deed === "sign" ? signed(chat, group, id) : photoAsked(chat, group, id, "slip");
}

/** [ดูอีก … รายการ]. */
const showMorePayouts = postbackCommand({
  name: "loan.payouts.more",
  once: false,
  input: z.object({ groupId: z.string(), from: z.int() }),
  handle: (chat, { groupId, from }) => listFrom(chat, officerGroup(chat, groupId), from),
});

async function listFrom(chat: Chat, group: Group, from: number): Promise<Answer> {
  const items = (await listPayouts(chat.tx, chat.actor, group, chat.now)).map((item) => ({
    ...item,
    data: chat.newAction("loan.payout", { groupId: group.id, requestId: item.request.id }),
  }));
  const next = from + payoutsOnCard;
  const more = next < items.length ? chat.newAction("loan.payouts.more", { groupId: group.id, from: next }) : null;
  return { say: [payoutList(chat.reader, { group, items, from, more })] };
}

const requestInput = z.object({ groupId: z.string(), requestId: z.string() });

/** One of what waits. */
const showPayout = postbackCommand({
  name: "loan.payout",
  once: false,
  input: requestInput,
  handle: (chat, { groupId, requestId }) => itemOf(chat, officerGroup(chat, groupId), requestId),
});

async function itemOf(chat: Chat, group: Group, requestId: string): Promise<Answer> {
  const item = await getPayout(chat.tx, chat.actor, { group, requestId, now: chat.now });
  const { request, needsPaper } = item;
  const known = { groupId: group.id, requestId };
  const sign = needsPaper && !request.paperSigned ? chat.newAction("loan.sign", known) : null;
  const cash = chat.newAction("loan.payout.source", { ...known, source: "cash" });
  const bank = chat.newAction("loan.payout.source", { ...known, source: "bank" });
  return { say: [payoutItem(chat.reader, { ...item, sign, cash, bank })] };
}

const sourceInput = requestInput.extend({ source: z.enum(paymentSources) });

/** [เตรียมจ่ายเงินสด], [เตรียมโอนจากธนาคาร]: the payment's own card; of a transfer, and of goods, whose account or which shop is asked first. */
const preparePayout = postbackCommand({
  name: "loan.payout.source",
  once: false,
  input: sourceInput,
  async handle(chat, { groupId, requestId, source }) {
    const group = officerGroup(chat, groupId);
    const item = await getPayout(chat.tx, chat.actor, { group, requestId, now: chat.now });
    const { request, member } = item;
    const supplier = request.goods?.supplier ?? null;
    if (supplier !== null || (source === "cash" && !request.goods)) {
      const receiver = supplier === null ? { payee: null } : await receiverOf(chat, group, supplier);
      return paymentCard(chat, group, paymentOfRequest(request, member, { source, ...receiver }));
    }
    return {
      say: [askReceiver(chat.reader, item)],
      conversation: { name: "loan-payout", step: "receiver", data: { groupId, requestId, source } },
    };
  },
});

/** Longer words would make the cards that repeat them more than one screen high. */
const maxWords = 60;

/** To which account, or which shop. */
export const payoutReceiverStep: ConversationStep = {
  name: "loan-payout.receiver",
  takesDigits: true,
  dropped: cardDropped,
  async handle(chat, text) {
    const { groupId, requestId, source } = sourceInput.parse((await chat.openConversation())?.data);
    const group = officerGroup(chat, groupId);
    if (isBackWord(text)) return { ...(await itemOf(chat, group, requestId)), conversation: null };
    const item = await getPayout(chat.tx, chat.actor, { group, requestId, now: chat.now });
    const { request, member } = item;
    if (!request.goods && !namesAccount(text)) return { say: [askReceiver(chat.reader, item)] };
    const payee = ownWords(text, maxWords);
    // An account stands in the borrower's name, so her name there is no sign that an officer pays herself.
    const receiver = request.goods ? await receiverOf(chat, group, payee) : { payee };
    const payment = paymentOfRequest(request, member, { source, ...receiver });
    return { ...(await paymentCard(chat, group, payment)), conversation: null };
  },
};

/** [เซ็นสัญญาแล้ว]: an officer, no party, saw the signed papers. */
const signLoanPaper = postbackCommand({
  name: "loan.sign",
  once: false,
  input: requestInput,
  handle: (chat, { groupId, requestId }) => signed(chat, officerGroup(chat, groupId), requestId),
});

async function signed(chat: Chat, group: Group, requestId: string): Promise<Answer> {
  const view = await signPaper(chat.tx, chat.actor, { group, requestId, now: chat.now });
  const photo = chat.newAction("loan.paper.photo", { groupId: group.id, requestId });
  return { say: [paperSigned(chat.reader, { ...view, photo })] };
}

/** [ถ่ายรูปสัญญาเก็บไว้]: waits for the photo. */
const askLoanPaperPhoto = postbackCommand({
  name: "loan.paper.photo",
  once: false,
  input: requestInput,
  handle: (chat, { groupId, requestId }) => photoAsked(chat, officerGroup(chat, groupId), requestId, "paper"),
});

const purposes = { paper: "loan-paper", slip: "payout-slip" } as const;

async function photoAsked(chat: Chat, group: Group, requestId: string, about: "paper" | "slip"): Promise<Answer> {
  const { requestNo } = await getOfficersRequest(chat.tx, chat.actor, { group, requestId, now: chat.now });
  const photo = { groupId: group.id, purpose: purposes[about], aboutId: requestId };
  return {
    say: [loanPhotoText(chat.reader, { requestNo, about, state: "askPhoto" })],
    conversation: { name: "loan-photo", step: about, data: { groupId: group.id, requestId, photo } },
  };
}

/** The photo of a contract's signed page, or of a transfer's slip. */
const photoStep = (about: "paper" | "slip"): ConversationStep => ({
  name: `loan-photo.${about}`,
  dropped: cardDropped,
  async handle(chat) {
    const { groupId, requestId } = requestInput.parse((await chat.openConversation())?.data);
    const asked = { group: officerGroup(chat, groupId), requestId, now: chat.now };
    const { requestNo } = await getOfficersRequest(chat.tx, chat.actor, asked);
    return { say: [loanPhotoText(chat.reader, { requestNo, about, state: "askPhoto" })] };
  },
  async handlePhoto(chat, photo) {
    const { groupId, requestId } = requestInput.parse((await chat.openConversation())?.data);
    const group = officerGroup(chat, groupId);
    const { requestNo } = await keepLoanPhoto(chat.tx, chat.actor, { group, requestId, photo, now: chat.now });
    return { say: [loanPhotoText(chat.reader, { requestNo, about, state: "kept" })], conversation: null };
  },
});
export const loanPaperPhotoStep = photoStep("paper");
export const payoutSlipStep = photoStep("slip");

/** What the buttons of granted loans do. */
export const payoutButtons = [
  showPayoutsIn,
  showMorePayouts,
  showPayout,
  preparePayout,
  signLoanPaper,
  askLoanPaperPhoto,
];
