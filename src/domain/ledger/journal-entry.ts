import { strict as assert } from "node:assert";
import type { LocalDate } from "../dates";
import type { EntryId, MemberId, PersonId } from "../ids";
import { sum, type Satang } from "../money";
import { accountKey, keptPer, normalSide, type AccountRef, type Side } from "./accounts";

/** One line of an entry: so many satang on one side of one account. */
export interface Posting extends AccountRef {
  side: Side;
  amount: Satang;
}

/** What an entry says happened. Records change no balance; they stand in the chain so that whoever keeps a head sees them too. */
export type EntryKind =
  | "opening.member"
  | "opening.group"
  | "opening.loan"
  | "savings.deposit"
  | "savings.withdrawal"
  | "expense.paid"
  | "loan.paid-out"
  | "loan.set-off"
  | "loan.restructured"
  | "loan.taken-over"
  | "loan.written-off"
  | "bank.deposit"
  | "bank.withdrawal"
  | "suspense.received"
  | "suspense.settled"
  | "suspense.returned"
  | "bank.interest"
  | "grant.received"
  | "count.difference"
  | "difference.settled"
  | "reversal"
  | "day.opened"
  | "day.closed"
  | "register.member"
  | "register.officers"
  | "register.group"
  | "member.admitted"
  | "pledge.changed"
  | "link.made"
  | "link.ended"
  | "helper.made"
  | "helper.ended"
  | "rules.adopted"
  | "office-cash.opened"
  | "office-cash.closed"
  | "payment-details.changed"
  | "payment-details.stopped"
  | "resolution.made"
  | "officers.decided"
  | "officers.handed-over"
  | "parallel-run.started"
  | "parallel-run.live"
  | "ledger.restored";

/** Who made an entry: the person's id and the position in which she acted; null for setup, import and jobs. */
export interface EntryActor {
  personId: PersonId | null;
  memberId: MemberId | null;
  position: string;
}

/** Through which door an entry came in. */
export type EntrySource = "chat" | "desk" | "paper" | "import" | "job" | "setup";

/** A receipt's number: per group, series (a letter that changes after a restore, else empty) and Buddhist year, without gaps. */
export interface ReceiptNo {
  series: string;
  year: number;
  no: number;
}

/** An entry before it has its place in the chain. */
export interface EntryDraft {
  idempotencyKey: string;
  kind: EntryKind;
  effectiveOn: LocalDate;
  postedAt: Date;
  actor: EntryActor;
  source: EntrySource;
  postings: Posting[];
  /** Whether the entry gets a receipt number. */
  withReceipt: boolean;
  reverses?: EntryId;
  reason?: string;
  /** Data of a record; no names in it, only salted hashes of names. */
  record?: Record<string, string | number | boolean | null>;
  /** The second person of an act that needs two. */
  secondedBy?: EntryActor;
}

/** A posting on the debit side. */
export function debit(account: AccountRef, amount: Satang): Posting {
  return { ...account, side: "debit", amount };
}

/** A posting on the credit side. */
export function credit(account: AccountRef, amount: Satang): Posting {
  return { ...account, side: "credit", amount };
}

/** What an entry moved, in satang: the sum of its debits; zero for a record. */
export function movedBy({ postings }: Pick<EntryDraft, "postings">): Satang {
  return sum(postings.filter(({ side }) => side === "debit").map(({ amount }) => amount));
}

/** The members who made an entry: who entered it, and the second person. */
export function makersOf({ actor, secondedBy }: Pick<EntryDraft, "actor" | "secondedBy">): MemberId[] {
  return [actor.memberId, secondedBy?.memberId].filter((id): id is MemberId => id !== null && id !== undefined);
}

/** Throws an AssertionError unless every sum is positive and debits equal credits. Called where an entry is made and where it is stored. */
export function assertBalanced(postings: readonly Posting[]): void {
  for (const posting of postings) assert(posting.amount > 0, "a posting has a positive sum");
  const side = (wanted: Side) =>
    sum(postings.filter((posting) => posting.side === wanted).map((posting) => posting.amount));
  assert.equal(side("debit"), side("credit"), "debits equal credits");
}

/** The change that the postings make to each account's balance, in satang on the account's normal side, by account key. */
export function balanceChanges(postings: readonly Posting[]): Map<string, { ref: AccountRef; change: number }> {
  const changes = new Map<string, { ref: AccountRef; change: number }>();
  for (const { side, amount, ...posted } of postings) {
    const { groupId, code } = posted;
    const key = accountKey(posted);
    const change = (changes.get(key)?.change ?? 0) + (side === normalSide(code) ? amount : -amount);
    changes.set(key, { ref: keptPer(posted) === "group" ? { groupId, code } : posted, change });
  }
  return changes;
}
