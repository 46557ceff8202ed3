import type { Group } from "../../../domain/groups/group";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Notice } from "../../../domain/notice";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { tell, toBorrower } from "../requests/readers";
import { requestView } from "../requests/request-view";
import { tellGuarantors } from "../requests/tell-guarantors";

/** The borrower hears what was decided; an offer of less with the ways to take it or not. Of a request that was not granted its guarantors hear as well. */
export async function tellDecided(tx: Tx, group: Group, request: LoanRequest): Promise<Notice[]> {
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) throw new Error("a request has its borrower");
  const payload = { requestId: request.id };
  const answers = {
    accept: { name: "loan.offer.accept", payload },
    decline: { name: "loan.offer.decline", payload },
  };
  const view = await requestView(tx, group, request);
  const told = tell(toBorrower(borrower), "loan.decided", view, request.state === "offered" ? answers : {});
  return request.state === "rejected" ? [...told, ...(await tellGuarantors(tx, request, view))] : told;
}
