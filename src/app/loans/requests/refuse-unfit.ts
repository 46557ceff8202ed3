import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import { guarantorClause, personBar } from "../../../domain/loans/requests/guarantors";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import type { RuleBook } from "../../../domain/rules/rule-book";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { standingBeside } from "./guarantees";

/** Refuses the word of who cannot stand for this request for who she is, whoever named her and however long ago. Throws `guarantor.unable`. */
export async function refuseUnfit(
  tx: Tx,
  { rules, request, guarantor, now }: { rules: RuleBook; request: LoanRequest; guarantor: Member; now: Date },
): Promise<void> {
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) throw new Error("a request names its borrower");
  const others = await standingBeside(tx, request, guarantor);
  const bar = personBar({ borrower, candidate: guarantor, others, on: localDateOf(now) });
  if (bar)
    throw new DomainError("guarantor.unable", { memberNo: guarantor.memberNo, bar, clause: guarantorClause(rules) });
}
