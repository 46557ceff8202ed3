import type { MemberId } from "../ids";
import { account } from "../ledger/accounts";
import type { JournalEntry } from "../ledger/chain";
import { add, subtract, sum, type Satang } from "../money";

/** A box that is counted by itself, and the satang that the books say lie in it. */
export interface BookedBox {
  /** Whose it is; null: the group's own, with what was there in the morning. */
  of: MemberId | null;
  booked: Satang;
  /** Besides what its officer took, the cash of the morning less what was paid out lies in it. */
  carries?: true;
}

/** A box that two people counted, in satang. */
export interface CountedBox extends Omit<BookedBox, "carries"> {
  counted: Satang;
}

/** Satang of cash that an entry took in. */
export function cashOf({ postings }: JournalEntry): Satang {
  return sum(
    postings.filter(({ code, side }) => code === account.cash && side === "debit").map(({ amount }) => amount),
  );
}

/** Satang of cash that each officer took by these deposits. */
export function takenBy(deposits: readonly JournalEntry[]): Map<MemberId, Satang> {
  const taken = new Map<MemberId, Satang>();
  for (const entry of deposits) {
    const { memberId } = entry.actor;
    const cash = cashOf(entry);
    if (memberId !== null && cash > 0) taken.set(memberId, add(taken.get(memberId) ?? sum([]), cash));
  }
  return taken;
}

/**
 * The boxes that are counted one by one where two officers or more took money on a day; none where one did. What is not from today's members, the
 * cash of the morning less what was paid out, lies in the treasurer's box; where she took nothing, in the group's own, or is gone from the fullest. Their
 * sum is the cash, to the satang.
 */
export function boxesOfDay(
  taken: ReadonlyMap<MemberId, Satang>,
  { cash, treasurers }: { cash: Satang; treasurers: readonly MemberId[] },
): BookedBox[] {
  if (taken.size < 2) return [];
  const boxes = [...taken].map(([of, booked]): BookedBox => ({ of, booked }));
  const rest = subtract(cash, sum(boxes.map(({ booked }) => booked)));
  const fullest = boxes.reduce((one, other) => (other.booked > one.booked ? other : one));
  const holder = boxes.find(({ of }) => of !== null && treasurers.includes(of)) ?? (rest < 0 ? fullest : null);
  if (rest === 0) return boxes;
  if (!holder) return [...boxes, { of: null, booked: rest }];
  return boxes.map((box) => (box === holder ? { ...box, booked: add(box.booked, rest), carries: true } : box));
}
