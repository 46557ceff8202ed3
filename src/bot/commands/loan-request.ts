import { z } from "zod";
import { requireBorrower, requireBorrowers, type Borrower } from "../../app/loans/requests/borrowers";
import { findOwnRequest } from "../../app/loans/requests/own-requests";
import { previewRequest, putRequest } from "../../app/loans/requests/put-request";
import type { MemberId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import { cosignAsked, loanQuestions, loanSchedule, type LoanQuestion } from "../../messages/loan-asking";
import { askAmount, cardDropped } from "../../messages/questions";
import { readAmounts, type AmountReading } from "../../understanding/amounts";
import { readGoods, readInstalments, readLoanRequest, surePurpose } from "../../understanding/loan-request-line";
import { isBackWord } from "../../understanding/drop-words";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand, type ConversationStep } from "../command";
import { ownWords } from "../own-words";
import { askPassbook } from "../pick";
import { afterNaming } from "./loan-standing";
import { askedField, draftOf, nextOfLoan, nothingTold, stepBack, type Asked } from "./loan-draft";

/** Longest purpose that a card shows whole, in UTF-16 units. */
const longestPurpose = 100;

/** อยากกู้, ขอกู้ฉุกเฉิน 3000 ลูกเข้าโรงบาล: what the words say is taken, the rest is asked. */
export const askLoanRequest = textCommand({
  name: "loan.request",
  async handle(chat, { text }) {
    const borrowers = await requireBorrowers(chat.tx, chat.actor);
    const [one, second] = borrowers;
    if (!second) return beginFor(chat, one, text);
    const passbooks = borrowers.map(({ member, group }) => ({ member, group, via: "own" as const }));
    return askPassbook(chat, passbooks, "loan.request.of", { text });
  },
});

/** The passbook for which the loan is meant; who helps with one, or keeps it, does not borrow on it. */
export const askLoanRequestOf = postbackCommand({
  name: "loan.request.of",
  once: false,
  input: z.object({ memberId: z.string().transform((id) => id as MemberId), text: z.string() }),
  handle: async (chat, { memberId, text }) =>
    beginFor(chat, await requireBorrower(chat.tx, chat.actor, memberId), text),
});

async function beginFor(chat: Chat, { member }: Borrower, text: string): Promise<Answer> {
  const { product, amount, purpose, goods, renews } = readLoanRequest(text);
  const told: Asked = {
    ...nothingTold(member.id),
    wantsRenewal: renews,
    product,
    purpose: purpose === null ? null : ownWords(purpose, longestPurpose),
    goods: goods && { ...goods, supplier: null },
  };
  return withAmount(chat, told, amount);
}

/** A sum that is certain is taken; of one that may be read in several ways she is asked which. */
function withAmount(chat: Chat, told: Asked, amount: AmountReading | null): Promise<Answer> {
  if (amount?.verdict === "value") return nextOfLoan(chat, { ...told, amount: amount.satang });
  const candidates = amount?.verdict === "ask" ? amount.candidates.slice(0, 4) : [];
  return candidates.length === 0 ? nextOfLoan(chat, told) : whichSum(chat, told, candidates);
}

async function whichSum(chat: Chat, told: Asked, sums: readonly Satang[]): Promise<Answer> {
  const candidates = sums.map((amount) => ({ amount, data: chat.newAction("loan.request.told", { ...told, amount }) }));
  const none = chat.newAction("loan.request.told", told);
  const [first] = sums;
  if (first === undefined) return nextOfLoan(chat, told);
  return {
    say: [askAmount(chat.reader, { candidates, limit: first, none })],
    conversation: { name: "loan-request", step: "amount", data: told },
  };
}

/** A tapped choice, or [ย้อนกลับ]: what is told by then goes on; once it was sent, how it stands. */
export const tellLoan = postbackCommand({
  name: "loan.request.told",
  once: false,
  input: askedField,
  async handle(chat, told) {
    const sent = await findOwnRequest(chat.tx, chat.actor, told.draftId);
    return sent ? afterNaming(chat, sent) : nextOfLoan(chat, told);
  },
});

/** [ดูทุกงวด]: every row as it would bind now. */
export const showLoanRows = postbackCommand({
  name: "loan.request.rows",
  once: false,
  input: askedField,
  async handle(chat, told) {
    const { group, draft, schedule } = await previewRequest(chat.tx, chat.actor, draftOf(told), chat.now);
    return { say: [loanSchedule(chat.reader, { group, amount: draft.amount, schedule })] };
  },
});

/** [ยืนยันขอกู้ 5,000 บาท]: the request is put; its guarantors are asked for next. */
export const confirmLoanRequest = postbackCommand({
  name: "loan.request.confirm",
  input: askedField.extend({ rulesVersion: z.int() }),
  async handle(chat, { rulesVersion, ...told }) {
    const draft = draftOf(told);
    const { result, notices } = await putRequest(chat.tx, chat.actor, {
      operationId: told.draftId,
      draft,
      rulesVersion,
      now: chat.now,
    });
    if (result.state === "cosigned-later") {
      const { cosigners } = result.plan;
      return { say: [cosignAsked(chat.reader, { cosigners })], notices, conversation: null };
    }
    return { ...afterNaming(chat, result.view), notices };
  },
});

/** [ยืนยันขอกู้ …] of the second signatory of an occupational group. */
export const cosignLoan = postbackCommand({
  name: "loan.cosign",
  input: z.object({
    operationId: z.string(),
    firstBy: z.string().transform((id) => id as MemberId),
    rulesVersion: z.int(),
    draft: askedField.pick({ memberId: true, renews: true, goods: true }).extend({
      product: askedField.shape.product.unwrap(),
      amount: askedField.shape.amount.unwrap(),
      purpose: z.string(),
      instalments: z.int(),
      seesOthers: z.boolean(),
    }),
  }),
  async handle(chat, { operationId, firstBy, rulesVersion, draft }) {
    const { result, notices } = await putRequest(chat.tx, chat.actor, {
      operationId: operationId as Parameters<typeof putRequest>[2]["operationId"],
      draft,
      rulesVersion,
      firstBy,
      now: chat.now,
    });
    if (result.state === "cosigned-later") {
      const { cosigners } = result.plan;
      return { say: [cosignAsked(chat.reader, { cosigners })], notices };
    }
    return { ...afterNaming(chat, result.view), notices };
  },
});

/** What words answer to a question; null: nothing that it asks for. */
async function answerTo(chat: Chat, question: LoanQuestion, told: Asked, text: string): Promise<Answer | null> {
  switch (question) {
    case "amount": {
      const [amount, second] = readAmounts(text);
      return amount && !second && amount.verdict !== "none" ? withAmount(chat, told, amount) : null;
    }
    case "goods": {
      const goods = readGoods(text);
      return goods && nextOfLoan(chat, { ...told, goods: { ...goods, supplier: null } });
    }
    case "purpose":
      return nextOfLoan(chat, { ...told, purpose: ownWords(text, longestPurpose) });
    case "instalments": {
      const instalments = readInstalments(text);
      return instalments === null ? null : nextOfLoan(chat, { ...told, instalments });
    }
    case "product": {
      return alsoTold(chat, told, text);
    }
    case "renewal":
    case "others":
      return null;
  }
}

/** A sum, a kind of loan or a purpose that words surely say before they were asked for: it is kept, and the open question goes on. Null: they say none. */
function alsoTold(chat: Chat, told: Asked, text: string): Promise<Answer> | null {
  const { product, amount, goods } = readLoanRequest(text);
  const purpose = surePurpose(text);
  const more: Partial<Asked> = {
    ...(told.product === null && product ? { product } : {}),
    ...(told.amount === null && amount?.verdict === "value" ? { amount: amount.satang } : {}),
    ...(told.goods === null && goods ? { goods: { ...goods, supplier: null } } : {}),
    ...(told.purpose === null && purpose ? { purpose: ownWords(purpose, longestPurpose) } : {}),
  };
  if (Object.keys(more).length === 0) return null;
  return nextOfLoan(chat, { ...told, ...more, asked: told.asked.slice(0, -1) });
}

const stepFor = (question: LoanQuestion): ConversationStep => ({
  name: `loan-request.${question}`,
  dropped: cardDropped,
  async again(chat) {
    const told = askedField.parse((await chat.openConversation())?.data);
    // The open question is asked as if for the first time.
    const asked = told.asked.at(-1) === question ? told.asked.slice(0, -1) : told.asked;
    return nextOfLoan(chat, { ...told, asked });
  },
  async handle(chat, text) {
    const told = askedField.parse((await chat.openConversation())?.data);
    if (!isBackWord(text)) return (await answerTo(chat, question, told, text)) ?? alsoTold(chat, told, text);
    // The open question stands last among those that were asked; the one before it is asked again.
    const before = stepBack({ ...told, asked: told.asked.slice(0, -1) });
    return before && nextOfLoan(chat, before);
  },
});

/** The questions of a loan, answered in words. */
export const loanRequestSteps: readonly ConversationStep[] = loanQuestions.map(stepFor);
