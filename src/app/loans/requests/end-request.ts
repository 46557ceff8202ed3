import type { Group } from "../../../domain/groups/group";
import { withAnswer } from "../../../domain/loans/requests/guarantors";
import { moveTo, openStates, type LoanRequest } from "../../../domain/loans/requests/request";
import type { LoanRequestView } from "../../../domain/loans/requests/request-view";
import type { Done } from "../../../domain/notice";
import { DomainError } from "../../../domain/errors";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import { stopVote } from "../../approvals/ballots/stop-vote";
import { refuseTooNew, type Actor } from "../../people/actor";
import { ownGuarantee, type OwnGuarantee } from "./answer-guarantee";
import { endPayoutsOf } from "../payouts/payout";
import { requireBorrower } from "./borrowers";
import { endLate } from "./expire-answers";
import { requestView } from "./request-view";
import { tellGuarantors } from "./tell-guarantors";
import { toldBorrower } from "./told-borrower";

/**
 * The borrower gives her request up, at any time before the payout; her guarantors hear of it, and what asks officers for a word on it is taken
 * back. One that ended before is shown as it ended. Throws `card.foreign`, `loan.not-own`.
 */
export async function cancelRequest(
  tx: Tx,
  actor: Actor,
  { requestId, now }: { requestId: string; now: Date },
): Promise<Done<LoanRequestView>> {
  const { groupId, memberId } = await getLoanRequest(tx, requestId);
  const { group } = await requireBorrower(tx, actor, memberId);
  await lockHead(tx, groupId);
  const request = await getLoanRequest(tx, requestId);
  if (!openStates.includes(request.state)) return { result: await requestView(tx, group, request), notices: [] };
  const ended = { ...moveTo(request, "cancelled", now), reservedUntil: null };
  await saveLoanRequest(tx, ended);
  await stopDeciding(tx, request, now);
  const view = await requestView(tx, group, ended);
  return { result: view, notices: await tellGuarantors(tx, request, view) };
}

/**
 * The borrower's answer to an offer of less: with her word it is approved, its money reserved as it was; else the request is over. Answered before,
 * or after its time: shown as it stands. Throws `card.foreign`, `loan.not-own`.
 */
export async function answerOffer(
  tx: Tx,
  actor: Actor,
  { requestId, accepts, now }: { requestId: string; accepts: boolean; now: Date },
): Promise<Done<LoanRequestView>> {
  const { groupId, memberId } = await getLoanRequest(tx, requestId);
  const { group } = await requireBorrower(tx, actor, memberId);
  await lockHead(tx, groupId);
  const { result: request, notices } = await endLate(tx, group, await getLoanRequest(tx, requestId), now);
  if (request.state !== "offered") return { result: await requestView(tx, group, request), notices };
  const moved = moveTo(request, accepts ? "approved" : "declined", now);
  const answered = accepts ? moved : { ...moved, reservedUntil: null };
  await saveLoanRequest(tx, answered);
  const view = await requestView(tx, group, answered);
  return { result: view, notices: accepts ? [] : await tellGuarantors(tx, request, view) };
}

/**
 * A guarantor who agreed leaves before the payout: the request goes back to its guarantors, what was decided on it is void, and its money is free
 * again. Who did not agree, or too late: shown as it stands. Throws `card.foreign`, `role.too-new`.
 */
export async function leaveGuarantee(
  tx: Tx,
  actor: Actor,
  { requestId, now }: { requestId: string; now: Date },
): Promise<Done<OwnGuarantee>> {
  await lockHead(tx, (await getLoanRequest(tx, requestId)).groupId);
  const request = await getLoanRequest(tx, requestId);
  const group = await getGroup(tx, request.groupId);
  const own = actor.own.find(({ member }) => request.guarantors.some(({ memberId }) => memberId === member.id));
  if (!own) throw new DomainError("card.foreign", {});
  const { member } = own;
  refuseTooNew(member, now);
  const named = request.guarantors.find(({ memberId }) => memberId === member.id);
  if (named?.state !== "agreed" || !openStates.includes(request.state))
    return { result: await ownGuarantee(tx, group, { request, member, now }), notices: [] };
  const back = await backToGuarantors(tx, group, request, { memberId: member.id, now });
  return { result: await ownGuarantee(tx, group, { request: back.result, member, now }), notices: back.notices };
}

/** What asks officers for a word on a request is taken back: the vote in chat, and a payout that waits for its second officer. */
async function stopDeciding(tx: Tx, request: LoanRequest, now: Date): Promise<void> {
  await stopVote(tx, "loan", request.id, now);
  await endPayoutsOf(tx, request, now);
}

async function backToGuarantors(
  tx: Tx,
  group: Group,
  request: LoanRequest,
  { memberId, now }: { memberId: LoanRequest["memberId"]; now: Date },
): Promise<Done<LoanRequest>> {
  const left = withAnswer(request, memberId, { state: "left", answeredAt: now, enteredBy: null });
  const back = {
    ...moveTo(request, "guarantors", now),
    guarantors: left.guarantors,
    decision: null,
    reservedUntil: null,
    paperSigned: null,
  };
  await saveLoanRequest(tx, back);
  await stopDeciding(tx, request, now);
  return { result: back, notices: await toldBorrower(tx, group, back) };
}
