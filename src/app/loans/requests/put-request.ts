import { buddhistYearOf, localDate, localDateOf, instantOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { memberId, type ActionId, type GroupId, type MemberId } from "../../../domain/ids";
import { loanTermsOf } from "../../../domain/loans/contract-terms";
import type { LoanProduct } from "../../../domain/loans/loan-rules";
import type { Eligibility } from "../../../domain/loans/requests/eligibility";
import { guarantorsFor } from "../../../domain/loans/requests/guarantors";
import { judge } from "../../../domain/loans/requests/judge";
import type { LoanGoods, LoanRequest } from "../../../domain/loans/requests/request";
import type { LoanRequestView } from "../../../domain/loans/requests/request-view";
import { scheduleOf, type Schedule } from "../../../domain/loans/schedule/schedule";
import { termsFor } from "../../../domain/loans/terms-for";
import type { Satang } from "../../../domain/money";
import type { Done, Notice } from "../../../domain/notice";
import { memberName, type MemberName } from "../../../domain/people";
import { clauseOf, type RuleBook } from "../../../domain/rules/rule-book";
import { lockHead } from "../../../storage/ledger-heads";
import { countLoanRequests, findLoanRequest, insertLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import type { Actor } from "../../people/actor";
import { withWord, type WordedGroup } from "../../rules/money-words";
import { rulesInForce } from "../../rules/rules-in-force";
import { enterQueue } from "../decisions/enter-queue";
import { borrowerFacts } from "./borrower-facts";
import { requireBorrower, type Borrower } from "./borrowers";
import { requestView } from "./request-view";

/** A loan as its borrower asks for it, whole. */
export interface LoanDraft {
  memberId: MemberId;
  product: LoanProduct;
  amount: Satang;
  instalments: number;
  purpose: string;
  goods: LoanGoods | null;
  renews: string | null;
  /** Whether her debts in other groups of the network may be looked at. */
  seesOthers: boolean;
}

/** A request before it is put: the very rows that will bind, what the rules say of it, and how many guarantors it needs. */
export interface RequestPlan {
  group: WordedGroup;
  member: MemberName;
  draft: LoanDraft;
  eligibility: Eligibility;
  schedule: Schedule;
  yearlyRatePercent: string;
  /** Satang kept from the payout. */
  fee: Satang;
  guarantorsNeeded: number;
  /** The version of the rules that all of it follows. */
  rulesVersion: number;
  /** Who signs for an occupational group beside who asks; empty for everybody else. */
  cosigners: MemberName[];
}

interface Examined {
  borrower: Borrower;
  rules: RuleBook;
  plan: RequestPlan;
  cosigners: MemberId[];
}

/** Looks at a request before it is put. Throws `card.foreign`, `loan.not-own`, `loan.not-offered`. */
export async function previewRequest(tx: Tx, actor: Actor, draft: LoanDraft, now: Date): Promise<RequestPlan> {
  return (await examine(tx, actor, draft, now)).plan;
}

async function examine(tx: Tx, actor: Actor, draft: LoanDraft, now: Date): Promise<Examined> {
  const borrower = await requireBorrower(tx, actor, draft.memberId);
  const { group, member, by } = borrower;
  const on = localDateOf(now);
  const rules = await rulesInForce(tx, group, on);
  const { product, amount, instalments, renews } = draft;
  if (!rules.values[`loan-${product}`].offered)
    throw new DomainError("loan.not-offered", { product, clause: clauseOf(rules, `loan-${product}`).no });
  const others = otherMemberships(actor, borrower);
  const otherIds = others.length === 0 || draft.seesOthers ? others : null;
  const facts = await borrowerFacts(tx, group, member, { rules, on, renews, otherIds });
  const terms = termsFor(rules, { product, amount, instalments, disbursedOn: on }, group.workingDay);
  const cosigners = member.signatoryNos.filter((no) => no !== by.memberNo).map((no) => memberId(group.id, no));
  const plan: RequestPlan = {
    group: withWord(group, rules),
    member: memberName(member),
    draft,
    eligibility: judge(rules, { product, amount, instalments }, facts),
    schedule: scheduleOf(loanTermsOf(terms)),
    yearlyRatePercent: terms.yearlyRatePercent,
    fee: terms.fee,
    guarantorsNeeded: guarantorsFor(rules, product, amount),
    rulesVersion: rules.number,
    cosigners: (await findMembers(tx, cosigners)).map(memberName),
  };
  return { borrower, rules, plan, cosigners };
}

/** The person's memberships in other groups; none where she asks for an occupational group. */
export function otherMemberships(actor: Actor, { member, group }: Pick<Borrower, "member" | "group">): MemberId[] {
  if (member.signatoryNos.length > 0) return [];
  return actor.own.filter((one) => one.group.id !== group.id).map((one) => one.member.id);
}

/** What a confirmed request became: put, or waiting for the word of a second signatory. */
export type PutResult = { state: "put"; view: LoanRequestView } | { state: "cosigned-later"; plan: RequestPlan };

/**
 * Puts a request, once by the deed's id: it waits for its guarantors, or goes to who decides where it needs none. Of an occupational group the first
 * signatory's word asks the others, and the second one's counts. Throws what previewRequest throws, `card.outdated` where other rules are in force than
 * those of the preview, `loan.not-eligible`, `second-person.missing`.
 */
export async function putRequest(
  tx: Tx,
  actor: Actor,
  input: { operationId: ActionId; draft: LoanDraft; rulesVersion: number; now: Date; firstBy?: MemberId },
): Promise<Done<PutResult>> {
  const { operationId, draft, now, firstBy } = input;
  const { group } = await requireBorrower(tx, actor, draft.memberId);
  const head = await lockHead(tx, group.id);
  const known = await findLoanRequest(tx, operationId);
  if (known) return { result: { state: "put", view: await requestView(tx, group, known) }, notices: [] };
  const { borrower, rules, plan, cosigners } = await examine(tx, actor, draft, now);
  if (rules.number !== input.rulesVersion) throw new DomainError("card.outdated", { why: "rules" });
  const failed = plan.eligibility.reasons.find(({ verdict }) => verdict === "FAIL");
  if (failed) throw new DomainError("loan.not-eligible", { fact: failed.fact, clause: failed.clause });
  if (cosigners.length > 0 && (firstBy === undefined || firstBy === borrower.by.id))
    return askCosigners(tx, { group, plan, cosigners, first: borrower.by.id, operationId });
  const request = await newRequest(tx, group.id, { id: operationId, draft, plan, rules, now });
  await insertLoanRequest(tx, request);
  if (request.guarantorsNeeded > 0)
    return { result: { state: "put", view: await requestView(tx, group, request) }, notices: [] };
  const { result, notices } = await enterQueue(tx, { group, head, request, now });
  return { result: { state: "put", view: await requestView(tx, group, result) }, notices };
}

async function askCosigners(
  tx: Tx,
  asked: { group: Group; plan: RequestPlan; cosigners: MemberId[]; first: MemberId; operationId: ActionId },
): Promise<Done<PutResult>> {
  const { group, plan, cosigners, first, operationId } = asked;
  const able = (await findMembers(tx, cosigners)).filter(({ status, link }) => status === "active" && link.personId);
  if (able.length === 0) throw new DomainError("second-person.missing", { groupName: group.name.th });
  const buttons = {
    confirm: {
      name: "loan.cosign",
      payload: { operationId, draft: plan.draft, rulesVersion: plan.rulesVersion, firstBy: first },
    },
  };
  const notices = able.map((member): Notice => ({
    to: { memberId: member.id, member },
    kind: "loan.cosign",
    view: plan,
    buttons,
  }));
  return { result: { state: "cosigned-later", plan }, notices };
}

interface Making {
  id: ActionId;
  draft: LoanDraft;
  plan: RequestPlan;
  rules: RuleBook;
  now: Date;
}

async function newRequest(tx: Tx, groupId: GroupId, { id, draft, plan, rules, now }: Making): Promise<LoanRequest> {
  const { seesOthers: _seesOthers, ...asked } = draft;
  return {
    id,
    groupId,
    requestNo: await nextRequestNo(tx, groupId, now),
    ...asked,
    rules: { version: rules.number, clause: clauseOf(rules, `loan-${draft.product}`).no },
    eligibility: plan.eligibility,
    guarantors: [],
    guarantorsNeeded: plan.guarantorsNeeded,
    state: "guarantors",
    putAt: now,
    since: now,
    answerUntil: null,
    putOff: 0,
    decision: null,
    reservedUntil: null,
    paperSigned: null,
    contractNo: null,
    version: 1,
  };
}

/** "ก12/2569": the group's next number of the Buddhist year; its ledger head is locked. */
async function nextRequestNo(tx: Tx, groupId: GroupId, now: Date): Promise<string> {
  const today = localDateOf(now);
  const year = Number(today.slice(0, 4));
  const first = (of: number): Date => instantOf(localDate(`${of}-01-01`));
  const count = await countLoanRequests(tx, groupId, first(year), first(year + 1));
  return `ก${count + 1}/${buddhistYearOf(today)}`;
}
