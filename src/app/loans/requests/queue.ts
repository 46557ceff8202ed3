import type { GroupId } from "../../../domain/ids";
import type { QueueOrder } from "../../../domain/loans/loan-rules";
import { inQueueOrder } from "../../../domain/loans/requests/queue";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { findContractsOfMembers } from "../../../storage/loan-contracts";
import { findLoanRequests } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";

/** The requests that wait for a group's next meeting, in the order of its rules. */
export async function queueOf(tx: Tx, groupId: GroupId, order: QueueOrder): Promise<LoanRequest[]> {
  const waiting = await findLoanRequests(tx, groupId, ["waiting"]);
  if (order !== "first-loan-first") return inQueueOrder(waiting, order, new Set());
  const contracts = await findContractsOfMembers(tx, [...new Set(waiting.map(({ memberId }) => memberId))]);
  return inQueueOrder(waiting, order, new Set(contracts.map(({ memberId }) => memberId)));
}
