import { findOpenContracts, type OpenContract } from "../../app/loans/open-contracts";
import { planRepayment } from "../../app/loans/repayments/plan-repayment";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import { isOfLoan, type DepositSplit } from "../../domain/savings/deposit";
import type { Chat } from "../chat";
import { countMonths, inOrder, isRepayment, savingsForMonths, splitOf, type DepositItem } from "./deposit-questions";

/** What a member's line says without a question; or why nothing can be taken. */
export type CertainSplit = { split: DepositSplit[] } | { refused: DomainError };

/**
 * What lines say where nothing is asked, in their order: refused is `format.unreadable` where a sum, its purpose or its contract is not certain,
 * `loan.no-contract`, and what `splitRepayment` throws.
 */
export async function certainSplits(
  chat: Chat,
  group: Group,
  rows: readonly { member: Member; items: readonly DepositItem[] }[],
  hint: "deposit" | "suspense",
): Promise<CertainSplit[]> {
  const savings = await savingsForMonths(chat.tx, rows);
  const isPaidOn = ({ purpose }: DepositItem) => purpose !== null && (purpose === "loan" || isOfLoan(purpose));
  const borrowers = rows.filter(({ items }) => items.some(isPaidOn));
  const contracts = await findOpenContracts(
    chat.tx,
    borrowers.map(({ member }) => member.id),
  );
  const splits: CertainSplit[] = [];
  for (const { member, items } of rows) {
    const own = contracts.filter(({ memberId }) => memberId === member.id);
    try {
      splits.push({ split: await certainSplit({ chat, group, member, contracts: own, hint }, items, savings) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      splits.push({ refused: error });
    }
  }
  return splits;
}

interface Line {
  chat: Chat;
  group: Group;
  member: Member;
  contracts: readonly OpenContract[];
  hint: "deposit" | "suspense";
}

async function certainSplit(
  { chat, group, member, contracts, hint }: Line,
  items: readonly DepositItem[],
  savings: ReadonlyMap<Member["id"], Satang>,
): Promise<DepositSplit[]> {
  const unread = () => new DomainError("format.unreadable", { hint });
  const whole = items.filter(({ purpose }) => purpose === "loan");
  const split = countMonths(items, member, savings.get(member.id)).flatMap(splitOf);
  const purposes = new Set(split.map(({ purpose }) => purpose));
  if (purposes.size + whole.length !== items.length || split.some(({ amount }) => amount <= 0)) throw unread();
  const [only, other] = contracts;
  const ofLoan = split.filter(({ purpose }) => isOfLoan(purpose));
  if (ofLoan.length === 0 && whole.length === 0) return inOrder(split);
  if (!only) throw new DomainError("loan.no-contract", { memberNo: member.memberNo });
  const [item, second] = whole;
  if (other || second || (item && (ofLoan.length > 0 || !isRepayment(item.amount)))) throw unread();
  const { contractNo } = only;
  const named = split.map((part) => (isOfLoan(part.purpose) ? { ...part, contractNo } : part));
  if (!item || !isRepayment(item.amount)) return inOrder(named);
  const repaid = await planRepayment(chat.tx, group, only, { amount: item.amount, now: chat.now });
  if (!repaid) throw unread();
  return inOrder([...named, ...repaid]);
}
