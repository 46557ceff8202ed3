import type { LedgerHead } from "./head";
import { shortCode } from "./short-code";

/**
 * The closing code of a working day: 8 characters of Crockford's base 32 (no I, L, O, U) from the hash of the chain's head behind the
 * record that closed the day. Written into the paper audit book at the table, it shows later whether an entry up to that closing was changed:
 * the chain of today, read up to the same number, must end in a head with the same code.
 */
export function closingCode({ hash }: Pick<LedgerHead, "hash">): string {
  return shortCode("closing-code", hash);
}
