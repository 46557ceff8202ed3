import { z } from "zod";
import { decidePayment, getPaymentRequest, previewPayment, requestPayment } from "../../app/payments/payments";
import { requireGroups } from "../../app/people/actor";
import { depositLimit } from "../../app/savings/deposit-checks";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { paymentKinds, paymentSources, type Payment } from "../../domain/payments/payment";
import { chooseMember } from "../../messages/choices";
import { askVoucherPayee, paymentAsked, paymentConfirmation, paymentDecided } from "../../messages/payments";
import { askAmount, askPaymentLine, cardDropped } from "../../messages/questions";
import { readPaymentLine, type PaymentLine } from "../../understanding/payment-line";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askGroup, findBySaying } from "../pick";
import { askedOf, secondOfficerButtons, standingNow } from "../second-officer";
import { receiverOf } from "../payees";
import { officerGroup } from "./day";
import { satangField } from "./deposit-questions";

const paymentField = z
  .object({
    kind: z.enum(paymentKinds),
    amount: satangField,
    source: z.enum(paymentSources),
    memberNo: z.string().nullable(),
    purpose: z.string().nullable(),
    payee: z.string().nullable(),
    payeeNos: z.array(z.string()).optional(),
    contractNo: z.string().nullable(),
    resolution: z.string().nullable(),
    itemNo: z.string().optional(),
    requestId: z.string().optional(),
    loanRequestId: z.string().optional(),
  })
  .transform(({ itemNo, requestId, loanRequestId, payeeNos, ...payment }): Payment => ({
    ...payment,
    ...(payeeNos === undefined ? {} : { payeeNos }),
    ...(itemNo === undefined ? {} : { itemNo }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(loanRequestId === undefined ? {} : { loanRequestId }),
  }));

/** Longer words would make the cards that repeat them more than one screen high. */
const maxWords = 60;

/** ถอน 012 พิเศษ 500, จ่ายค่าวัสดุ 300, จ่ายเงินกู้ …, ฝากธนาคาร 20000: answers with a card; a second officer is asked only then. */
export const askPayment = textCommand({
  name: "payment.request",
  isOwnLine: (text) => readPaymentLine(text) !== null,
  async handle(chat, { text }) {
    const groups = requireGroups(chat.actor, "pay-out");
    const [one, second] = groups;
    if (!readPaymentLine(text)) return lineAgain(chat);
    return second ? askGroup(chat, groups, "payment.group", { text }) : paymentIn(chat, one, text);
  },
});

/** The chosen group of an officer of several. */
const askPaymentIn = postbackCommand({
  name: "payment.group",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string() }),
  handle: (chat, { groupId, text }) => paymentIn(chat, officerGroup(chat, groupId), text),
});

const lineAgain = (chat: Chat): Answer => ({ say: [askPaymentLine(chat.reader)] });
const noneButton = (chat: Chat): string => chat.newAction("choice.none", { hint: "payment" });

/** The member and the sum must be certain before a card is shown; what is not is asked for. */
async function paymentIn(chat: Chat, group: Group, text: string): Promise<Answer> {
  const line = readPaymentLine(text);
  if (!line || !isComplete(line)) return lineAgain(chat);
  if (line.kind === "expense" && line.payee === null) return payeeOf(chat, group, text, line);
  if (line.member === null) return sumOf(chat, group, line, null);
  const found = await findBySaying(chat, group, line.member);
  const [one, second] = found;
  if (!one) throw new DomainError("member.not-found", { query: line.member, groupName: group.name.th });
  if (!second) return sumOf(chat, group, line, one.memberNo);
  const options = found.slice(0, 12).map((member) => ({
    member,
    data: chat.newAction("payment.member", { groupId: group.id, text, memberNo: member.memberNo }),
  }));
  return { say: [chooseMember(chat.reader, { group, query: line.member, options, none: noneButton(chat) })] };
}

/** Who gets the money of a voucher is always named: who pays it must not be she. */
function payeeOf(chat: Chat, group: Group, text: string, { purpose }: PaymentLine): Answer {
  return {
    say: [askVoucherPayee(chat.reader, { purpose: clipped(purpose) ?? "" })],
    conversation: { name: "payment", step: "payee", data: { groupId: group.id, text } },
  };
}

/** Who gets the money, after the question for it. */
export const paymentPayeeStep: ConversationStep = {
  name: "payment.payee",
  dropped: cardDropped,
  async handle(chat, said) {
    const data = z.object({ groupId: z.string(), text: z.string() }).parse((await chat.openConversation())?.data);
    const line = readPaymentLine(data.text);
    const payee = said.trim().replace(/^(?:จ่าย)?(?:ให้|แก่)\s*/, "");
    if (!line || payee === "") return null;
    const answer = await sumOf(chat, officerGroup(chat, data.groupId), { ...line, payee }, null);
    return { conversation: null, ...answer };
  },
};

/** One of several members that the words fitted. */
const askPaymentOf = postbackCommand({
  name: "payment.member",
  once: false,
  input: z.object({ groupId: z.string(), text: z.string(), memberNo: z.string() }),
  async handle(chat, { groupId, text, memberNo }) {
    const line = readPaymentLine(text);
    return line ? sumOf(chat, officerGroup(chat, groupId), line, memberNo) : lineAgain(chat);
  },
});

/** Whether the line says all that its kind needs, but for a certain sum. */
function isComplete({ kind, amount, member, purpose, contractNo, resolution }: PaymentLine): boolean {
  if (amount.verdict === "none") return false;
  if (kind === "loan") return member !== null && contractNo !== null && resolution !== null;
  return kind === "withdrawal" ? member !== null : kind !== "expense" || purpose !== null;
}

async function sumOf(chat: Chat, group: Group, line: PaymentLine, memberNo: string | null): Promise<Answer> {
  const { amount, kind, source, purpose, payee, contractNo, resolution } = line;
  const receiver = payee === null ? { payee } : await receiverOf(chat, group, ownWords(payee, maxWords));
  const words = { purpose: clipped(purpose), contractNo, resolution, ...receiver };
  const of = (sum: Payment["amount"]): Payment => ({ kind, source, memberNo, ...words, amount: sum });
  if (amount.verdict === "value") return paymentCard(chat, group, of(amount.satang));
  const candidates = (amount.verdict === "ask" ? amount.candidates : []).map((sum) => ({
    amount: sum,
    data: chat.newAction("payment.sum", { groupId: group.id, payment: of(sum) }),
  }));
  if (candidates.length === 0) return lineAgain(chat);
  return { say: [askAmount(chat.reader, { candidates, limit: depositLimit, none: noneButton(chat) })] };
}

const clipped = (words: string | null): string | null => words && ownWords(words, maxWords);

/** The sum that was meant, of several that could be read. */
const askPaymentSum = postbackCommand({
  name: "payment.sum",
  once: false,
  input: z.object({ groupId: z.string(), payment: paymentField }),
  handle: (chat, { groupId, payment }) => paymentCard(chat, officerGroup(chat, groupId), payment),
});

/** The card of a payment before a second officer is asked; throws what previewPayment throws. */
export async function paymentCard(chat: Chat, group: Group, payment: Payment): Promise<Answer> {
  const plan = await previewPayment(chat.tx, chat.actor, { group, payment, now: chat.now });
  const confirm = chat.newAction(
    "payment.confirm",
    { groupId: group.id, payment: plan.payment },
    { subject: `payment:${chat.actor.personId}:${group.id}`, groupId: group.id },
  );
  return {
    say: [paymentConfirmation(chat.reader, { ...plan, confirm, drop: chat.newAction("drop", { of: confirm }) })],
  };
}

/** The first officer confirms: a second one is asked, nothing is paid yet. */
const confirmPaymentRequest = postbackCommand({
  name: "payment.confirm",
  input: z.object({ groupId: z.string(), payment: paymentField }),
  again: standingNow(getPaymentRequest, paymentDecided),
  async handle(chat, { groupId, payment }, action) {
    return askedOf(
      chat,
      await requestPayment(chat.tx, chat.actor, {
        operationId: action._id,
        group: officerGroup(chat, groupId),
        payment,
        now: chat.now,
      }),
      paymentAsked,
    );
  },
});

/** The second officer's word: confirmed, the payment stands in the books. */
const paymentAnswer = secondOfficerButtons("payment", decidePayment, paymentDecided);

/** What the buttons of payments do. */
export const paymentButtons = [
  askPaymentIn,
  askPaymentOf,
  askPaymentSum,
  confirmPaymentRequest,
  paymentAnswer.approve,
  paymentAnswer.reject,
];
