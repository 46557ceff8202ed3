import { findOpenContracts } from "../../app/loans/open-contracts";
import { DomainError } from "../../domain/errors";
import type { Member } from "../../domain/members/member";
import { isOfLoan, type DepositSplit } from "../../domain/savings/deposit";
import type { Tx } from "../../storage/tx";
import { countMonths, inOrder, savingsForMonths, splitOf, type DepositItem } from "./deposit-questions";

/** What a member's line says without a question; or why nothing can be taken. */
export type CertainSplit = { split: DepositSplit[] } | { refused: DomainError };

/**
 * What lines say where nothing is asked, in their order and in as many reads as one takes: refused is `format.unreadable` where a sum, its
 * purpose or its contract is not certain, and `loan.no-contract`.
 */
export async function certainSplits(
  tx: Tx,
  rows: readonly { member: Member; items: readonly DepositItem[] }[],
  hint: "deposit" | "suspense",
): Promise<CertainSplit[]> {
  const savings = await savingsForMonths(tx, rows);
  const borrowers = rows.filter(({ items }) => items.some(({ purpose }) => purpose && isOfLoan(purpose)));
  const contracts = await findOpenContracts(
    tx,
    borrowers.map(({ member }) => member.id),
  );
  return rows.map(({ member, items }) => {
    const split = inOrder(countMonths(items, member, savings.get(member.id)).flatMap(splitOf));
    const purposes = new Set(split.map(({ purpose }) => purpose));
    const unread = { refused: new DomainError("format.unreadable", { hint }) };
    if (purposes.size !== items.length || split.some(({ amount }) => amount <= 0)) return unread;
    if (!split.some(({ purpose }) => isOfLoan(purpose))) return { split };
    const [only, other] = contracts.filter(({ memberId }) => memberId === member.id);
    if (!only) return { refused: new DomainError("loan.no-contract", { memberNo: member.memberNo }) };
    if (other) return unread;
    return { split: split.map((part) => (isOfLoan(part.purpose) ? { ...part, contractNo: only.contractNo } : part)) };
  });
}
