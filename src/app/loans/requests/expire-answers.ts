import type { Group } from "../../../domain/groups/group";
import { withAnswer, nextAnswerUntil } from "../../../domain/loans/requests/guarantors";
import { answerBy, moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Done, Notice } from "../../../domain/notice";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { findUnanswered, getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";
import { guaranteeKey } from "./name-guarantor";
import { requestView, rulesOfRequest } from "./request-view";
import { tellGuarantors } from "./tell-guarantors";
import { toldBorrower } from "./told-borrower";

/** The requests on which somebody's time to answer is over. */
export async function findLateRequests(tx: Tx, now: Date): Promise<string[]> {
  return (await findUnanswered(tx, now)).map(({ id }) => id);
}

/** Ends what was to be answered on a request by now and was not. Run again, it finds nothing more to end. */
export async function endLateAnswers(tx: Tx, requestId: string, now: Date): Promise<Notice[]> {
  const { groupId } = await lockHead(tx, (await getLoanRequest(tx, requestId)).groupId);
  const group = await getGroup(tx, groupId);
  return (await endLate(tx, group, await getLoanRequest(tx, requestId), now)).notices;
}

/**
 * The request without what was to be answered by now and was not: a guarantor's asking, so that the borrower names another; an offer that its borrower
 * let lie, of which its guarantors hear as well. As it was where nobody is late. The head is locked.
 */
export async function endLate(tx: Tx, group: Group, request: LoanRequest, now: Date): Promise<Done<LoanRequest>> {
  if (request.answerUntil === null || request.answerUntil >= now) return { result: request, notices: [] };
  if (request.state === "offered") {
    const ended = { ...moveTo(request, "expired", now), reservedUntil: null };
    await saveLoanRequest(tx, ended);
    const guarantors = await tellGuarantors(tx, ended, await requestView(tx, group, ended));
    return { result: ended, notices: [...(await toldBorrower(tx, group, ended)), ...guarantors] };
  }
  if (request.state !== "guarantors") return { result: request, notices: [] };
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
  return { result: saved, notices: await toldBorrower(tx, group, saved) };
}
