import { DomainError } from "../../../domain/errors";
import type { LoanContract } from "../../../domain/loans/contract";
import { findContract } from "../../../storage/loan-contracts";
import type { Tx } from "../../../storage/tx";
import { requirePassbook, type Actor, type Passbook } from "../../people/actor";
import { findBorrowers } from "../requests/borrowers";

/**
 * A contract with the passbook that it is of, where this phone opens it or its person signs for the occupational group whose it is. Throws `card.foreign`,
 * `card.outdated` where there is no such contract any more.
 */
export async function passbookOfContract(
  tx: Tx,
  actor: Actor,
  contractId: string,
): Promise<{ contract: LoanContract; passbook: Pick<Passbook, "member" | "group"> }> {
  const contract = await findContract(tx, contractId);
  if (!contract) throw new DomainError("card.outdated", { why: "changed" });
  const signed = (await findBorrowers(tx, actor)).find(({ member }) => member.id === contract.memberId);
  return { contract, passbook: signed ?? (await requirePassbook(tx, actor, contract.memberId)) };
}
