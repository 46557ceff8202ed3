import type { YearMonth } from "../dates";
import type { Member } from "../members/member";
import type { Satang } from "../money";
import { lateFine } from "../rules/fines";
import type { RuleValues } from "../rules/rule-values";
import type { DepositSplit } from "./deposit";
import { pledgeDue, pledgeOf } from "./pledge";

/**
 * What a member usually hands over in a month when this much stands in her pledge savings (satang): her pledge with the months behind, and
 * the fine that the rules ask for them. None where nothing is due.
 */
export function usualSums(member: Member, savings: Satang, rules: RuleValues, month: YearMonth): DepositSplit[] {
  const { arrears, amount } = pledgeDue(member, savings, month);
  if (amount === 0) return [];
  const fine = lateFine(rules["late-pledge"], { missedMonths: arrears.length, owed: pledgeOf(member, arrears) });
  return [{ purpose: "pledge", amount }, ...(fine > 0 ? [{ purpose: "fine" as const, amount: fine }] : [])];
}
