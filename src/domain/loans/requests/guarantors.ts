import type { LocalDate } from "../../dates";
import { satang, type Satang } from "../../money";
import { spouseOf, type Member } from "../../members/member";
import { clauseOf, type RuleBook } from "../../rules/rule-book";
import type { LoanProduct } from "../loan-rules";
import { isMinor } from "./minors";
import { answerBy, type LoanRequest, type NamedGuarantor } from "./request";

/**
 * Why a member cannot guarantee a request: it is her own or her spouse's; she cannot bind herself yet; she is the ward of the borrower, or ward or
 * guardian of another guarantor, so that one adult would stand twice; she was named; the rules. What the rules say of her is hers alone to know.
 */
export type GuarantorBar = "own" | "spouse" | "minor" | "ward" | "named" | "rules";

/** What a member stands for already, in satang, her savings, and instalments that she is behind with. */
export interface GuarantorFacts {
  guarantees: number;
  exposure: Satang;
  savings: Satang;
  missed: number;
}

/** How many guarantors a sum needs (satang), by the product's bands. */
export function guarantorsFor(rules: RuleBook, product: LoanProduct, amount: Satang): number {
  const { guarantors } = rules.values[`loan-${product}`];
  return guarantors.find(({ upTo }) => upTo === null || amount <= upTo)?.count ?? 0;
}

/** The most that a member may guarantee in all, in satang; null: the rules set no limit. */
export function exposureLimit(rules: RuleBook, { savings }: Pick<GuarantorFacts, "savings">): Satang | null {
  const { guaranteePercent } = rules.values["loan-limits"];
  return guaranteePercent === null ? null : satang(Math.floor((savings * guaranteePercent) / 100));
}

/** What bars a member from another guarantee: instalments of her own that are behind, so many contracts, or so much in all (satang); what it comes to, and the limit. */
export interface GuaranteeLimit {
  bound: "missed" | "count" | "sum";
  has: number;
  limit: number;
}

/** The limit that another guarantee of so much would break; null: what a member stands for leaves room for it. */
export function limitBroken(rules: RuleBook, facts: GuarantorFacts, amount: Satang): GuaranteeLimit | null {
  const { guarantees } = rules.values["loan-limits"];
  if (facts.missed > 0) return { bound: "missed", has: facts.missed, limit: 0 };
  if (facts.guarantees >= guarantees) return { bound: "count", has: facts.guarantees, limit: guarantees };
  const limit = exposureLimit(rules, facts);
  const after = facts.exposure + amount;
  return limit !== null && after > limit ? { bound: "sum", has: after, limit } : null;
}

/** The number of the clause that limits guarantors. */
export const guarantorClause = (rules: RuleBook): string => clauseOf(rules, "loan-limits").no;

/** Who did not answer in time, or left, may be asked once more. */
const mayBeAskedAgain: readonly NamedGuarantor["state"][] = ["expired", "left"];

/** What bars a member for who she is, whatever the rules leave her: `others` are the members who stand for the request beside her. Null: nothing does. */
export function personBar({
  borrower,
  candidate,
  others,
  on,
}: {
  borrower: Member;
  candidate: Member;
  others: readonly Member[];
  on: LocalDate;
}): Extract<GuarantorBar, "own" | "spouse" | "minor" | "ward"> | null {
  if (candidate.id === borrower.id || borrower.signatoryNos.includes(candidate.memberNo)) return "own";
  if (spouseOf(borrower).includes(candidate.id) || spouseOf(candidate).includes(borrower.id)) return "spouse";
  const adults = [borrower, ...others].map(({ memberNo }) => memberNo);
  const isWard = candidate.guardianNo !== null && adults.includes(candidate.guardianNo);
  if (isWard || others.some(({ guardianNo }) => guardianNo === candidate.memberNo)) return "ward";
  return isMinor(candidate, on) ? "minor" : null;
}

/** Why this member cannot be named as a guarantor; null: she can. Who declined is not asked again. */
export function barOf(
  rules: RuleBook,
  {
    request,
    borrower,
    candidate,
    others,
    facts,
    on,
  }: {
    request: Pick<LoanRequest, "guarantors" | "amount">;
    borrower: Member;
    candidate: Member;
    others: readonly Member[];
    facts: GuarantorFacts;
    on: LocalDate;
  },
): GuarantorBar | null {
  const bar = personBar({ borrower, candidate, others, on });
  if (bar) return bar;
  if (request.guarantors.some(({ memberId, state }) => memberId === candidate.id && !mayBeAskedAgain.includes(state)))
    return "named";
  const isPerson = candidate.status === "active" && candidate.kind !== "occupational-group";
  return isPerson && limitBroken(rules, facts, request.amount) === null ? null : "rules";
}

/** Those who count towards what a request needs: asked, or agreed. */
export function standingGuarantors({ guarantors }: Pick<LoanRequest, "guarantors">): NamedGuarantor[] {
  return guarantors.filter(({ state }) => state === "asked" || state === "agreed");
}

/** How many guarantors a request still needs somebody to be named for. */
export function missingGuarantors(request: Pick<LoanRequest, "guarantors" | "guarantorsNeeded">): number {
  return Math.max(0, request.guarantorsNeeded - standingGuarantors(request).length);
}

/** Until when the one who was asked first has to answer; null: nobody is asked. */
export function nextAnswerUntil(guarantors: readonly NamedGuarantor[], answerDays: number): Date | null {
  const asked = guarantors.filter(({ state }) => state === "asked").map(({ askedAt }) => askedAt.getTime());
  return asked.length === 0 ? null : answerBy(new Date(Math.min(...asked)), answerDays);
}

/** A request with a guarantor's answer. */
export function withAnswer(
  request: LoanRequest,
  memberId: Member["id"],
  answer: Pick<NamedGuarantor, "state" | "answeredAt" | "enteredBy">,
): LoanRequest {
  const guarantors = request.guarantors.map((one) => (one.memberId === memberId ? { ...one, ...answer } : one));
  return { ...request, guarantors, version: request.version + 1 };
}
