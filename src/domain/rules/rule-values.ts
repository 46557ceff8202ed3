import type { CommitteePolicy } from "../approvals/policy";
import type { LocalText } from "../groups/group";
import type { Position } from "../groups/offices";
import type { LateLoanRule, LoanDueRule, LoanLimitsRule, LoanProduct, LoanProductRule } from "../loans/loan-rules";
import type { Satang } from "../money";
import type { Rounding } from "../rounding";
import type { DepositPurpose, FinePurse } from "../savings/deposit";

/** The values of a group's rules that a machine reads, each under the key of its clause. Sums in satang. */
export interface RuleValues extends Record<`loan-${LoanProduct}`, LoanProductRule> {
  pledge: {
    /** Satang a month. */
    minimum: Satang;
    /** Satang a month; null where there is no limit. */
    maximum: Satang | null;
    /** A pledge is a multiple of it, in satang. */
    step: Satang;
    /** How many months ahead may be paid. */
    monthsAhead: number;
    /** After how many missed months the committee is told. */
    tellAfterMissed: number;
  };
  "late-pledge": {
    /** Satang for each missed month; 0 where there is no fine. */
    finePerMonth: Satang;
    /** Satang at most for all missed months together. */
    mostInAll: Satang;
    fineGoesTo: FinePurse;
  };
  "entry-fee": { amount: Satang };
  /** How what a loan costs is rounded: to a multiple of so many satang. */
  rounding: Rounding;
  /** What the group calls what a loan costs, and its working day. */
  "money-words": { interest: LocalText; workingDay: LocalText };
  /** What its desk takes. */
  "money-kinds": { takes: DepositPurpose[] };
  /** Who may keep how much cash from one working day to the next. */
  "cash-overnight": { keepers: { position: Position; limit: Satang }[] };
  "loan-limits": LoanLimitsRule;
  "loan-due-days": LoanDueRule;
  "late-loan": LateLoanRule;
  /** Who decides on loans. */
  "loan-decisions": CommitteePolicy;
}

export type RuleKey = keyof RuleValues;

/** Every key, in the order in which the shipped rules name them. */
export const ruleKeys = [
  "pledge",
  "late-pledge",
  "entry-fee",
  "money-words",
  "money-kinds",
  "rounding",
  "cash-overnight",
  "loan-ordinary",
  "loan-emergency",
  "loan-production",
  "loan-in-kind",
  "loan-special",
  "loan-limits",
  "loan-due-days",
  "late-loan",
  "loan-decisions",
] as const satisfies readonly RuleKey[];
