import type { CommandError } from "../errors";

/** Codes after which a retryable write may simply be sent again (driver specification: Retryable Writes). */
const RETRYABLE = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Codes that end a transaction in a way that a new try may get past (driver specification: Transactions). */
const TRANSIENT = new Set([24, 112, 246, 251, 267]);

/** How the failed command was sent. */
export interface Circumstances {
  readonly inTransaction: boolean;
  /** commitTransaction or abortTransaction. */
  readonly endsTransaction: boolean;
  readonly retryableWrite: boolean;
}

/** The error labels of an error reply. RetryableWriteError is for retryable writes, commit and abort, never for a transaction's statements. */
export function labelsFor(
  error: Pick<CommandError, "code">,
  { inTransaction, endsTransaction, retryableWrite }: Circumstances,
): string[] {
  const retryable = RETRYABLE.has(error.code);
  if (endsTransaction) {
    if (retryable) return ["RetryableWriteError"];
    return error.code === 251 ? ["TransientTransactionError"] : [];
  }
  if (inTransaction) return retryable || TRANSIENT.has(error.code) ? ["TransientTransactionError"] : [];
  return retryableWrite && retryable ? ["RetryableWriteError"] : [];
}
