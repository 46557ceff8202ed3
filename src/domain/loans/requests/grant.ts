import { addDays, localDateOf } from "../../dates";
import { satang, type Satang } from "../../money";
import type { LoanLimitsRule } from "../loan-rules";
import { moveTo, type LoanDecision, type LoanRequest } from "./request";

const days = (count: number): number => count * 24 * 60 * 60 * 1000;

/** The request with what was granted: all of it, so that its money is reserved; or less, which the borrower answers first. Satang above 0. */
export function grant(
  request: LoanRequest,
  decision: LoanDecision,
  { reservedDays, answerDays }: Pick<LoanLimitsRule, "reservedDays" | "answerDays">,
): LoanRequest {
  const at = decision.decidedAt;
  const reservedUntil = addDays(localDateOf(at), reservedDays);
  if (decision.granted < request.amount)
    return {
      ...moveTo(request, "offered", at),
      decision,
      reservedUntil,
      answerUntil: new Date(at.getTime() + days(answerDays)),
    };
  return { ...moveTo(request, "approved", at), decision, reservedUntil };
}

/** The request that its committee did not grant. */
export function reject(request: LoanRequest, decision: Omit<LoanDecision, "granted">): LoanRequest {
  return { ...moveTo(request, "rejected", decision.decidedAt), decision: { ...decision, granted: satang(0) } };
}

/** The request put off to the next meeting, with what was said of it. */
export function putOff(request: LoanRequest, decision: Omit<LoanDecision, "granted">): LoanRequest {
  return {
    ...moveTo(request, "waiting", decision.decidedAt),
    putOff: request.putOff + 1,
    decision: { ...decision, granted: satang(0) },
  };
}

/** What is asked for and may be lent: as much as there is, in satang. */
export const affordable = (request: Pick<LoanRequest, "amount">, free: Satang): boolean => request.amount <= free;
