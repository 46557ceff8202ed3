import type { JournalEntry } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { officerName, type OfficerName } from "../../domain/people";
import { purposeOf, type DepositSplit } from "../../domain/savings/deposit";
import { findReversalsOf } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** A deposit that stands in the books already: its receipt, when, and who took it. */
export interface EarlierDeposit {
  receipt: string;
  at: Date;
  by: OfficerName | null;
}

/** What is handed over, and by whom. */
interface Wanted {
  member: Member;
  split: readonly DepositSplit[];
}

/** The deposit among the member's entries of a day that has the same purposes and sums, and still holds; null where there is none. */
export async function findSameDeposit(
  tx: Tx,
  ofTheDay: readonly JournalEntry[],
  wanted: Wanted,
): Promise<EarlierDeposit | null> {
  const entries = ofTheDay.filter((entry) => entry.kind === "savings.deposit" && isSame(entry, wanted));
  const reversals = await findReversalsOf(
    tx,
    entries.map((entry) => entry.id),
  );
  const reversed = new Set(reversals.map((reversal) => reversal.reverses));
  const same = entries.find((entry) => !reversed.has(entry.id));
  if (!same?.receipt) return null;
  const officers = await findMembers(tx, same.actor.memberId ? [same.actor.memberId] : []);
  return { receipt: receiptText(same.receipt), at: same.postedAt, by: officerName(same.actor, officers) };
}

function isSame(entry: JournalEntry, { member, split }: Wanted): boolean {
  const credits = entry.postings.filter((posting) => posting.memberId === member.id);
  const has = (part: DepositSplit) => {
    const { purpose, contractNo, amount } = part;
    return credits.some(
      (one) => purposeOf(one.code) === purpose && one.contractNo === contractNo && one.amount === amount,
    );
  };
  return credits.length === split.length && split.every(has);
}
