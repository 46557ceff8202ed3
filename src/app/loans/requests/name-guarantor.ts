import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import {
  barOf,
  guarantorClause,
  missingGuarantors,
  nextAnswerUntil,
  type GuarantorFacts,
} from "../../../domain/loans/requests/guarantors";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { LoanRequestView } from "../../../domain/loans/requests/request-view";
import type { Member } from "../../../domain/members/member";
import { add, type Satang } from "../../../domain/money";
import type { Done, Notice } from "../../../domain/notice";
import { partiesTo } from "../../../domain/payments/payment";
import { memberName, type MemberName } from "../../../domain/people";
import type { RuleBook } from "../../../domain/rules/rule-book";
import { lockHead } from "../../../storage/ledger-heads";
import { findLoanRequest, getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import { officersWithPower } from "../../approvals/second-officers";
import { getGroupMember } from "../../members/find-member";
import type { Actor } from "../../people/actor";
import { requireBorrower } from "./borrowers";
import { guarantorFacts, standingBeside } from "./guarantees";
import { requestView, rulesOfRequest } from "./request-view";

/** What a guarantee makes of what a member stands for already. Sums in satang. */
export interface GuaranteeView extends LoanRequestView {
  guarantor: MemberName;
  guarantee: { amount: Satang; before: Satang; after: Satang; count: number };
}

interface Examined {
  group: Group;
  request: LoanRequest;
  borrower: Member;
  candidate: Member;
  rules: RuleBook;
  facts: GuarantorFacts;
}

interface Naming {
  requestId: string;
  memberNo: string;
  now: Date;
}

/**
 * Looks at whom a borrower names as her guarantor, before she is asked. Throws `card.foreign`, `loan.not-own`, `card.outdated`, `member.not-found`,
 * `guarantor.enough`, `guarantor.unable`.
 */
export async function previewGuarantor(
  tx: Tx,
  actor: Actor,
  naming: Naming,
): Promise<LoanRequestView & { guarantor: MemberName }> {
  const { group, request, candidate } = await examine(tx, actor, naming);
  return { ...(await requestView(tx, group, request)), guarantor: memberName(candidate) };
}

async function examine(tx: Tx, actor: Actor, { requestId, memberNo, now }: Naming): Promise<Examined> {
  const request = await getLoanRequest(tx, requestId);
  const { group, member: borrower } = await requireBorrower(tx, actor, request.memberId);
  if (request.state !== "guarantors") throw new DomainError("card.outdated", { why: "changed" });
  const candidate = await getGroupMember(tx, group.id, memberNo);
  const rules = await rulesOfRequest(tx, group, request);
  const facts = await guarantorFacts(tx, group, candidate, { besides: request.id, on: localDateOf(now) });
  const others = await standingBeside(tx, request, candidate);
  const bar = barOf(rules, { request, borrower, candidate, others, facts, on: localDateOf(now) });
  if (bar) throw new DomainError("guarantor.unable", { memberNo, bar, clause: guarantorClause(rules) });
  if (missingGuarantors(request) === 0) throw new DomainError("guarantor.enough", { needed: request.guarantorsNeeded });
  return { group, request, borrower, candidate, rules, facts };
}

/**
 * Asks a member to stand as guarantor; of one without a phone the officers who record what is said before them are asked. Named twice, she is asked
 * once. Throws what previewGuarantor throws.
 */
export async function nameGuarantor(tx: Tx, actor: Actor, naming: Naming): Promise<Done<LoanRequestView>> {
  const known = await findLoanRequest(tx, naming.requestId);
  if (known) await lockHead(tx, known.groupId);
  const { group, request, borrower, candidate, rules, facts } = await examine(tx, actor, naming);
  const { now } = naming;
  const { amount } = request;
  const guarantors: LoanRequest["guarantors"] = [
    ...request.guarantors.filter(({ memberId }) => memberId !== candidate.id),
    {
      memberId: candidate.id,
      memberNo: candidate.memberNo,
      amount,
      state: "asked",
      askedAt: now,
      answeredAt: null,
      enteredBy: null,
    },
  ];
  const answerUntil = nextAnswerUntil(guarantors, rules.values["loan-limits"].answerDays);
  const asked = { ...request, guarantors, answerUntil, version: request.version + 1 };
  await saveLoanRequest(tx, asked);
  const view = await requestView(tx, group, asked);
  return { result: view, notices: await askedNotices(tx, group, { view, borrower, candidate, facts }) };
}

async function askedNotices(
  tx: Tx,
  group: Group,
  asked: { view: LoanRequestView; borrower: Member; candidate: Member; facts: GuarantorFacts },
): Promise<Notice[]> {
  const { view, borrower, candidate, facts } = asked;
  const { request } = view;
  const told: GuaranteeView = { ...view, ...guaranteeOf(request, candidate, facts) };
  const payload = { requestId: request.id, memberNo: candidate.memberNo };
  if (candidate.link.personId !== null) {
    const buttons = {
      agree: { name: "guarantee.agree", payload },
      decline: { name: "guarantee.decline", payload },
    };
    const to = { memberId: candidate.id, member: candidate };
    return [{ to, kind: "guarantee.asked", view: told, buttons, approvalId: guaranteeKey(request.id, candidate) }];
  }
  const buttons = {
    agree: { name: "guarantee.enter", payload: { ...payload, answer: "agreed" } },
    decline: { name: "guarantee.enter", payload: { ...payload, answer: "declined" } },
  };
  const officers = await officersWithPower(tx, group, "record-helper");
  const parties = [borrower, candidate].flatMap(partiesTo);
  return officers
    .filter(({ id, link }) => link.personId !== null && !parties.includes(id))
    .map((member) => ({
      to: { memberId: member.id, member },
      kind: "guarantee.entry",
      view: told,
      buttons,
      approvalId: guaranteeKey(request.id, candidate),
    }));
}

/** Under which what asks a guarantor for her word is taken back once she has answered. */
export const guaranteeKey = (requestId: string, { memberNo }: Pick<Member, "memberNo">): string =>
  `guarantee:${requestId}:${memberNo}`;

/** What one more guarantee makes of what a member stands for. */
export function guaranteeOf(
  { amount }: Pick<LoanRequest, "amount">,
  candidate: Member,
  { exposure, guarantees }: GuarantorFacts,
): Pick<GuaranteeView, "guarantor" | "guarantee"> {
  const guarantee = { amount, before: exposure, after: add(exposure, amount), count: guarantees + 1 };
  return { guarantor: memberName(candidate), guarantee };
}
