import type { Satang } from "../../money";
import type { MemberName } from "../../people";
import type { CarriedSums } from "../contract-terms";
import type { ScheduleSummary } from "../schedule/summary";
import type { OwedSums } from "../set-off";

export const loanChanges = ["grace", "restructure", "take-over", "write-off"] as const;
/**
 * What a resolution may change of a contract: months in which no principal is paid; other instalments; a guarantor who owes it from now on; a debt
 * that nobody will pay. The first three begin a contract in the place of the old one.
 */
export type LoanChange = (typeof loanChanges)[number];

/** The most months of one grace. */
export const mostGraceMonths = 12;
/** The most instalments of a contract that begins by a change: ten years. */
export const mostNewInstalments = 120;

/** A change as an officer's words name it; what they do not say is null. */
export interface AskedChange {
  kind: LoanChange;
  contractNo: string;
  /** Months of grace, or instalments of the new contract. */
  months: number | null;
  /** A lower rate than the contract's, as a decimal: "6". */
  yearlyRatePercent: string | null;
  /** Who takes the debt over, and how much of its principal, in satang. */
  guarantorNo: string | null;
  amount: Satang | null;
  /** Guarantors who did not sign for the new contract, so that they are free (CCC 700). */
  freedNos: string[];
  /** Number of the resolution that decided it. */
  resolution: string;
}

/** The contract that begins in the place of another. */
export interface NewContract {
  contractNo: string;
  debtor: MemberName;
  principal: Satang;
  carried: CarriedSums;
  schedule: ScheduleSummary;
  guarantors: MemberName[];
}

/** What a change does, as its cards show it; sums in satang. */
export interface LoanChangePlan {
  kind: LoanChange;
  member: MemberName;
  contractNo: string;
  resolution: string;
  /** Months of grace; null with other changes. */
  graceMonths: number | null;
  /** What is owed on the old contract. */
  owed: OwedSums;
  /** What of it nobody is asked for any more. */
  waived: OwedSums;
  /** What of its principal goes on under its old number, where a guarantor takes over a part. */
  stays: Satang;
  begun: NewContract | null;
}
