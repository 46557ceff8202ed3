import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { OfficerName, MemberName } from "../../../domain/people";
import { memberName, officerName } from "../../../domain/people";
import { agreedGuarantors, type LoanRequest } from "../../../domain/loans/requests/request";
import { partiesTo } from "../../../domain/payments/payment";
import { lockHead } from "../../../storage/ledger-heads";
import { saveLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { storePhoto, type ReadyPhoto } from "../../photos/store-photo";
import { authorize, entryActor, type Actor } from "../../people/actor";
import { getOfficersRequest } from "./list-payouts";

/** Who saw the signed papers of a request, and when. */
export interface SignedView {
  group: Group;
  request: LoanRequest;
  member: MemberName;
  by: OfficerName | null;
  at: Date;
}

/**
 * An officer who pays out saw contract and guarantees, signed by all: once; who says so again reads who saw them first. Throws `role.missing`,
 * `payment.own` to a party or her spouse, and `payout.not-approved` where nothing is granted.
 */
export async function signPaper(
  tx: Tx,
  actor: Actor,
  { group, requestId, now }: { group: Group; requestId: string; now: Date },
): Promise<SignedView> {
  await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "pay-out", now, group.name.th);
  const request = await getOfficersRequest(tx, actor, { group, requestId, now });
  const parties = await findMembers(tx, [
    request.memberId,
    ...agreedGuarantors(request).map(({ memberId }) => memberId),
  ]);
  const borrower = parties.find(({ id }) => id === request.memberId);
  if (!borrower) throw new Error("a request has its member");
  if (parties.flatMap(partiesTo).includes(seat.member.id))
    throw new DomainError("payment.own", { memberNo: borrower.memberNo });
  const { requestNo, state } = request;
  if (state !== "approved") throw new DomainError("payout.not-approved", { requestNo, state });
  const signed = request.paperSigned
    ? request
    : { ...request, paperSigned: { at: now, by: entryActor(seat) }, version: request.version + 1 };
  if (signed !== request) await saveLoanRequest(tx, signed);
  const { by, at } = signed.paperSigned ?? { by: entryActor(seat), at: now };
  const officers = await findMembers(tx, by.memberId ? [by.memberId] : []);
  return { group, request: signed, member: memberName(borrower), by: officerName(by, officers), at };
}

/** Keeps a photo of a request's paper, or of the slip of its transfer, for who reads the books. Throws `role.missing`, `card.foreign`. */
export async function keepLoanPhoto(
  tx: Tx,
  actor: Actor,
  { group, requestId, photo, now }: { group: Group; requestId: string; photo: ReadyPhoto; now: Date },
): Promise<LoanRequest> {
  const request = await getOfficersRequest(tx, actor, { group, requestId, now });
  const { member } = authorize(actor, group.id, "pay-out", now, group.name.th);
  await storePhoto(tx, photo, { by: { personId: actor.personId, memberId: member.id }, at: now });
  return request;
}
