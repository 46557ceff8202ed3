import { monthOf, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { JournalEntry } from "../../domain/ledger/chain";
import { checkRepayment } from "../../domain/loans/repayment/split";
import type { Satang } from "../../domain/money";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import type { Tx } from "../../storage/tx";
import { checkSplit, refuseMoreThanOwed, refuseUntaken } from "./deposit-checks";
import { pledgeAfter, pledgeSavingsOf, rowsBefore, totalOf, type DepositRow, type PledgeAfter } from "./deposit-rows";
import { fineDue, refuseAgainstRules, type FineDue } from "./desk-rules";
import type { PassbookState } from "./read-passbooks";
import { sameDeposit } from "./same-deposit";

/** What sums do to a passbook. */
export interface SumsExamined {
  rows: DepositRow[];
  /** How far the pledge is paid after them; null where nothing of them is for the pledge. */
  pledge: PledgeAfter | null;
}

/**
 * What sums would do to a member's passbook. Throws `loan.more-than-owed`, what `checkRepayment` throws, and, against the rules (null: a card has been shown of them),
 * `purpose.not-taken`, `pledge.too-far-ahead`.
 */
export function examineSums(
  { member, holdings, loans = [] }: Pick<PassbookState, "member" | "holdings"> & Partial<Pick<PassbookState, "loans">>,
  split: readonly DepositSplit[],
  on: LocalDate,
  rules: RuleBook | null,
): SumsExamined {
  refuseMoreThanOwed(holdings, split);
  for (const loan of loans) checkRepayment(loan, split);
  const pledge = pledgeAfter(member, pledgeSavingsOf(holdings), split, on);
  if (rules) refuseAgainstRules(rules, split, pledge);
  return { rows: rowsBefore(holdings, split), pledge };
}

/** What a deposit would do. */
export interface DepositExamined extends SumsExamined {
  total: Satang;
  /** What the rules ask for besides; null where nothing. */
  fine: FineDue | null;
  /** The entry of the day with the same member, purposes and sums; null where there is none. */
  same: JournalEntry | null;
}

/**
 * What a deposit would do to a passbook whose state is read; `on` is the day that it counts for. Throws `amount.not-positive`,
 * `amount.too-large`, `member.waiting`, `member.not-active` and what `examineSums` throws.
 */
export async function examineDeposit(
  tx: Tx,
  state: PassbookState,
  { group, split, rules, on }: { group: Group; split: readonly DepositSplit[]; rules: RuleBook; on: LocalDate },
): Promise<DepositExamined> {
  const { member, holdings } = state;
  checkSplit(split);
  await refuseUntaken(tx, group, member, split, on);
  const savings = pledgeSavingsOf(holdings);
  return {
    ...examineSums(state, split, on, rules),
    total: totalOf(split),
    fine: fineDue(rules, member, { savings, month: monthOf(on), split }),
    same: sameDeposit(state, split),
  };
}
