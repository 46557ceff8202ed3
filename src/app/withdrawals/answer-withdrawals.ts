import { DomainError } from "../../domain/errors";
import { memberNoOf, type GroupId } from "../../domain/ids";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo, type Payment, type PaymentSource } from "../../domain/payments/payment";
import { endWithdrawal, type WithdrawalRequest } from "../../domain/savings/withdrawal-request";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { findMember, findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { findOpenWithdrawalsOf, getWithdrawalRequest } from "../../storage/withdrawal-requests";
import { authorize, entryActor, groupsWithPower, type Actor } from "../people/actor";
import { closeWithdrawal, endPaymentsOf } from "./end-withdrawals";
import { withdrawalView, type WithdrawalView } from "./withdrawal-view";

/** A wish for an officer who pays out. Throws `role.missing`, and `payment.own` where it is her own or her spouse's. */
export async function getWithdrawal(
  tx: Tx,
  actor: Actor,
  requestId: string,
  now: Date,
): Promise<WithdrawalView & { request: WithdrawalRequest }> {
  const request = await getWithdrawalRequest(tx, requestId);
  const group = await getGroup(tx, request.groupId);
  const seat = authorize(actor, group.id, "pay-out", now, group.name.th);
  const member = await findMember(tx, request.memberId);
  if (partiesTo(member).includes(seat.member.id))
    throw new DomainError("payment.own", { memberNo: memberNoOf(request.memberId) });
  return { ...(await withdrawalView(tx, request)), request };
}

/** The payment that fulfils a wish, to be put to a second officer as any other. */
export function paymentFor({ id, memberId, amount }: WithdrawalRequest, source: PaymentSource): Payment {
  const none = { purpose: null, payee: null, contractNo: null, resolution: null };
  return { kind: "withdrawal", amount, source, memberNo: memberNoOf(memberId), ...none, requestId: id };
}

/**
 * An officer who pays out refuses a wish with a reason, which the member hears, and who told it in her name; a payment that waits for its second officer ends with it.
 * A wish that ended before is shown as it ended. Throws `role.missing`, `payment.own`.
 */
export async function refuseWithdrawal(
  tx: Tx,
  actor: Actor,
  { requestId, reason, now }: { requestId: string; reason: string; now: Date },
): Promise<Done<WithdrawalView>> {
  await lockHead(tx, (await getWithdrawalRequest(tx, requestId)).groupId);
  const { request, ...view } = await getWithdrawal(tx, actor, requestId, now);
  if (request.state !== "open") return { result: view, notices: [] };
  const seat = authorize(actor, request.groupId, "pay-out", now, view.group.name.th);
  const ended = endWithdrawal(request, { state: "refused", at: now, by: entryActor(seat), reason });
  await closeWithdrawal(tx, ended);
  await endPaymentsOf(tx, ended, now);
  const result = await withdrawalView(tx, ended);
  const told = [{ memberId: request.memberId, asOwner: true as const }, { memberId: request.askedBy.memberId }];
  const notices = told.map((to): Notice => ({ to, kind: "withdrawal.refused", view: result }));
  return { result, notices };
}

/** Wishes that wait for this officer's payment, oldest first; her own and her spouse's are others' matter. */
export async function listWithdrawals(tx: Tx, actor: Actor): Promise<WithdrawalRequest[]> {
  const groups: GroupId[] = groupsWithPower(actor, "pay-out").map(({ id }) => id);
  const open = await findOpenWithdrawalsOf(tx, groups);
  const members = await findMembers(
    tx,
    open.map(({ memberId }) => memberId),
  );
  const own = new Set(actor.own.map(({ member }) => member.id));
  return open.filter(({ memberId }) => {
    const member = members.find(({ id }) => id === memberId) ?? null;
    return !partiesTo(member).some((id) => own.has(id));
  });
}
