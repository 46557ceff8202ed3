import { satang, type Satang } from "../money";
import type { RuleValues } from "./rule-values";

/** What a fine may be at most, whatever a group decides, in satang: a month, and in all. A fine is a reminder, never a burden. */
export const fineCaps = { perMonth: satang(100_00), inAll: satang(1_200_00) } as const;

/**
 * The fine for so many missed months, for which so much of the pledge is owed (satang), in satang: by the month, at most what the clause allows in all, and
 * never more than the pledge that is owed.
 */
export function lateFine(
  { finePerMonth, mostInAll }: RuleValues["late-pledge"],
  { missedMonths, owed }: { missedMonths: number; owed: Satang },
): Satang {
  return satang(Math.min(finePerMonth * missedMonths, mostInAll, owed));
}
