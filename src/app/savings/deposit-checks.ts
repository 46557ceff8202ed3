import type { LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Member } from "../../domain/members/member";
import { satang } from "../../domain/money";
import type { DepositSplit } from "../../domain/savings/deposit";
import type { Tx } from "../../storage/tx";
import { stillWaiting } from "../members/admission";
import { heldOf, totalOf, type Holdings } from "./deposit-rows";

/** No single act of a village group's desk is larger: what is above is a typing mistake until a rule of the group says otherwise. */
export const depositLimit = satang(1_000_000_00);

/** Throws `amount.not-positive`, `amount.too-large`. */
export function checkSplit(split: readonly DepositSplit[]): void {
  if (split.length === 0 || split.some((part) => part.amount <= 0))
    throw new DomainError("amount.not-positive", { limit: depositLimit });
  if (totalOf(split) > depositLimit) throw new DomainError("amount.too-large", { limit: depositLimit });
}

/** Throws `loan.more-than-owed`. */
export function refuseMoreThanOwed(holdings: Holdings, split: readonly DepositSplit[]): void {
  for (const part of split.filter(({ purpose }) => purpose === "principal")) {
    const owed = heldOf(holdings, part);
    if (part.amount > owed) throw new DomainError("loan.more-than-owed", { contractNo: part.contractNo ?? "", owed });
  }
}

/** Whether an entry fee is among the sums. */
export const paysEntry = (split: readonly DepositSplit[]): boolean =>
  split.some(({ purpose }) => purpose === "entry-fee");

/** Money is taken of active members; of who waits for her admission, the entry fee alone. Throws `member.waiting`, `member.not-active`. */
export async function refuseUntaken(
  tx: Tx,
  group: Group,
  member: Member,
  split: readonly DepositSplit[],
  on: LocalDate,
): Promise<void> {
  const { memberNo, status } = member;
  if (status === "active" || (status === "pending" && split.every(({ purpose }) => purpose === "entry-fee"))) return;
  if (status === "pending") throw await stillWaiting(tx, group, member, on);
  throw new DomainError("member.not-active", { memberNo, status });
}
