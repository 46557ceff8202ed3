import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { isTooNew, type Member } from "../../domain/members/member";
import type { ActionId, MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { satang, subtract, type Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, type MemberName } from "../../domain/people";
import { askWithdrawal, endWithdrawal, type WithdrawalRequest } from "../../domain/savings/withdrawal-request";
import { balanceOf, findAccountsOfMembers } from "../../storage/accounts";
import { lockHead } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { findOpenWithdrawals, getWithdrawalRequest, insertWithdrawalRequest } from "../../storage/withdrawal-requests";
import { officersWithPower } from "../approvals/second-officers";
import { getPassbooks, requirePassbook, type Actor, type Passbook } from "../people/actor";
import { closeWithdrawal, endPaymentsOf } from "./end-withdrawals";
import { withdrawalView, type WithdrawalView } from "./withdrawal-view";

/** A passbook of the phone with special savings (satang), and the wish for them that waits already. */
export interface Withdrawable {
  passbook: Passbook;
  held: Satang;
  open: WithdrawalRequest | null;
}

/**
 * The phone's passbooks from which special savings can be asked back. Throws `withdrawal.nothing` where there is none, `withdrawal.pledge`
 * where the pledge was meant.
 */
export async function findWithdrawable(tx: Tx, actor: Actor, { ofPledge = false } = {}): Promise<Withdrawable[]> {
  if (ofPledge) throw new DomainError("withdrawal.pledge", {});
  const passbooks = (await getPassbooks(tx, actor)).filter(({ member }) => member.status === "active");
  const ids = passbooks.map(({ member }) => member.id);
  const accounts = await findAccountsOfMembers(tx, ids);
  const open = await findOpenWithdrawals(tx, ids);
  const found = passbooks.map((passbook) => {
    const isHers = ({ memberId }: { memberId: MemberId | null }) => memberId === passbook.member.id;
    const special = accounts.find((row) => isHers(row) && row.code === account.specialSavings);
    return { passbook, held: satang(special?.balance ?? 0), open: open.find(isHers) ?? null };
  });
  const able = found.filter(({ held, open: waiting }) => held > 0 || waiting);
  if (able.length === 0) throw new DomainError("withdrawal.nothing", {});
  return able;
}

/** A wish before it is sent: whose, how much, and from which balance to which. */
export interface WithdrawalPlan {
  group: Group;
  member: MemberName;
  amount: Satang;
  savings: { before: Satang; after: Satang };
}

interface Asked {
  memberId: MemberId;
  amount: Satang;
}

/**
 * Looks at a wish before it is sent. Throws `card.foreign`, `member.not-active`, `withdrawal.open`, `amount.not-positive`,
 * `withdrawal.nothing`, `withdrawal.too-much`.
 */
export async function previewWithdrawal(tx: Tx, actor: Actor, asked: Asked): Promise<WithdrawalPlan> {
  const { passbook, before } = await examine(tx, actor, asked);
  const { group, member } = passbook;
  const after = subtract(before, asked.amount);
  return { group, member: memberName(member), amount: asked.amount, savings: { before, after } };
}

async function examine(tx: Tx, actor: Actor, { memberId, amount }: Asked) {
  const passbook = await requirePassbook(tx, actor, memberId);
  const { id, groupId, memberNo, status } = passbook.member;
  if (status !== "active") throw new DomainError("member.not-active", { memberNo, status });
  const [open] = await findOpenWithdrawals(tx, [id]);
  if (open) throw new DomainError("withdrawal.open", { sum: open.amount, at: open.askedAt.toISOString() });
  const before = await balanceOf(tx, { groupId, code: account.specialSavings, memberId: id });
  if (before === 0) throw new DomainError("withdrawal.nothing", {});
  if (amount <= 0) throw new DomainError("amount.not-positive", { limit: before });
  if (amount > before) throw new DomainError("withdrawal.too-much", { held: before });
  return { passbook, before };
}

/**
 * Sends a wish to who pays out; nothing is paid yet. Whose passbook it is hears of what others ask in her name. Throws what
 * previewWithdrawal throws, and `withdrawal.nobody`.
 */
export async function requestWithdrawal(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId; now: Date },
): Promise<Done<WithdrawalView & { id: string }>> {
  const { operationId, amount, now } = input;
  const { member, group } = await requirePassbook(tx, actor, input.memberId);
  await lockHead(tx, group.id);
  await examine(tx, actor, input);
  const asker = actor.own.find((own) => own.group.id === group.id)?.member ?? member;
  const request = askWithdrawal({
    id: operationId,
    groupId: group.id,
    memberId: member.id,
    amount,
    askedBy: { personId: actor.personId, memberId: asker.id },
    askedAt: now,
  });
  const payers = await payersFor(tx, group, member, now);
  await insertWithdrawalRequest(tx, request);
  const view = await withdrawalView(tx, request);
  const payload = { requestId: request.id };
  const buttons = {
    payCash: { name: "withdrawal.pay", payload: { ...payload, source: "cash" } },
    payBank: { name: "withdrawal.pay", payload: { ...payload, source: "bank" } },
    refuse: { name: "withdrawal.refuse.ask", payload },
  };
  const asks: Notice[] = payers.map(({ id }) => ({
    to: { memberId: id },
    kind: "withdrawal.request",
    view,
    buttons,
    approvalId: request.id,
  }));
  const cancel = { name: "withdrawal.cancel", payload };
  const owned = { memberId: member.id, member, asOwner: true } as const;
  const owner: Notice[] =
    asker.id === member.id
      ? []
      : [{ to: { ...owned, besides: actor.personId }, kind: "withdrawal.asked", view, buttons: { cancel } }];
  return { result: { ...view, id: request.id }, notices: [...asks, ...owner] };
}

/** The treasurers with LINE, else everybody who may pay out; never herself or her spouse. Throws `withdrawal.nobody` where there is none. */
async function payersFor(tx: Tx, group: Group, member: Member, now: Date): Promise<Member[]> {
  const parties = partiesTo(member);
  const able = (await officersWithPower(tx, group, "pay-out")).filter(
    ({ id, link }) => link.personId !== null && !isTooNew(link, now) && !parties.includes(id),
  );
  if (able.length === 0) throw new DomainError("withdrawal.nobody", { groupName: group.name.th });
  const isTreasurer = ({ memberNo }: Member) =>
    group.officers.some((office) => office.memberNo === memberNo && office.position === "treasurer");
  const treasurers = able.filter(isTreasurer);
  return treasurers.length > 0 ? treasurers : able;
}

/** She gives her wish up; a payment that waits for its second officer ends with it. A wish that ended before is shown as it ended. Throws `card.foreign`. */
export async function cancelWithdrawal(tx: Tx, actor: Actor, requestId: string, now: Date): Promise<WithdrawalView> {
  const known = await getWithdrawalRequest(tx, requestId);
  await requirePassbook(tx, actor, known.memberId);
  await lockHead(tx, known.groupId);
  const request = await getWithdrawalRequest(tx, requestId);
  if (request.state !== "open") return withdrawalView(tx, request);
  const ended = endWithdrawal(request, { state: "withdrawn", at: now });
  await closeWithdrawal(tx, ended);
  await endPaymentsOf(tx, ended, now);
  return withdrawalView(tx, ended);
}
