import type { GroupId } from "../domain/ids";
import type { LoanContract } from "../domain/loans/contract";
import { LoanContractModel } from "./loan-contracts";
import type { Tx } from "./tx";

/** Number and holder of every contract of a group. */
export async function findContractsOfGroup(
  tx: Tx,
  groupId: GroupId,
): Promise<Pick<LoanContract, "contractNo" | "memberId">[]> {
  return LoanContractModel.find({ groupId }, { _id: 0, contractNo: 1, memberId: 1 })
    .session(tx.session)
    .lean<Pick<LoanContract, "contractNo" | "memberId">[]>();
}
