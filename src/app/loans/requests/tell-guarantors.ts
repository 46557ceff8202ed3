import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { LoanRequestView } from "../../../domain/loans/requests/request-view";
import type { Notice } from "../../../domain/notice";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";
import { guaranteeKey } from "./name-guarantor";

/** Guarantors of a request that is over, asked or agreed, hear that they stand for nothing; what still asks them for a word is taken back. */
export async function tellGuarantors(tx: Tx, request: LoanRequest, view: LoanRequestView): Promise<Notice[]> {
  const standing = request.guarantors.filter(({ state }) => state === "asked" || state === "agreed");
  for (const { memberNo } of standing) await dropAsked(tx, guaranteeKey(request.id, { memberNo }));
  return standing.map(({ memberId }) => ({ to: { memberId, asOwner: true }, kind: "guarantee.over", view }));
}
