import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { LedgerHead } from "../../../domain/ledger/head";
import { guarantorClause, limitBroken, nextAnswerUntil, withAnswer } from "../../../domain/loans/requests/guarantors";
import { agreedGuarantors, type LoanRequest, type NamedGuarantor } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import type { Done } from "../../../domain/notice";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";
import { refuseTooNew, type Actor } from "../../people/actor";
import { enterQueue } from "../decisions/enter-queue";
import { endLate } from "./expire-answers";
import { guarantorFacts } from "./guarantees";
import { guaranteeKey, guaranteeOf, type GuaranteeView } from "./name-guarantor";
import { refuseUnfit } from "./refuse-unfit";
import { requestView, rulesOfRequest } from "./request-view";
import { toldBorrower } from "./told-borrower";

/** How a guarantor stands in a request, as her own card shows it. */
export interface OwnGuarantee extends GuaranteeView {
  state: NamedGuarantor["state"];
}

/** The member herself among a person's own passbooks; a helper's or guardian's phone answers for nobody. Throws `card.foreign`, `role.too-new`. */
function guarantorAmong(actor: Actor, request: LoanRequest, now: Date): { member: Member; named: NamedGuarantor } {
  for (const named of request.guarantors) {
    const own = actor.own.find(({ member }) => member.id === named.memberId);
    if (!own) continue;
    refuseTooNew(own.member, now);
    return { member: own.member, named };
  }
  throw new DomainError("card.foreign", {});
}

/** A guarantee as its guarantor sees it. */
export async function ownGuarantee(
  tx: Tx,
  group: Group,
  { request, member, now }: { request: LoanRequest; member: Member; now: Date },
): Promise<OwnGuarantee> {
  const facts = await guarantorFacts(tx, group, member, { besides: request.id, on: localDateOf(now) });
  const state = request.guarantors.find(({ memberId }) => memberId === member.id)?.state ?? "replaced";
  return { ...(await requestView(tx, group, request)), ...guaranteeOf(request, member, facts), state };
}

/**
 * A guarantor's own word. The limits on what she may stand for are looked at again under the group's head, so that two requests at once never
 * take more of her than the rules allow. The borrower hears it without a reason; with the last one who agrees, the request goes to who decides.
 * Answered before, over, or after her time: shown as it stands. Throws `card.foreign`, `role.too-new`, `member.not-active`, `guarantor.unable`, `guarantor.no-room` with the number.
 */
export async function answerGuarantee(
  tx: Tx,
  actor: Actor,
  { requestId, answer, now }: { requestId: string; answer: "agreed" | "declined"; now: Date },
): Promise<Done<OwnGuarantee>> {
  const head = await lockHead(tx, (await getLoanRequest(tx, requestId)).groupId);
  const group = await getGroup(tx, head.groupId);
  const { result: request, notices } = await endLate(tx, group, await getLoanRequest(tx, requestId), now);
  const { member, named } = guarantorAmong(actor, request, now);
  if (named.state !== "asked" || request.state !== "guarantors")
    return { result: await ownGuarantee(tx, group, { request, member, now }), notices };
  const settled = await settle(tx, { group, head, request, guarantor: member, answer, enteredBy: null, now });
  const result = await ownGuarantee(tx, group, { request: settled.result, member, now });
  return { result, notices: [...notices, ...settled.notices] };
}

/** What a word on a guarantee is about: whose, on which request, and who entered it where she did not give it herself. */
export interface Answering {
  group: Group;
  head: LedgerHead;
  request: LoanRequest;
  guarantor: Member;
  answer: "agreed" | "declined";
  enteredBy: NamedGuarantor["enteredBy"];
  now: Date;
}

/** Takes a guarantor's word into the request, the head locked, and tells the borrower. Throws `member.not-active`, `guarantor.unable`, and `guarantor.no-room` where the rules leave her none. */
export async function settle(tx: Tx, answering: Answering): Promise<Done<LoanRequest>> {
  const { group, head, request, guarantor, answer, enteredBy, now } = answering;
  const rules = await rulesOfRequest(tx, group, request);
  if (answer === "agreed") {
    const facts = await guarantorFacts(tx, group, guarantor, { besides: request.id, on: localDateOf(now) });
    if (guarantor.status !== "active")
      throw new DomainError("member.not-active", { memberNo: guarantor.memberNo, status: guarantor.status });
    await refuseUnfit(tx, { rules, request, guarantor, now });
    const broken = limitBroken(rules, facts, request.amount);
    if (broken) throw new DomainError("guarantor.no-room", { clause: guarantorClause(rules), ...broken });
  }
  const answered = withAnswer(request, guarantor.id, { state: answer, answeredAt: now, enteredBy });
  const { answerDays } = rules.values["loan-limits"];
  const saved = { ...answered, answerUntil: nextAnswerUntil(answered.guarantors, answerDays) };
  await saveLoanRequest(tx, saved);
  await dropAsked(tx, guaranteeKey(request.id, guarantor));
  if (agreedGuarantors(saved).length < saved.guarantorsNeeded)
    return { result: saved, notices: await toldBorrower(tx, group, saved) };
  const { result, notices } = await enterQueue(tx, { group, head, request: saved, now });
  return { result, notices: [...(await toldBorrower(tx, group, result)), ...notices] };
}
