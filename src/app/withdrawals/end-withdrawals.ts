import { withdraw } from "../../domain/approvals/two-officers";
import { memberId, type MemberId } from "../../domain/ids";
import type { Satang } from "../../domain/money";
import { endWithdrawal, type WithdrawalRequest } from "../../domain/savings/withdrawal-request";
import { findOpenApprovals } from "../../storage/approvals";
import { dropAsked } from "../../storage/outbox";
import type { Tx } from "../../storage/tx";
import { findOpenWithdrawals, saveWithdrawalRequest } from "../../storage/withdrawal-requests";
import { closeApproval } from "../approvals/close-approval";
import { paymentOf } from "../payments/payment-view";

/** Saves a wish that is open no more, and takes back what still asks the treasurer for it. */
export async function closeWithdrawal(tx: Tx, ended: WithdrawalRequest): Promise<void> {
  await saveWithdrawalRequest(tx, ended);
  await dropAsked(tx, ended.id);
}

/** The open wish of a member that a payment of that sum fulfils; null where there is none. */
export async function wishFor(tx: Tx, id: MemberId, amount: Satang): Promise<WithdrawalRequest | null> {
  const [open] = await findOpenWithdrawals(tx, [id]);
  return open?.amount === amount ? open : null;
}

/** A member was paid special savings: her open wish for that sum is fulfilled. */
export async function fulfilWithdrawal(tx: Tx, id: MemberId, amount: Satang, now: Date): Promise<void> {
  const open = await wishFor(tx, id, amount);
  if (open) await closeWithdrawal(tx, endWithdrawal(open, { state: "paid", at: now }));
}

/** Ends the payments that wait for their second officer and would fulfil a wish that is given up or refused. */
export async function endPaymentsOf(tx: Tx, request: WithdrawalRequest, now: Date): Promise<void> {
  for (const approval of await findOpenApprovals(tx, [request.groupId])) {
    if (approval.kind !== "payment") continue;
    const { kind, memberNo, amount } = paymentOf(approval);
    const isIts =
      kind === "withdrawal" && memberNo !== null && memberId(request.groupId, memberNo) === request.memberId;
    if (isIts && amount === request.amount) await closeApproval(tx, withdraw(approval, now));
  }
}
