import { addDays, localDateOf } from "../../dates";
import { zero } from "../../money";
import type { LoanLimitsRule } from "../loan-rules";
import { answerBy, moveTo, type LoanDecision, type LoanRequest } from "./request";

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
      answerUntil: answerBy(at, answerDays),
    };
  return { ...moveTo(request, "approved", at), decision, reservedUntil };
}

/** The request that its committee did not grant. */
export function reject(request: LoanRequest, decision: Omit<LoanDecision, "granted">): LoanRequest {
  return { ...moveTo(request, "rejected", decision.decidedAt), decision: { ...decision, granted: zero } };
}

/** The request put off to the next meeting, with what was said of it. */
export function putOff(request: LoanRequest, decision: Omit<LoanDecision, "granted">): LoanRequest {
  return {
    ...moveTo(request, "waiting", decision.decidedAt),
    putOff: request.putOff + 1,
    decision: { ...decision, granted: zero },
  };
}
