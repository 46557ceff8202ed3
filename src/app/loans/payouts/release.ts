import { localDateOf, type LocalDate } from "../../../domain/dates";
import type { Notice } from "../../../domain/notice";
import { grantedOf } from "../../../domain/loans/payouts/payout";
import { moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import { officesWith } from "../../../domain/groups/offices";
import { memberName } from "../../../domain/people";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { findReservationsOver, getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { holdersOf } from "../../people/officers";
import { tell, toBorrower } from "../requests/readers";
import { requestView } from "../requests/request-view";
import { tellGuarantors } from "../requests/tell-guarantors";
import { endPayoutsOf } from "./payout";

/** Approved requests whose reservation is over, of all groups. */
export function findToRelease(tx: Tx, now: Date): Promise<Pick<LoanRequest, "id" | "groupId">[]> {
  return findReservationsOver(tx, localDateOf(now));
}

/**
 * Gives the money free that an approved request kept and nobody fetched in time; the borrower, her guarantors and who pays out hear. Nothing where it is
 * approved no more, so that it may run again.
 */
export async function releaseRequest(
  tx: Tx,
  { id, groupId }: Pick<LoanRequest, "id" | "groupId">,
  now: Date,
): Promise<Notice[]> {
  await lockHead(tx, groupId);
  const request = await getLoanRequest(tx, id);
  if (request.state !== "approved" || !isOver(request, localDateOf(now))) return [];
  const released = moveTo(request, "released", now);
  await saveLoanRequest(tx, released);
  await endPayoutsOf(tx, request, now);
  const group = await getGroup(tx, groupId);
  const [member] = await findMembers(tx, [request.memberId]);
  if (!member) throw new Error("a request has its member");
  const view = {
    requestNo: request.requestNo,
    member: memberName(member),
    amount: grantedOf(request),
    until: request.reservedUntil,
  };
  const payers = holdersOf(group, officesWith(group.officers, "pay-out")).filter((officer) => officer !== member.id);
  return [
    ...tell(toBorrower(member), "payout.released", { ...view, to: "borrower" }),
    ...payers.map((officer): Notice => ({
      to: { memberId: officer },
      kind: "payout.released",
      view: { ...view, to: "committee" },
    })),
    ...(await tellGuarantors(tx, request, await requestView(tx, group, released))),
  ];
}

const isOver = ({ reservedUntil }: LoanRequest, today: LocalDate): boolean =>
  reservedUntil !== null && reservedUntil < today;
