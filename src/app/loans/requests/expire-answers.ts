import { withAnswer, nextAnswerUntil } from "../../../domain/loans/requests/guarantors";
import { answerBy, moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Notice } from "../../../domain/notice";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { findUnanswered, getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";
import { toldBorrower } from "./answer-guarantee";
import { guaranteeKey } from "./name-guarantor";
import { requestView, rulesOfRequest } from "./request-view";
import { tellGuarantors } from "./tell-guarantors";

/** The requests on which somebody's time to answer is over. */
export async function findLateRequests(tx: Tx, now: Date): Promise<string[]> {
  return (await findUnanswered(tx, now)).map(({ id }) => id);
}

/**
 * Ends what was to be answered by now and was not: a guarantor's asking, so that the borrower names another; an offer that its borrower let lie,
 * of which its guarantors hear as well. Run again, it finds nothing more to end.
 */
export async function endLateAnswers(tx: Tx, requestId: string, now: Date): Promise<Notice[]> {
  await lockHead(tx, (await getLoanRequest(tx, requestId)).groupId);
  const request = await getLoanRequest(tx, requestId);
  if (request.answerUntil === null || request.answerUntil >= now) return [];
  const group = await getGroup(tx, request.groupId);
  if (request.state === "offered") {
    const ended = { ...moveTo(request, "expired", now), reservedUntil: null };
    await saveLoanRequest(tx, ended);
    const told = await tellGuarantors(tx, request, await requestView(tx, group, ended));
    return [...(await toldBorrower(tx, group, ended)), ...told];
  }
  if (request.state !== "guarantors") return [];
  const { answerDays } = (await rulesOfRequest(tx, group, request)).values["loan-limits"];
  const late = request.guarantors.filter(
    ({ state, askedAt }) => state === "asked" && answerBy(askedAt, answerDays) < now,
  );
  const expired = late.reduce<LoanRequest>(
    (one, { memberId }) => withAnswer(one, memberId, { state: "expired", answeredAt: now, enteredBy: null }),
    request,
  );
  const answerUntil = nextAnswerUntil(expired.guarantors, answerDays);
  const saved = { ...expired, answerUntil, version: request.version + 1 };
  await saveLoanRequest(tx, saved);
  for (const guarantor of late) await dropAsked(tx, guaranteeKey(request.id, guarantor));
  return toldBorrower(tx, group, saved);
}
