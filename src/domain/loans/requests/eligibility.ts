/** What eligibility is judged on. */
export const eligibilityFacts = [
  "member-status",
  "membership-months",
  "savings-arrears",
  "loan-arrears",
  "open-loans",
  "guarantee-arrears",
  "guarantee-exposure",
  "limit-left",
  "group-cash",
  "instalments",
  "renewal",
  "other-debts",
] as const;
export type EligibilityFact = (typeof eligibilityFacts)[number];

/** May be put as it is; may be put, and the committee must look at something; may not be put yet. Nobody is ever "approved" by it. */
export const eligibilityVerdicts = ["PASS", "REVIEW", "FAIL"] as const;
export type EligibilityVerdict = (typeof eligibilityVerdicts)[number];

/** One fact that was looked at: what it says, its numbers (satang, months, counts) and the clause that it is measured by. */
export interface EligibilityReason {
  fact: EligibilityFact;
  verdict: EligibilityVerdict;
  /** What there is, and what the rule asks; null where the fact has no number. */
  has: number | null;
  limit: number | null;
  clause: string;
}

/** The result: the gravest of its reasons. */
export interface Eligibility {
  verdict: EligibilityVerdict;
  reasons: EligibilityReason[];
}
