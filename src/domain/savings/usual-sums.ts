import type { YearMonth } from "../dates";
import { dueThisMonth } from "../loans/repayment/split";
import type { LoanStanding } from "../loans/standing";
import type { Member } from "../members/member";
import type { Satang } from "../money";
import { lateFine } from "../rules/fines";
import type { RuleValues } from "../rules/rule-values";
import type { DepositSplit } from "./deposit";
import { pledgeDue, pledgeOf } from "./pledge";

/** What is known of a member's money: satang in her pledge savings, and how her contracts stand. */
export interface KnownMoney {
  savings: Satang;
  loans: readonly LoanStanding[];
}

/**
 * What a member usually hands over in a month: her pledge with the months behind and the fine that the rules ask for them, and what is due on her
 * contracts. None where nothing is due.
 */
export function usualSums(
  member: Member,
  { savings, loans }: KnownMoney,
  rules: RuleValues,
  month: YearMonth,
): DepositSplit[] {
  return [...pledgeSums(member, savings, rules, month), ...loans.flatMap(dueThisMonth)];
}

function pledgeSums(member: Member, savings: Satang, rules: RuleValues, month: YearMonth): DepositSplit[] {
  const { arrears, amount } = pledgeDue(member, savings, month);
  if (amount === 0) return [];
  const fine = lateFine(rules["late-pledge"], { missedMonths: arrears.length, owed: pledgeOf(member, arrears) });
  return [{ purpose: "pledge", amount }, ...(fine > 0 ? [{ purpose: "fine" as const, amount: fine }] : [])];
}
