import type { Group } from "../../../domain/groups/group";
import { missingGuarantors } from "../../../domain/loans/requests/guarantors";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Notice } from "../../../domain/notice";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { tell, toBorrower } from "./readers";
import { requestView } from "./request-view";

/** The borrower hears how her request stands; with the way to name another guarantor where one is missing. */
export async function toldBorrower(tx: Tx, group: Group, request: LoanRequest): Promise<Notice[]> {
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) return [];
  const isMissing = request.state === "guarantors" && missingGuarantors(request) > 0;
  const name = { name: "loan.guarantor.ask", payload: { requestId: request.id } };
  return tell(toBorrower(borrower), "guarantee.told", await requestView(tx, group, request), isMissing ? { name } : {});
}
