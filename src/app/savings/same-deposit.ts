import type { JournalEntry } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import { officerName, type OfficerName } from "../../domain/people";
import { purposeOf, type DepositSplit } from "../../domain/savings/deposit";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { PassbookState } from "./read-passbooks";

/** A deposit that stands in the books already: its receipt, when, and who took it. */
export interface EarlierDeposit {
  receipt: string;
  at: Date;
  by: OfficerName | null;
}

/**
 * The last of the member's deposits of the day that still holds and has the same purposes and sums, or pays on a contract that is paid on again: of
 * each a day takes one payment, unless somebody says that it is another one. Null where there is none.
 */
export function sameDeposit(
  { member, standing }: Pick<PassbookState, "member" | "standing">,
  split: readonly DepositSplit[],
): JournalEntry | null {
  const paidOn = new Set(split.flatMap(({ contractNo }) => contractNo ?? []));
  const isSame = ({ postings }: JournalEntry): boolean => {
    if (postings.some(({ contractNo }) => contractNo !== undefined && paidOn.has(contractNo))) return true;
    const credits = postings.filter(({ memberId }) => memberId === member.id);
    const has = ({ purpose, contractNo, amount }: DepositSplit) =>
      credits.some((one) => purposeOf(one.code) === purpose && one.contractNo === contractNo && one.amount === amount);
    return credits.length === split.length && split.every(has);
  };
  return standing.findLast(isSame) ?? null;
}

/** A deposit as a card names it that warns of it; null for none. */
export async function earlierDeposit(tx: Tx, entry: JournalEntry | null): Promise<EarlierDeposit | null> {
  if (!entry?.receipt) return null;
  const officers = await findMembers(tx, entry.actor.memberId ? [entry.actor.memberId] : []);
  return { receipt: receiptText(entry.receipt), at: entry.postedAt, by: officerName(entry.actor, officers) };
}
