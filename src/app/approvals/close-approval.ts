import type { Approval } from "../../domain/approvals/two-officers";
import { saveApproval } from "../../storage/approvals";
import { dropAsked } from "../../storage/outbox";
import type { Tx } from "../../storage/tx";

/**
 * Saves a request that is open no more, whatever ended it, and takes back what still asks for a word on it. Throws when somebody ended it
 * in the meantime, so that the transaction runs again.
 */
export async function closeApproval(tx: Tx, approval: Approval): Promise<void> {
  await saveApproval(tx, approval);
  await dropAsked(tx, approval.id);
}
