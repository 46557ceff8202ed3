import type { LocalDate } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { RenewedContract } from "../../../domain/loans/payouts/payout";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Tx } from "../../../storage/tx";

/** What is owed on a day on the contract that a request renews; null where it renews none. */
export async function renewedOn(
  _tx: Tx,
  _group: Group,
  { renews }: LoanRequest,
  _on: LocalDate,
): Promise<RenewedContract | null> {
  if (renews !== null) throw new Error("a contract is renewed once its standing can be read");
  return null;
}
