import { addMonths, type YearMonth } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import { lateFine } from "../../domain/rules/fines";
import { clauseOf, type RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import { pledgeDue, pledgeOf } from "../../domain/savings/pledge";
import type { PledgeAfter } from "./deposit-rows";

/** A fine that the rules ask for and that the officer has not named: for how many missed months, by which clause. */
export interface FineDue {
  amount: Satang;
  months: number;
  clause: string;
}

/** Throws `purpose.not-taken` where the group's desk does not take one of the purposes, `pledge.too-far-ahead` where more months are paid than may be. */
export function refuseAgainstRules(rules: RuleBook, split: readonly DepositSplit[], pledge: PledgeAfter | null): void {
  const { takes } = rules.values["money-kinds"];
  const refused = split.find(({ purpose }) => !takes.includes(purpose));
  if (refused)
    throw new DomainError("purpose.not-taken", { purpose: refused.purpose, clause: clauseOf(rules, "money-kinds").no });
  const { monthsAhead } = rules.values.pledge;
  if (pledge && pledge.paidThrough > addMonths(pledge.month, monthsAhead))
    throw new DomainError("pledge.too-far-ahead", { months: monthsAhead, clause: clauseOf(rules, "pledge").no });
}

/** The fine of a member who pays a pledge with months behind her, where the line names none; null where the rules ask for none. */
export function fineDue(
  rules: RuleBook,
  member: Member,
  { savings, month, split }: { savings: Satang; month: YearMonth; split: readonly DepositSplit[] },
): FineDue | null {
  const purposes = split.map(({ purpose }) => purpose);
  if (!purposes.includes("pledge") || purposes.includes("fine")) return null;
  const { arrears } = pledgeDue(member, savings, month);
  const missed = { missedMonths: arrears.length, owed: pledgeOf(member, arrears) };
  const amount = lateFine(rules.values["late-pledge"], missed);
  return amount > 0 ? { amount, months: arrears.length, clause: clauseOf(rules, "late-pledge").no } : null;
}
