import { createHash } from "node:crypto";
import type { Sitting } from "../../../domain/loans/sitting";

/**
 * What tells one list of a meeting from another: of rows, sums, reasons, who entered them, and since when each request stood so. The buttons of a card carry that of
 * the list which it shows, so that nobody confirms a list that she did not read.
 */
export function listDigest({ rows }: Pick<Sitting, "rows">): string {
  const list = rows.map(({ requestId, amount, decision, granted, reason, enteredBy, seen }) => [
    requestId,
    amount,
    decision,
    granted,
    reason,
    enteredBy?.memberId ?? null,
    seen.getTime(),
  ]);
  return createHash("sha256").update(JSON.stringify(list)).digest("base64url");
}
