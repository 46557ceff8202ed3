import { DomainError } from "../errors";
import type { JournalEntry } from "./chain";
import type { EntryDraft, EntryKind } from "./journal-entry";
import { receiptText } from "./receipt";

/** What a reversal needs besides the entry that it turns round. */
export type ReversalFacts = Pick<
  EntryDraft,
  "idempotencyKey" | "effectiveOn" | "postedAt" | "actor" | "source" | "reason" | "secondedBy" | "record"
>;

/** The kinds of entries that two officers can take back: all that move money, but for openings and reversals. */
export const reversibleKinds: readonly EntryKind[] = [
  "savings.deposit",
  "savings.withdrawal",
  "expense.paid",
  "loan.paid-out",
  "loan.set-off",
  "loan.restructured",
  "loan.taken-over",
  "loan.written-off",
  "bank.deposit",
  "bank.withdrawal",
  "suspense.received",
  "suspense.settled",
  "suspense.returned",
  "bank.interest",
  "grant.received",
  "difference.settled",
];

/**
 * The entry that takes back another: the same postings with their sides changed. The first stays as it is.
 * Throws `entry.not-reversible` for records, openings and reversals.
 */
export function reversalOf(entry: JournalEntry, facts: ReversalFacts): EntryDraft {
  if (!reversibleKinds.includes(entry.kind)) {
    throw new DomainError("entry.not-reversible", {
      receipt: entry.receipt ? receiptText(entry.receipt) : String(entry.seq),
    });
  }
  return {
    ...facts,
    kind: "reversal",
    reverses: entry.id,
    withReceipt: false,
    postings: entry.postings.map((posting) => ({ ...posting, side: posting.side === "debit" ? "credit" : "debit" })),
  };
}
