import { DomainError } from "../../../domain/errors";
import type { LoanContract } from "../../../domain/loans/contract";
import { findContract } from "../../../storage/loan-contracts";
import type { Tx } from "../../../storage/tx";
import { requirePassbook, type Actor, type Passbook } from "../../people/actor";

/** A contract with the passbook that it is of, where this phone opens it. Throws `card.foreign`, `card.outdated` where there is no such contract any more. */
export async function passbookOfContract(
  tx: Tx,
  actor: Actor,
  contractId: string,
): Promise<{ contract: LoanContract; passbook: Passbook }> {
  const contract = await findContract(tx, contractId);
  if (!contract) throw new DomainError("card.outdated", { why: "changed" });
  return { contract, passbook: await requirePassbook(tx, actor, contract.memberId) };
}
