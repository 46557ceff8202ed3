import { localDateOf, type LocalDate } from "../../../domain/dates";
import { withdraw } from "../../../domain/approvals/two-officers";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { Posting } from "../../../domain/ledger/journal-entry";
import {
  contractNoOf,
  contractOfRequest,
  grantedOf,
  needsPaper,
  payoutPostings,
  type PayoutSums,
} from "../../../domain/loans/payouts/payout";
import { agreedGuarantors, moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import type { Notice } from "../../../domain/notice";
import { partiesTo, type Payment, type PaymentSource } from "../../../domain/payments/payment";
import { memberName } from "../../../domain/people";
import { accountOf } from "../../../domain/savings/deposit";
import { findOpenApprovals } from "../../../storage/approvals";
import { saveContract } from "../../../storage/loan-contracts";
import { getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import { findMember, findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { closeApproval } from "../../approvals/close-approval";
import { rulesOfRequest } from "../requests/request-view";
import { payoutFacts, type PayoutFacts } from "./read-payout";

/** The payment that pays out an approved request: to the borrower, or of goods to the supplier alone. */
export function paymentOfRequest(
  request: LoanRequest,
  { memberNo }: Pick<Member, "memberNo">,
  { source, ...receiver }: Pick<Payment, "payee" | "payeeNos"> & { source: PaymentSource },
): Payment {
  return {
    kind: "loan",
    amount: grantedOf(request),
    source,
    memberNo,
    purpose: wordsOf(request),
    ...receiver,
    contractNo: contractNoOf(request),
    resolution: request.decision?.resolutionNo ?? null,
    loanRequestId: request.id,
  };
}

/** What a request is for, as the voucher says it: the goods, else the borrower's words; null where she said none. */
function wordsOf({ goods, purpose }: LoanRequest): string | null {
  const words = goods ? `${goods.item} ${goods.quantity} ${goods.unit}` : purpose;
  return words.trim() === "" ? null : words.slice(0, 60);
}

/** A payout that may be made now. */
export interface ReadyPayout {
  request: LoanRequest;
  facts: PayoutFacts;
  /** Who may not be its second officer beside the borrower's own: guarantors, and who entered a guarantor's answer. */
  parties: MemberId[];
}

/**
 * Whether a request may be paid out on a day as the payment says. Throws `payout.not-approved`, `payout.over` once its reservation is, `payout.unsigned`,
 * `payout.guarantors` naming who left, `payout.to-borrower` of goods, `payout.old-unknown`, `payout.nothing-left` where the old contract takes all of it, and `card.outdated`
 * where something else was granted meanwhile.
 */
export async function checkPayout(
  tx: Tx,
  group: Group,
  { payment, member, on }: { payment: Payment; member: Member; on: LocalDate },
): Promise<ReadyPayout | null> {
  if (payment.loanRequestId === undefined) return null;
  const request = await getLoanRequest(tx, payment.loanRequestId);
  refuseState(request, on);
  if (payment.amount !== grantedOf(request) || member.id !== request.memberId)
    throw new DomainError("card.outdated", { why: "changed" });
  const { requestNo } = request;
  if (needsPaper(request) && !request.paperSigned) throw new DomainError("payout.unsigned", { requestNo });
  await refuseGuarantors(tx, request);
  if (request.goods) await refuseBorrower(tx, payment, member);
  const facts = await payoutFacts(tx, group, request, on);
  if (facts.sums.handed <= 0) throw new DomainError("payout.nothing-left", { requestNo });
  const entered = request.guarantors.flatMap(({ enteredBy }) => enteredBy ?? []);
  const parties = [
    ...agreedGuarantors(request).map(({ memberId }) => memberId),
    ...entered.flatMap(({ memberId }) => memberId ?? []),
  ];
  return { request, facts, parties };
}

function refuseState({ requestNo, state, reservedUntil }: LoanRequest, on: LocalDate): void {
  if (state !== "approved") throw new DomainError("payout.not-approved", { requestNo, state });
  if (reservedUntil !== null && reservedUntil < on)
    throw new DomainError("payout.over", { requestNo, until: reservedUntil });
}

/** All the guarantors that a request needs must stand for it still, as active members. */
async function refuseGuarantors(tx: Tx, { requestNo, guarantors, guarantorsNeeded }: LoanRequest): Promise<void> {
  const members = await findMembers(
    tx,
    guarantors.map(({ memberId }) => memberId),
  );
  const isActive = (id: MemberId): boolean => members.find((member) => member.id === id)?.status === "active";
  const standing = guarantors.filter(({ state, memberId }) => state === "agreed" && isActive(memberId));
  if (standing.length >= guarantorsNeeded) return;
  const left = guarantors.filter((one) => one.state === "left" || (one.state === "agreed" && !isActive(one.memberId)));
  const names = left.map(({ memberId, memberNo }) => members.find(({ id }) => id === memberId)?.name ?? memberNo);
  const values = { requestNo, needed: guarantorsNeeded, standing: standing.length, left: names.join(", ") };
  throw new DomainError("payout.guarantors", values);
}

/** What is lent in kind is paid to who sells it: never to the borrower, her spouse or her guardian. */
async function refuseBorrower(tx: Tx, { payee, payeeNos = [] }: Payment, member: Member): Promise<void> {
  const own = await findMembers(tx, partiesTo(member));
  const isOwn = own.some(({ memberNo, name }) => payeeNos.includes(memberNo) || payee === name);
  if (payee === null || isOwn) throw new DomainError("payout.to-borrower", { memberNo: member.memberNo });
}

/** What a payout does to the books. */
export async function postingsOfPayout(
  tx: Tx,
  group: Group,
  { request, facts }: ReadyPayout,
  source: PaymentSource,
): Promise<Posting[]> {
  const rules = await rulesOfRequest(tx, group, request);
  const fineTo = accountOf("fine", rules.values["late-loan"].fineGoesTo);
  const borrower = { id: request.memberId, groupId: group.id };
  return payoutPostings(borrower, { contractNo: facts.contractNo, sums: facts.sums, source, fineTo });
}

/** The payout stands in the books: the contract begins, the request has ended well, and who stands for it hears. The head is locked. */
export async function beginContract(
  tx: Tx,
  group: Group,
  { request, facts }: ReadyPayout,
  { on, now }: { on: LocalDate; now: Date },
): Promise<Notice[]> {
  await saveContract(tx, contractOfRequest(group, request, { terms: facts.terms, on }));
  await saveLoanRequest(tx, { ...moveTo(request, "paid-out", now), contractNo: facts.contractNo });
  return guaranteeNotices(tx, { group, request, facts, state: "begun" });
}

/** Who stands for a loan hears that the money went, or that its payout was taken back. */
export async function guaranteeNotices(
  tx: Tx,
  told: { group: Group; request: LoanRequest; facts: PayoutFacts; state: "begun" | "taken-back" },
): Promise<Notice[]> {
  const { group, request, facts, state } = told;
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) throw new Error("a payout is to a member");
  const { contractNo, first, sums } = facts;
  const view = { group, state, borrower: memberName(borrower), contractNo, granted: sums.granted, first };
  return agreedGuarantors(request).map(({ memberId, amount }) => ({
    to: { memberId, asOwner: true },
    kind: "payout.guarantee",
    view: { ...view, amount },
  }));
}

/** The sums of a payment as it stands in its entry, or would on the day on which it was asked for; null where it pays out no request. */
export async function factsOfPayment(
  tx: Tx,
  group: Group,
  payment: Payment,
  { at, paid }: { at: Date; paid: PayoutSums | null },
): Promise<PayoutFacts | null> {
  if (payment.loanRequestId === undefined) return null;
  return payoutFacts(tx, group, await getLoanRequest(tx, payment.loanRequestId), localDateOf(at), paid);
}

/** Ends what waits for a second officer to pay out a request that is not to be paid out any more. */
export async function endPayoutsOf(tx: Tx, { id, groupId }: LoanRequest, now: Date): Promise<void> {
  for (const approval of await findOpenApprovals(tx, [groupId]))
    if (approval.kind === "payment" && approval.payload["loanRequestId"] === id)
      await closeApproval(tx, withdraw(approval, now));
}
