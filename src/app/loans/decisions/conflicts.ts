import type { MemberId } from "../../../domain/ids";
import { memberId } from "../../../domain/ids";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import { spouseOf } from "../../../domain/members/member";
import type { Conflict } from "../../approvals/committee-seats";

/** Who takes no part in deciding on a request: whose it is, her spouse and guardian, an occupational group's signatories, and who was asked to stand for it. */
export function conflictsOf(request: Pick<LoanRequest, "guarantors">, borrower: Member): Conflict[] {
  const own = [borrower.id, ...borrower.signatoryNos.map((no) => memberId(borrower.groupId, no))];
  const guardian = borrower.guardianNo === null ? [] : [memberId(borrower.groupId, borrower.guardianNo)];
  const standing = request.guarantors.filter(({ state }) => state === "asked" || state === "agreed");
  const conflict =
    (why: Conflict["why"]) =>
    (id: MemberId): Conflict => ({ memberId: id, why });
  return [
    ...own.map(conflict("own")),
    ...spouseOf(borrower).map(conflict("spouse")),
    ...guardian.map(conflict("guardian")),
    ...standing.map((one) => conflict("guarantor")(one.memberId)),
  ];
}
