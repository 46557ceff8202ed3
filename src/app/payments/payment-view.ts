import type { Approval } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { memberId, type MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import { sumsOfEntry } from "../../domain/loans/payouts/payout";
import type { Member } from "../../domain/members/member";
import { satang, subtract, type Satang } from "../../domain/money";
import type { Payment } from "../../domain/payments/payment";
import { memberName, type MemberName } from "../../domain/people";
import { balanceOf } from "../../storage/accounts";
import { findByKey } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { getWithdrawalRequest } from "../../storage/withdrawal-requests";
import { factsOfPayment } from "../loans/payouts/payout";
import type { PayoutFacts } from "../loans/payouts/read-payout";
import { findUnheard, type Unheard } from "../people/reached";
import { decidersOf, decisionAmong, type DecisionView } from "../approvals/decision";
import { findSamePayment, type EarlierPayment } from "./same-payment";

/** A payment as its cards show it before anybody is asked. */
export interface PaymentPlan {
  group: Group;
  payment: Payment;
  member: MemberName | null;
  /** The member's special savings before and after, where it is taken from them; in satang. */
  savings: { before: Satang; after: Satang } | null;
  /** The member's own wish that it fulfils: who told it, she herself or another in her name, and when. */
  wish: { by: MemberName; at: Date } | null;
  /** Who hears of it in the place of an owner who does not; null where she does, or it is about nobody's passbook. */
  unheard: Unheard | null;
  /** The same payment that stands in this day's books already. */
  already: EarlierPayment | null;
  /** What it begins and hands over, where it pays out a request for a loan. */
  payout: PayoutFacts | null;
}

/** A payment that was asked for, as its cards show it. */
export interface PaymentView extends PaymentPlan, DecisionView {
  /** The voucher, once it is paid. */
  paid: { receipt: string; at: Date; checkCode: string } | null;
}

/** The payment of a request; only our own use case wrote it. */
export function paymentOf({ payload }: Approval): Payment {
  const { dayId: _dayId, ...payment } = payload;
  return payment as unknown as Payment;
}

/** The key of the entry that an approved request makes. */
export function paymentKey(approvalId: string): string {
  return `payment:${approvalId}`;
}

/** What a payment takes from the member's special savings; null where it takes nothing from them. */
export async function savingsOf(
  tx: Tx,
  group: Group,
  payment: Payment,
  entry: JournalEntry | null,
): Promise<PaymentPlan["savings"]> {
  if (payment.kind !== "withdrawal" || payment.memberNo === null) return null;
  const ref = { groupId: group.id, code: account.specialSavings, memberId: memberId(group.id, payment.memberNo) };
  const balance = await balanceOf(tx, ref);
  const before = entry ? satang(balance + payment.amount) : balance;
  return { before, after: subtract(before, payment.amount) };
}

/** What a payment tells of the member whose money it is; `besides` decide on it. */
export async function memberFacts(
  tx: Tx,
  { requestId }: Payment,
  member: Member | null,
  besides: readonly MemberId[],
): Promise<Pick<PaymentPlan, "member" | "wish" | "unheard">> {
  if (!member) return { member: null, wish: null, unheard: null };
  const request = requestId === undefined ? null : await getWithdrawalRequest(tx, requestId);
  const [asker] = request ? await findMembers(tx, [request.askedBy.memberId]) : [];
  return {
    member: memberName(member),
    wish: request && asker ? { by: memberName(asker), at: request.askedAt } : null,
    unheard: await findUnheard(tx, member, besides),
  };
}

/** A request as its cards show it. Throws `card.outdated` where it lapsed. */
export async function paymentView(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<PaymentView> {
  const payment = paymentOf(approval);
  const whose = payment.memberNo === null ? null : memberId(group.id, payment.memberNo);
  const named = [...(whose === null ? [] : [whose]), ...decidersOf(approval)];
  const members = await findMembers(tx, [...new Set(named)]);
  const member = members.find(({ id }) => id === whose) ?? null;
  const dayId = String(approval.payload["dayId"]);
  const already = approval.state === "open" ? await findSamePayment(tx, { group, payment, dayId }) : null;
  const entry = approval.state === "approved" ? await findByKey(tx, paymentKey(approval.id)) : null;
  return {
    group,
    payment,
    ...(await memberFacts(tx, payment, member, decidersOf(approval))),
    savings: await savingsOf(tx, group, payment, entry),
    already,
    payout: await factsOfPayment(tx, group, payment, {
      at: approval.requestedAt,
      paid: entry && sumsOfEntry(entry, payment.contractNo ?? ""),
    }),
    ...decisionAmong(group, approval, members, seconds),
    paid: entry?.receipt
      ? { receipt: receiptText(entry.receipt), at: entry.postedAt, checkCode: checkCodeOf(entry.hash) }
      : null,
  };
}
