import type { MemberId } from "../ids";
import type { Satang } from "../money";

/** One thing that two people count without seeing each other's sum: the cash in the box, or the balance of the bank passbook. */
export interface BlindCount {
  /** From 1. It rises with every new try and is never used again, so that an old card or question answers nothing. */
  round: number;
  /** What each of the two said in this round. */
  said: { by: MemberId; amount: Satang }[];
  /** Number of the last entry that had moved the account when the round's first sum was said; null before. */
  movedBy: number | null;
  /** The counters who accept that the books are set to what was counted. */
  accepted: MemberId[];
}

/** A count that nobody has begun. */
export const firstRound: BlindCount = { round: 1, said: [], movedBy: null, accepted: [] };

/** The next try: what was said before counts no more. */
export function nextRound({ round }: BlindCount): BlindCount {
  return { ...firstRound, round: round + 1 };
}

/**
 * The count after one of the two said a sum, in satang; she may say another one until the other has spoken. `lastSeq` is the number of the
 * last entry that moved the account.
 */
export function say(count: BlindCount, by: MemberId, amount: Satang, lastSeq: number): BlindCount {
  const others = count.said.filter((one) => one.by !== by);
  return { ...count, said: [...others, { by, amount }], movedBy: count.movedBy ?? lastSeq };
}

/** Whether both have spoken in this round and their sums differ. */
export function isUnequal({ said: [one, other] }: BlindCount): boolean {
  return one !== undefined && other !== undefined && one.amount !== other.amount;
}

/** The sum that both said, in satang; null as long as they have not. */
export function agreedOn({ said: [one, other] }: BlindCount): Satang | null {
  return one && other?.amount === one.amount ? one.amount : null;
}

/** What this person said in this round, in satang; null before she did. */
export function saidBy({ said }: BlindCount, member: MemberId): Satang | null {
  return said.find(({ by }) => by === member)?.amount ?? null;
}

/** The count with one more of the two accepting the difference. */
export function accept(count: BlindCount, by: MemberId): BlindCount {
  return { ...count, accepted: [...new Set([...count.accepted, by])] };
}

/** Whether money moved on the account since the first of the two spoke: then the count is void. */
export function isVoid({ movedBy }: BlindCount, lastSeq: number): boolean {
  return movedBy !== null && movedBy !== lastSeq;
}
