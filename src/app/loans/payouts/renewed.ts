import type { LocalDate } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { contractId } from "../../../domain/loans/contract";
import type { RenewedContract } from "../../../domain/loans/payouts/payout";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { satang } from "../../../domain/money";
import { findContract } from "../../../storage/loan-contracts";
import type { Tx } from "../../../storage/tx";
import { standingsOf } from "../standings";

/**
 * What ends on a day the contract that a request renews: principal, interest of the periods that have begun, fine. Null where it renews none, or
 * that is paid back already. Throws `payout.old-unknown` where the old contract is one on paper whose interest nobody can reckon.
 */
export async function renewedOn(
  tx: Tx,
  group: Group,
  { renews, memberId, requestNo }: LoanRequest,
  on: LocalDate,
): Promise<RenewedContract | null> {
  if (renews === null) return null;
  const contract = await findContract(tx, contractId(group.id, renews));
  const [standing] = contract?.memberId === memberId ? await standingsOf(tx, group, [contract], on) : [];
  if (!standing) throw new DomainError("payout.old-unknown", { requestNo, contractNo: renews });
  const { outstanding, fineDue, payOff } = standing;
  if (payOff === 0) return null;
  return {
    contractNo: renews,
    principal: outstanding,
    interest: satang(payOff - outstanding - fineDue),
    fine: fineDue,
  };
}
