import type { ConflictKind } from "../../../domain/approvals/ballot";
import { DomainError } from "../../../domain/errors";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { conflictsOf } from "../decisions/conflicts";

/** Why a member takes no part in deciding on a request; null where she may. */
export async function conflictIn(tx: Tx, member: Member, request: LoanRequest): Promise<ConflictKind | null> {
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) throw new Error("a request has its borrower");
  const own = conflictsOf(request, borrower).find(({ memberId }) => memberId === member.id)?.why;
  if (own) return own;
  return borrower.household !== null && borrower.household === member.household ? "household" : null;
}

/** Throws `ballot.conflict` where she takes no part. */
export async function refuseConflict(tx: Tx, member: Member, request: LoanRequest): Promise<void> {
  const conflict = await conflictIn(tx, member, request);
  if (conflict) throw new DomainError("ballot.conflict", { conflict });
}
