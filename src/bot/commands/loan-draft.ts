import { z } from "zod";
import { requireBorrower, type Borrower } from "../../app/loans/requests/borrowers";
import { borrowerRules, limitsLeft, offeredProducts } from "../../app/loans/requests/limits";
import { otherMemberships, previewRequest, type LoanDraft } from "../../app/loans/requests/put-request";
import type { OpenContract } from "../../app/loans/open-contracts";
import type { ActionId, MemberId } from "../../domain/ids";
import { loanProducts } from "../../domain/loans/loan-rules";
import { baht, satang } from "../../domain/money";
import { memberName } from "../../domain/people";
import { clauseOf, type RuleBook } from "../../domain/rules/rule-book";
import {
  askLoan,
  loanFacts,
  loanPreview,
  loanQuestions,
  usualPurposes,
  type LoanQuestion,
} from "../../messages/loan-asking";
import { newActionId } from "../../storage/actions";
import type { Answer, Chat } from "../chat";
import { satangField } from "./deposit-questions";

/** What a member has told so far of a loan that she asks for, and which questions brought it. */
export const askedField = z.object({
  /** The id of the request that comes of it, whichever of its cards is confirmed. */
  draftId: z.string().transform((id) => id as ActionId),
  memberId: z.string().transform((id) => id as MemberId),
  wantsRenewal: z.boolean(),
  /** The contract that is renewed; "": none, after all. */
  renews: z.string().nullable(),
  product: z.enum(loanProducts).nullable(),
  amount: satangField.nullable(),
  goods: z
    .object({ item: z.string(), quantity: z.number(), unit: z.string(), supplier: z.string().nullable() })
    .nullable(),
  purpose: z.string().nullable(),
  instalments: z.int().nullable(),
  seesOthers: z.boolean().nullable(),
  asked: z.array(z.enum(loanQuestions)),
});
export type Asked = z.output<typeof askedField>;

/** Nothing told yet. */
export const nothingTold = (memberId: MemberId): Asked => ({
  draftId: newActionId(),
  memberId,
  wantsRenewal: false,
  renews: null,
  product: null,
  amount: null,
  goods: null,
  purpose: null,
  instalments: null,
  seesOthers: null,
  asked: [],
});

const fieldOf = {
  renewal: "renews",
  product: "product",
  amount: "amount",
  goods: "goods",
  purpose: "purpose",
  instalments: "instalments",
  others: "seesOthers",
} as const satisfies Record<LoanQuestion, keyof Asked>;

/** What was told before the last question: it is asked again. Null: nothing was asked. */
export function stepBack(told: Asked): Asked | null {
  const last = told.asked.at(-1);
  return last === undefined ? null : { ...told, [fieldOf[last]]: null, asked: told.asked.slice(0, -1) };
}

interface Known {
  borrower: Borrower;
  rules: RuleBook;
  contracts: OpenContract[];
  hasOthers: boolean;
}

/** The next thing that is not told; null: everything is. */
function missing(told: Asked, { rules, contracts, hasOthers }: Known): LoanQuestion | null {
  if (told.wantsRenewal && told.renews === null && contracts.length > 0) return "renewal";
  if (told.product === null || !offeredProducts(rules).includes(told.product)) return "product";
  if (told.product === "in-kind" && told.goods === null) return "goods";
  if (told.amount === null) return "amount";
  if (told.purpose === null) return "purpose";
  if (told.instalments === null) return "instalments";
  return hasOthers && told.seesOthers === null ? "others" : null;
}

/** Asks for what is still missing, one thing at a time; when all is told, shows the rows that would bind. */
export async function nextOfLoan(chat: Chat, told: Asked): Promise<Answer> {
  const borrower = await requireBorrower(chat.tx, chat.actor, told.memberId);
  const known: Known = {
    borrower,
    ...(await borrowerRules(chat.tx, borrower, chat.now)),
    hasOthers: otherMemberships(chat.actor, borrower).length > 0,
  };
  const settled = withOnlyChoices(told, known);
  const question = missing(settled, known);
  if (question === null) return preview(chat, settled);
  const { options, limit } = await choicesOf(chat, question, settled, known);
  const asked = { ...settled, asked: [...settled.asked, question] };
  const back = stepBack(settled);
  const view = {
    question,
    member: memberName(borrower.member),
    product: settled.product,
    closedBy: closedBy(settled, known.rules),
    limit,
    options: options.map(({ value, told: set }) => ({
      value,
      data: chat.newAction("loan.request.told", { ...asked, ...set }),
    })),
    back: back && chat.newAction("loan.request.told", back),
  };
  return { say: [askLoan(chat.reader, view)], conversation: { name: "loan-request", step: question, data: asked } };
}

/** The clause by which a product that was named is not lent; null: it is, or none was named. */
function closedBy({ product }: Asked, rules: RuleBook): string | null {
  return product === null || offeredProducts(rules).includes(product) ? null : clauseOf(rules, `loan-${product}`).no;
}

/** What has one choice alone is not asked. */
function withOnlyChoices(told: Asked, { rules, contracts }: Known): Asked {
  const [product, second] = offeredProducts(rules);
  const [contract, other] = contracts;
  return {
    ...told,
    ...(told.product === null && product && !second ? { product } : {}),
    ...(told.wantsRenewal && told.renews === null && contract && !other ? { renews: contract.contractNo } : {}),
    ...(told.goods && told.purpose === null ? { purpose: told.goods.item } : {}),
  };
}

interface Choices {
  options: { value: string | number; told: Partial<Asked> }[];
  limit: number | null;
}

const usualSums = [1_000, 3_000, 5_000, 10_000, 20_000].map(baht);
const usualInstalments = [3, 6, 10, 12, 18, 24, 36];

async function choicesOf(chat: Chat, question: LoanQuestion, told: Asked, known: Known): Promise<Choices> {
  const { rules, borrower, contracts } = known;
  const product = told.product ?? "ordinary";
  switch (question) {
    case "renewal": {
      const options = [...contracts.map(({ contractNo }) => contractNo), ""];
      return { options: options.map((value) => ({ value, told: { renews: value } })), limit: null };
    }
    case "product":
      return { options: offeredProducts(rules).map((value) => ({ value, told: { product: value } })), limit: null };
    case "amount": {
      const { limits } = await limitsLeft(chat.tx, borrower, chat.now);
      const left = limits.find((one) => one.product === product)?.left ?? null;
      const sums = usualSums.filter((sum) => left === null || sum < left);
      const offered = left !== null && left > 0 ? [...sums, left] : sums;
      return { options: offered.map((value) => ({ value, told: { amount: value } })), limit: left };
    }
    case "goods":
      return { options: [], limit: null };
    case "purpose":
      return { options: usualPurposes(chat.reader).map((value) => ({ value, told: { purpose: value } })), limit: null };
    case "instalments": {
      const { instalments: most } = rules.values[`loan-${product}`];
      const counts = [...usualInstalments.filter((count) => count < most), most];
      return { options: counts.map((value) => ({ value, told: { instalments: value } })), limit: most };
    }
    case "others": {
      const options = (["yes", "no"] as const).map((value) => ({ value, told: { seesOthers: value === "yes" } }));
      return { options, limit: null };
    }
  }
}

/** What was told whole, as the use case takes it. */
export function draftOf(told: Asked): LoanDraft {
  const { memberId, product, amount, instalments, purpose, goods, renews, seesOthers } = told;
  if (product === null || amount === null || instalments === null || purpose === null)
    throw new Error("everything is told before it is looked at");
  return {
    memberId,
    product,
    amount: satang(amount),
    instalments,
    purpose,
    goods: product === "in-kind" ? goods : null,
    renews: renews === "" ? null : renews,
    seesOthers: seesOthers === true,
  };
}

async function preview(chat: Chat, told: Asked): Promise<Answer> {
  const draft = draftOf(told);
  const plan = await previewRequest(chat.tx, chat.actor, draft, chat.now);
  const shown = { ...told, rulesVersion: plan.rulesVersion };
  const confirm = chat.newAction("loan.request.confirm", shown, {
    subject: `loan:${chat.actor.personId}:${told.memberId}`,
    groupId: plan.group.id,
  });
  const mayConfirm = plan.eligibility.verdict !== "FAIL";
  const back = chat.newAction("loan.request.told", stepBack(told) ?? { ...told, amount: null });
  const rows = chat.newAction("loan.request.rows", told);
  const drop = chat.newAction("drop", { of: confirm });
  return {
    say: [
      loanFacts(chat.reader, plan),
      loanPreview(chat.reader, { ...plan, confirm: mayConfirm ? confirm : null, rows, drop, back }),
    ],
    conversation: null,
  };
}
