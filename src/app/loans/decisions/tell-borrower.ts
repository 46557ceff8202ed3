import type { Group } from "../../../domain/groups/group";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Notice } from "../../../domain/notice";
import type { Tx } from "../../../storage/tx";
import { requestView } from "../requests/request-view";

/** The borrower hears what was decided; an offer of less with the ways to take it or not. */
export async function tellDecided(tx: Tx, group: Group, request: LoanRequest): Promise<Notice> {
  const payload = { requestId: request.id };
  const answers = {
    accept: { name: "loan.offer.accept", payload },
    decline: { name: "loan.offer.decline", payload },
  };
  return {
    to: { memberId: request.memberId, asOwner: true },
    kind: "loan.decided",
    view: await requestView(tx, group, request),
    ...(request.state === "offered" ? { buttons: answers } : {}),
  };
}
