import { lapse } from "../../domain/approvals/two-officers";
import type { GroupId } from "../../domain/ids";
import { findOpenApprovals } from "../../storage/approvals";
import type { Tx } from "../../storage/tx";
import { closeApproval } from "../approvals/close-approval";
import { paymentOf } from "./payment-view";

/** Ends the requests for cash of a day that closes: what was not paid by then is not paid from that day's box. */
export async function lapsePaymentsOfDay(tx: Tx, groupId: GroupId, dayId: string, now: Date): Promise<void> {
  for (const approval of await findOpenApprovals(tx, [groupId])) {
    if (approval.kind !== "payment" || approval.payload["dayId"] !== dayId) continue;
    if (paymentOf(approval).source === "cash") await closeApproval(tx, lapse(approval, now));
  }
}
