import type { Doc } from "../bson/value";

/** Codes after which a retryable write may simply be sent again (driver specification: Retryable Writes). */
const RETRYABLE = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Codes that end a transaction in a way that a new try may get past (driver specification: Transactions). */
const TRANSIENT = new Set([24, 112, 246, 251, 267]);

/**
 * The error labels for a command that failed with this code. RetryableWriteError is for retryable writes, commit and abort, never for
 * the statements of a transaction.
 */
export function labelsFor(code: number, command: Doc): string[] {
  const name = command.keys().next().value;
  const ends = name === "commitTransaction" || name === "abortTransaction";
  if (command.get("autocommit") === false && !ends) {
    return RETRYABLE.has(code) || TRANSIENT.has(code) ? ["TransientTransactionError"] : [];
  }
  if (RETRYABLE.has(code)) return command.has("txnNumber") ? ["RetryableWriteError"] : [];
  return ends && code === 251 ? ["TransientTransactionError"] : [];
}
