import { buddhistYearOf, localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { needsPaper } from "../../../domain/loans/payouts/payout";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { MemberName } from "../../../domain/people";
import { memberName } from "../../../domain/people";
import { findLoanRequestByNo, findLoanRequests, getLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { authorize, type Actor } from "../../people/actor";

/** A granted request as officers see it who pay it out. */
export interface PayoutItem {
  group: Group;
  request: LoanRequest;
  member: MemberName;
  needsPaper: boolean;
}

/** The approved requests of a group that wait to be paid out, the oldest first. Throws `role.missing`. */
export async function listPayouts(tx: Tx, actor: Actor, group: Group, now: Date): Promise<PayoutItem[]> {
  authorize(actor, group.id, "pay-out", now, group.name.th);
  return itemsOf(tx, group, await findLoanRequests(tx, group.id, ["approved"]));
}

/** One of them. Throws `role.missing`, and `payout.not-approved` once it waits no more. */
export async function getPayout(
  tx: Tx,
  actor: Actor,
  { group, requestId, now }: { group: Group; requestId: string; now: Date },
): Promise<PayoutItem> {
  const request = await getOfficersRequest(tx, actor, { group, requestId, now });
  const { requestNo, state } = request;
  if (state !== "approved") throw new DomainError("payout.not-approved", { requestNo, state });
  const [item] = await itemsOf(tx, group, [request]);
  if (!item) throw new Error("a request has its member");
  return item;
}

/** A request of a group, whatever its state, for who pays out there. Throws `role.missing`, `card.foreign`. */
export async function getOfficersRequest(
  tx: Tx,
  actor: Actor,
  { group, requestId, now }: { group: Group; requestId: string; now: Date },
): Promise<LoanRequest> {
  authorize(actor, group.id, "pay-out", now, group.name.th);
  const request = await getLoanRequest(tx, requestId);
  if (request.groupId !== group.id) throw new DomainError("card.foreign", {});
  return request;
}

/**
 * The request that people name by its number: of the year that they say, else of this Buddhist year or the one before. Throws `payout.unknown`.
 */
export async function findByNumber(
  tx: Tx,
  group: Group,
  { no, year, now }: { no: number; year: number | null; now: Date },
): Promise<LoanRequest> {
  const thisYear = buddhistYearOf(localDateOf(now));
  for (const one of year === null ? [thisYear, thisYear - 1] : [year]) {
    const found = await findLoanRequestByNo(tx, group.id, `ก${no}/${one}`);
    if (found) return found;
  }
  throw new DomainError("payout.unknown", { requestNo: `ก${no}${year ? `/${year}` : ""}`, groupName: group.name.th });
}

async function itemsOf(tx: Tx, group: Group, requests: readonly LoanRequest[]): Promise<PayoutItem[]> {
  const members = await findMembers(tx, [...new Set(requests.map(({ memberId }) => memberId))]);
  return requests.flatMap((request) => {
    const member = members.find(({ id }) => id === request.memberId);
    return member ? [{ group, request, member: memberName(member), needsPaper: needsPaper(request) }] : [];
  });
}
