import type { ContractTerms } from "../loans/contract-terms";
import type { LateLoanRule } from "../loans/loan-rules";
import type { LoanGoods } from "../loans/requests/request";
import type { ScheduleRow } from "../loans/schedule/schedule";
import type { Satang } from "../money";
import type { MemberName } from "../people";
import type { PaperHead } from "./views";

export const loanPaperKinds = ["loan-contract", "loan-guarantee"] as const;
export type LoanPaperKind = (typeof loanPaperKinds)[number];

/** The contract of a loan, or the guarantee of one who stands for it, to be signed. Sums in satang. */
export interface LoanPaper extends PaperHead {
  kind: LoanPaperKind;
  contractNo: string;
  /** Before the payout the due days are those of a payout on the day on which it is printed. */
  isPaidOut: boolean;
  borrower: MemberName;
  purpose: string;
  goods: LoanGoods | null;
  resolutionNo: string;
  terms: ContractTerms;
  rows: ScheduleRow[];
  totalInterest: Satang;
  /** Fees included, in basis points a year. */
  effectiveYearlyBps: number;
  late: LateLoanRule;
  guarantees: { member: MemberName; amount: Satang }[];
  /** Whose guarantee the paper is, and up to what sum; null: the contract. */
  guarantee: { member: MemberName; amount: Satang } | null;
}
