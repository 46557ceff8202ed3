import { decide, type Approval } from "../../../domain/approvals/two-officers";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { memberId, type ActionId } from "../../../domain/ids";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { LoanRequestView } from "../../../domain/loans/requests/request-view";
import type { Member } from "../../../domain/members/member";
import type { Done, Notice } from "../../../domain/notice";
import { partiesTo } from "../../../domain/payments/payment";
import { memberName, type MemberName } from "../../../domain/people";
import { getApproval } from "../../../storage/approvals";
import { getGroup } from "../../../storage/groups";
import { getLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { closeApproval } from "../../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../../approvals/decision";
import { askSeconds } from "../../approvals/second-officers";
import { authorize, entryActor, type Actor } from "../../people/actor";
import { settle } from "./answer-guarantee";
import { refuseUnfit } from "./refuse-unfit";
import { requestView, rulesOfRequest } from "./request-view";

type Answer = "agreed" | "declined";

/** What a guarantor without a phone said before an officer. */
export type EntryPlan = LoanRequestView & { guarantor: MemberName; answer: Answer };

/** The same once a second officer was asked. */
export type EntryView = EntryPlan & DecisionView;

interface Entering {
  requestId: string;
  memberNo: string;
  answer: Answer;
  now: Date;
}

/**
 * Looks at an answer before it is put to a second officer. Throws `role.missing`, `role.too-new`, `second-person.same` where the officer is a party,
 * `card.outdated` where she was not asked, answered, or has a phone of her own, `guarantor.unable` where she cannot stand for this request.
 */
export async function previewEntry(tx: Tx, actor: Actor, entering: Entering): Promise<EntryPlan> {
  const { group, request, guarantor } = await examineAnswer(tx, actor, entering);
  return { ...(await requestView(tx, group, request)), guarantor: memberName(guarantor), answer: entering.answer };
}

/** An agreement of who cannot stand for the request is not put to a second officer; that she declines is. */
async function examineAnswer(tx: Tx, actor: Actor, entering: Entering): ReturnType<typeof examineEntry> {
  const examined = await examineEntry(tx, actor, entering);
  if (entering.answer === "declined") return examined;
  const rules = await rulesOfRequest(tx, examined.group, examined.request);
  await refuseUnfit(tx, { rules, ...examined, now: entering.now });
  return examined;
}

/** Looks at whose word an officer would enter, and whether she may. Throws what previewEntry throws. */
export async function examineEntry(tx: Tx, actor: Actor, { requestId, memberNo, now }: Omit<Entering, "answer">) {
  const request = await getLoanRequest(tx, requestId);
  const group = await getGroup(tx, request.groupId);
  const seat = authorize(actor, group.id, "record-helper", now, group.name.th);
  const { borrower, guarantor } = await partiesOf(tx, request, memberNo);
  const parties = [borrower, guarantor].flatMap(partiesTo);
  if (parties.includes(seat.member.id)) throw new DomainError("second-person.same", {});
  if (!waitsFor(request, guarantor)) throw new DomainError("card.outdated", { why: "changed" });
  return { request, group, seat, guarantor, parties };
}

/** Whether a request waits for the word of a guarantor who has no phone to give it with. */
export function waitsFor({ state, guarantors }: LoanRequest, { id, link }: Member): boolean {
  const isAsked = guarantors.some((one) => one.memberId === id && one.state === "asked");
  return state === "guarantors" && isAsked && link.personId === null;
}

async function partiesOf(
  tx: Tx,
  request: LoanRequest,
  memberNo: string,
): Promise<{ borrower: Member; guarantor: Member }> {
  const found = await findMembers(tx, [request.memberId, memberId(request.groupId, memberNo)]);
  const borrower = found.find(({ id }) => id === request.memberId);
  const guarantor = found.find((one) => one.memberNo === memberNo);
  if (!borrower || !guarantor) throw new Error("a request names members");
  return { borrower, guarantor };
}

/** What a request for a second officer's word on a guarantor's answer is about; one at a time. */
export const entrySubject = (requestId: string, { memberNo }: Pick<Member, "memberNo">): string =>
  `${requestId}/${memberNo}`;

/** Puts the answer of a guarantor without a phone to a second officer; neither of the two can be the second person of the payout. Throws what previewEntry throws, `second-person.missing`. */
export async function requestEntry(
  tx: Tx,
  actor: Actor,
  entering: Entering & { operationId: ActionId },
): Promise<Done<EntryView>> {
  const { operationId, requestId, memberNo, answer, now } = entering;
  const { request, group, seat, guarantor, parties } = await examineAnswer(tx, actor, entering);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "guarantee",
    subject: entrySubject(requestId, guarantor),
    payload: { requestId, memberNo, answer },
    excluded: parties,
    operationId,
    now,
  });
  const view = await entryView(tx, group, { request, guarantor, approval, seconds });
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Confirmed: the answer counts as the guarantor's own, and who hears for her is told. Decided already: shown so. Throws
 * `role.missing`, `second-person.same`, `card.outdated`, `member.not-active`, `guarantor.unable`, `guarantor.no-room`.
 */
export async function decideEntry(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<EntryView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  const { request, guarantor } = await subjectOf(tx, asked);
  if (asked.state !== "open")
    return { result: await entryView(tx, group, { request, guarantor, approval: asked }), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  await closeApproval(tx, decided);
  const { requestedBy } = decided;
  if (decided.state !== "approved") {
    const view = await entryView(tx, group, { request, guarantor, approval: decided });
    return { result: view, notices: toldOf(view, [requestedBy.memberId]) };
  }
  if (!waitsFor(request, guarantor)) throw new DomainError("card.outdated", { why: "changed" });
  const enteredBy: NonNullable<LoanRequest["guarantors"][number]["enteredBy"]> = [requestedBy, entryActor(seat)];
  const settled = await settle(tx, { group, head, request, guarantor, answer: answerOf(asked), enteredBy, now });
  const view = await entryView(tx, group, { request: settled.result, guarantor, approval: decided });
  return { result: view, notices: [...toldOf(view, [requestedBy.memberId, guarantor.id]), ...settled.notices] };
}

function toldOf(view: EntryView, ids: readonly (Member["id"] | null)[]): Notice[] {
  return ids.flatMap((id): Notice[] =>
    id === null ? [] : [{ to: { memberId: id, asOwner: true }, kind: "guarantee.decided", view }],
  );
}

/** A request for a second officer's word on an answer, as she sees it again. */
export async function getGuaranteeEntry(tx: Tx, approvalId: string): Promise<EntryView> {
  const approval = await getApproval(tx, approvalId);
  const group = await getGroup(tx, approval.groupId);
  return entryView(tx, group, { ...(await subjectOf(tx, approval)), approval });
}

async function subjectOf(tx: Tx, { payload }: Approval): Promise<{ request: LoanRequest; guarantor: Member }> {
  const request = await getLoanRequest(tx, String(payload["requestId"]));
  const { guarantor } = await partiesOf(tx, request, String(payload["memberNo"]));
  return { request, guarantor };
}

const answerOf = ({ payload }: Approval): Answer => (payload["answer"] === "agreed" ? "agreed" : "declined");

async function entryView(
  tx: Tx,
  group: Group,
  {
    request,
    guarantor,
    approval,
    seconds = [],
  }: { request: LoanRequest; guarantor: Member; approval: Approval; seconds?: readonly Member[] },
): Promise<EntryView> {
  return {
    ...(await requestView(tx, group, request)),
    guarantor: memberName(guarantor),
    answer: answerOf(approval),
    ...(await decisionView(tx, group, approval, seconds)),
  };
}
