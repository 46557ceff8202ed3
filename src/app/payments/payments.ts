import { localDateOf, type LocalDate } from "../../domain/dates";
import { decide, paperRecord, type Approval } from "../../domain/approvals/two-officers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { officesWith } from "../../domain/groups/offices";
import { memberId, type ActionId, type MemberId } from "../../domain/ids";
import { countedOn, doorOf, type LedgerHead, type OpenDay } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import {
  contractOf,
  entryKindOf,
  partiesTo,
  paymentPostings,
  sourceOf,
  type Payment,
} from "../../domain/payments/payment";
import { contractId } from "../../domain/loans/contract";
import { account } from "../../domain/ledger/accounts";
import { balanceOf } from "../../storage/accounts";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { post } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { findContract, saveContract } from "../../storage/loan-contracts";
import { findMember, findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { getWithdrawalRequest } from "../../storage/withdrawal-requests";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, putToSecond } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { refuseCounterOf } from "../closing/blind";
import { refuseLeftOpen, requireCashDesk } from "../days/next-day";
import { beginContract, checkPayout, postingsOfPayout, type ReadyPayout } from "../loans/payouts/payout";
import { authorize, entryActor, type Actor } from "../people/actor";
import { auditorsOf } from "../people/officers";
import { fulfilWithdrawal, wishFor } from "../withdrawals/end-withdrawals";
import { depositLimit } from "../savings/deposit-checks";
import {
  memberFacts,
  paymentKey,
  paymentOf,
  paymentView,
  savingsOf,
  type PaymentPlan,
  type PaymentView,
} from "./payment-view";
import { findSamePayment } from "./same-payment";

interface Asked {
  group: Group;
  payment: Payment;
  now: Date;
}

/**
 * Looks at a payment before a second officer is asked; nothing is posted. Throws `role.missing`, `payment.own`, `payment.own-payee`, `amount.not-positive`,
 * `amount.too-large`, `member.not-found`, `member.not-active`, `day.not-open` (cash leaves the box on a working day, or where two officers opened the desk),
 * `count.blind` (who counts the open day asks for no payment before both have said every sum), `ledger.insufficient-funds`, `loan.contract-exists`, and of a
 * request for a loan what checkPayout throws.
 */
export async function previewPayment(tx: Tx, actor: Actor, asked: Asked): Promise<PaymentPlan> {
  const { group } = asked;
  const { seat, member, payment, payout, dayId } = await examine(tx, actor, asked);
  return {
    group,
    payment,
    payout: payout?.facts ?? null,
    ...(await memberFacts(tx, payment, member, [seat.member.id])),
    savings: await savingsOf(tx, group, payment, null),
    already: await findSamePayment(tx, { group, payment, dayId }),
  };
}

/** Who asks, for whom, on which day, and the payment with the wish that it fulfils; throws what previewPayment throws. */
async function examine(tx: Tx, actor: Actor, { group, payment: asked, now }: Asked) {
  const seat = authorize(actor, group.id, "pay-out", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  await refuseCounterOf(tx, actor, group, head.day);
  const payment = await withWish(tx, group, asked);
  const { member, payout } = await checkPayment(tx, group, payment, head.day, now);
  refuseOwn(member, seat.member.id);
  const { payeeNos = [], ...request } = payment;
  const payees = await findMembers(
    tx,
    payeeNos.map((no) => memberId(group.id, no)),
  );
  if (payees.some((payee) => partiesTo(payee).includes(seat.member.id)))
    throw new DomainError("payment.own-payee", { payee: payment.payee ?? "" });
  const parties = [...partiesTo(member), ...payees.flatMap(partiesTo), ...(payout?.parties ?? [])];
  return { seat, member, payment, payout, request, parties, dayId: head.day.id };
}

/** The payment with the member's wish that it fulfils, also where an officer typed it herself. */
async function withWish(tx: Tx, group: Group, payment: Payment): Promise<Payment> {
  const { kind, memberNo, amount, requestId } = payment;
  if (kind !== "withdrawal" || memberNo === null || requestId !== undefined) return payment;
  const wish = await wishFor(tx, memberId(group.id, memberNo), amount);
  return wish ? { ...payment, requestId: wish.id } : payment;
}

/** A wish is fulfilled once: by whichever payment two officers agreed on first. Throws `card.outdated`. */
async function refuseEndedWish(tx: Tx, { requestId }: Payment): Promise<void> {
  if (requestId !== undefined && (await getWithdrawalRequest(tx, requestId)).state !== "open")
    throw new DomainError("card.outdated", { why: "withdrawn" });
}

/** Asks a second officer to confirm a payment. Nothing is paid yet. The same one that waits already is shown again. Throws as previewPayment, and `second-person.missing`. */
export async function requestPayment(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<PaymentView>> {
  const { group, operationId, now } = input;
  const { seat, parties, request, dayId } = await examine(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "payment",
    subject: request.requestId ?? request.loanRequestId ?? JSON.stringify([group.id, ...Object.values(request)]),
    payload: { ...request, dayId },
    excluded: parties,
    operationId,
    now,
  });
  const view = await paymentView(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the payment is posted on the open day, once, and whose money it was hears of it at once. A request
 * that was decided already is shown as decided. Throws `role.missing`, `second-person.same`, `card.outdated` when cash was to leave on a
 * day that has closed or who asked holds no office any more, and what previewPayment throws.
 */
export async function decidePayment(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<PaymentView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await paymentView(tx, group, asked), notices: [] };
  return settlePayment(tx, { head, group, decided: decide(asked, entryActor(seat), input.verdict, now) }, now);
}

/** Does what was decided on a payment, by a button or a signed paper; the group's books are locked. Throws as decidePayment. */
export async function settlePayment(
  tx: Tx,
  { head, group, decided }: { head: LedgerHead; group: Group; decided: Approval },
  now: Date,
): Promise<Done<PaymentView>> {
  const begun = decided.state === "approved" ? await pay(tx, group, head, decided, now) : [];
  await closeApproval(tx, decided);
  const view = await paymentView(tx, group, decided);
  return { result: view, notices: [...noticesOf(group, decided, view), ...begun] };
}

/** A request as its second officer sees it, again. */
export async function getPaymentRequest(tx: Tx, approvalId: string): Promise<PaymentView> {
  const approval = await getApproval(tx, approvalId);
  return paymentView(tx, await getGroup(tx, approval.groupId), approval);
}

/** Posts what two officers agreed on; gives what others hear of it. */
async function pay(tx: Tx, group: Group, head: LedgerHead, decided: Approval, now: Date): Promise<Notice[]> {
  const payment = paymentOf(decided);
  refuseFormer(group, decided);
  if (payment.source === "cash" && decided.payload["dayId"] !== head.day.id)
    throw new DomainError("card.outdated", { why: "day-closed" });
  const { member, payout, on } = await checkPayment(tx, group, payment, head.day, now);
  const words = [payment.purpose, payment.payee].filter((word) => word !== null);
  await post(tx, head, {
    idempotencyKey: paymentKey(decided.id),
    kind: entryKindOf[payment.kind],
    effectiveOn: on,
    postedAt: now,
    actor: decided.requestedBy,
    ...(decided.decidedBy ? { secondedBy: decided.decidedBy } : {}),
    source: doorOf(head.day, "chat"),
    withReceipt: true,
    ...(words.length > 0 ? { reason: words.join(" · ") } : {}),
    ...recordOf(payment, decided),
    postings: payout ? await postingsOfPayout(tx, group, payout, payment.source) : paymentPostings(group, payment),
  });
  if (payment.kind === "withdrawal" && member) await fulfilWithdrawal(tx, member.id, payment.amount, now);
  if (payout) return beginContract(tx, group, payout, { on, now });
  if (payment.kind === "loan" && member) await saveContract(tx, contractOf(group, member, payment, on));
  return [];
}

function recordOf({ resolution }: Payment, decided: Approval): { record?: Record<string, string> } {
  const record = { ...(resolution === null ? {} : { resolution }), ...paperRecord(decided) };
  return Object.keys(record).length === 0 ? {} : { record };
}

/** Who asked for it must hold her office still: a former officer's request pays nobody. */
function refuseFormer(group: Group, { requestedBy }: Approval): void {
  const still = officesWith(group.officers, "pay-out").some(
    ({ memberNo }) => memberId(group.id, memberNo) === requestedBy.memberId,
  );
  if (!still) throw new DomainError("card.outdated", { why: "changed" });
}

function noticesOf(group: Group, decided: Approval, view: PaymentView): Notice[] {
  const { memberNo } = view.payment;
  const isPaid = decided.state === "approved" && memberNo !== null;
  const told: Notice[] = isPaid
    ? [{ to: { memberId: memberId(group.id, memberNo), asOwner: true }, kind: "receipt.payment", view }]
    : [];
  if (isPaid && view.unheard)
    told.push(...auditorsOf(group).map((id): Notice => ({ to: { memberId: id }, kind: "payment.unheard", view })));
  const asker = decided.requestedBy.memberId;
  return asker ? [...told, { to: { memberId: asker }, kind: "payment.decided", view }] : told;
}

/** A payment that may be made: whose passbook it is about, the request for a loan that it pays out, and the day for which it counts. */
interface CheckedPayment {
  member: Member | null;
  payout: ReadyPayout | null;
  on: LocalDate;
}

async function checkPayment(tx: Tx, group: Group, payment: Payment, day: OpenDay, now: Date): Promise<CheckedPayment> {
  if (payment.amount <= 0) throw new DomainError("amount.not-positive", { limit: depositLimit });
  if (payment.amount > depositLimit) throw new DomainError("amount.too-large", { limit: depositLimit });
  if (payment.source === "cash") await requireCashDesk(tx, group, day, now);
  refuseLeftOpen(group, day, now);
  const member = await memberOf(tx, group, payment);
  await refuseEndedWish(tx, payment);
  const on = countedOn(day, localDateOf(now));
  const payout = member && (await checkPayout(tx, group, { payment, member, on }));
  await refuseShortage(tx, group, payment, payout?.facts.sums.handed ?? payment.amount);
  if (payment.kind === "loan" && member) await refuseKnownContract(tx, group, payment, member);
  return { member, payout, on };
}

/** The member whom the payment is about, active; null where it is about none. */
async function memberOf(tx: Tx, group: Group, { memberNo }: Payment): Promise<Member | null> {
  if (memberNo === null) return null;
  const member = await findMember(tx, memberId(group.id, memberNo));
  if (!member) throw new DomainError("member.not-found", { query: memberNo, groupName: group.name.th });
  if (member.status !== "active") throw new DomainError("member.not-active", { memberNo, status: member.status });
  return member;
}

/** Nobody asks for a payment to herself or her spouse: another officer does. */
function refuseOwn(member: Member | null, asker: MemberId): void {
  if (member && partiesTo(member).includes(asker)) throw new DomainError("payment.own", { memberNo: member.memberNo });
}

async function refuseShortage(tx: Tx, group: Group, payment: Payment, amount: Satang): Promise<void> {
  const { kind, memberNo, itemNo = "" } = payment;
  const source = { groupId: group.id, code: sourceOf(payment) };
  const savings = { groupId: group.id, code: account.specialSavings };
  const refs = [
    ...(kind === "withdrawal" && memberNo !== null ? [{ ...savings, memberId: memberId(group.id, memberNo) }] : []),
    ...(kind === "suspense" ? [{ groupId: group.id, code: account.suspense, itemNo }] : []),
    source,
  ];
  for (const ref of refs) {
    const balance = await balanceOf(tx, ref);
    if (balance < amount) throw new DomainError("ledger.insufficient-funds", { account: ref.code, balance });
  }
}

/** A contract number stands for one loan; one whose payout was taken back may be paid out again to the same member. */
async function refuseKnownContract(tx: Tx, group: Group, payment: Payment, member: Member): Promise<void> {
  const contractNo = payment.contractNo ?? "";
  const known = await findContract(tx, contractId(group.id, contractNo));
  if (!known) return;
  const owed = await balanceOf(tx, { groupId: group.id, code: account.loans, memberId: member.id, contractNo });
  if (known.memberId !== member.id || owed > 0) throw new DomainError("loan.contract-exists", { contractNo });
}
