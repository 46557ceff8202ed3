import type { ConflictKind } from "../../../domain/approvals/ballot";
import { DomainError } from "../../../domain/errors";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { conflictOf } from "../../approvals/committee-seats";
import { conflictsOf } from "../decisions/conflicts";

/** Why a member takes no part in deciding on each of these requests, in their order; null where she may. One read of the borrowers. */
export async function conflictsIn(
  tx: Tx,
  member: Member,
  requests: readonly LoanRequest[],
): Promise<(ConflictKind | null)[]> {
  const borrowers = await findMembers(tx, [...new Set(requests.map(({ memberId }) => memberId))]);
  return requests.map((request) => {
    const borrower = borrowers.find(({ id }) => id === request.memberId);
    if (!borrower) throw new Error("a request has its borrower");
    return conflictOf(member, conflictsOf(request, borrower), borrower.household);
  });
}

/** Throws `ballot.conflict` where she takes no part. */
export async function refuseConflict(tx: Tx, member: Member, request: LoanRequest): Promise<void> {
  const [conflict] = await conflictsIn(tx, member, [request]);
  if (conflict) throw new DomainError("ballot.conflict", { conflict });
}
