import { satang, type Satang } from "../../money";
import type { MemberStatus } from "../../members/member";
import { clauseOf, type RuleBook } from "../../rules/rule-book";
import type { RuleKey } from "../../rules/rule-values";
import type { LoanProduct } from "../loan-rules";
import type { Eligibility, EligibilityFact, EligibilityReason, EligibilityVerdict } from "./eligibility";

/** What is known of who asks for a loan. Sums in satang. */
export interface BorrowerFacts {
  status: MemberStatus;
  /** Whole months since she joined. */
  membershipMonths: number;
  /** Months of the pledge that are behind. */
  savingsArrears: number;
  /** Instalments that are overdue on her own contracts. */
  loanArrears: number;
  /** Contracts on which she owes, and requests of hers that go on; not the one that is asked for, nor what it renews. */
  openLoans: number;
  /** Loans of others that she guarantees and that are overdue. */
  guaranteeArrears: number;
  /** What she guarantees in all. */
  guaranteeExposure: Satang;
  savings: Satang;
  /** What she owes and what is promised to her, but for what is renewed. */
  owed: Satang;
  /** The contract that is renewed: what was lent on it, and what is owed; null: none is. */
  renewal: { principal: Satang; owed: Satang } | null;
  /** What she owes in other groups of the network; `unread`: she did not let it be looked at; `none`: she is in no other. */
  otherDebts: Satang | "unread" | "none";
  /** What the group may lend now. */
  lendable: Satang;
}

/** What is asked for, as far as eligibility weighs it. */
export interface Wanted {
  product: LoanProduct;
  amount: Satang;
  instalments: number;
}

/** The most that may still be lent to a member on one contract of a product, in satang: the multiple of her savings less what she owes, and the cap; null: the rules set no limit. */
export function limitLeft(
  rules: RuleBook,
  product: LoanProduct,
  { savings, owed }: Pick<BorrowerFacts, "savings" | "owed">,
): Satang | null {
  const { savingsPercent, most } = rules.values[`loan-${product}`];
  const bySavings = savingsPercent === null ? null : Math.max(0, Math.floor((savings * savingsPercent) / 100) - owed);
  const limits = [bySavings, most].filter((limit) => limit !== null);
  return limits.length === 0 ? null : satang(Math.min(...limits));
}

/** Percent of a contract that is paid back, rounded down. */
const paidBack = ({ principal, owed }: NonNullable<BorrowerFacts["renewal"]>): number =>
  Math.floor(((principal - owed) * 100) / principal);

/** Judges a request by the rules: what forbids it, what the committee must look at, what is in order. Never more than that: people decide. */
export function judge(rules: RuleBook, wanted: Wanted, facts: BorrowerFacts): Eligibility {
  const reasons = [...personReasons(rules, wanted, facts), ...sumReasons(rules, wanted, facts)];
  const verdicts = reasons.map(({ verdict }) => verdict);
  const verdict = verdicts.includes("FAIL") ? "FAIL" : verdicts.includes("REVIEW") ? "REVIEW" : "PASS";
  return { verdict, reasons };
}

type Weigh = (
  fact: EligibilityFact,
  key: RuleKey,
  verdict: EligibilityVerdict,
  has: number | null,
  limit: number | null,
) => EligibilityReason;

const weighing =
  (rules: RuleBook): Weigh =>
  (fact, key, verdict, has, limit) => ({ fact, verdict, has, limit, clause: clauseOf(rules, key).no });

function personReasons(rules: RuleBook, { product }: Wanted, facts: BorrowerFacts): EligibilityReason[] {
  const weigh = weighing(rules);
  const { waitingMonths } = rules.values[`loan-${product}`];
  const { openLoans } = rules.values["loan-limits"];
  const { status, membershipMonths, savingsArrears, loanArrears, guaranteeArrears, guaranteeExposure } = facts;
  return [
    weigh("member-status", `loan-${product}`, status === "active" ? "PASS" : "FAIL", null, null),
    weigh(
      "membership-months",
      `loan-${product}`,
      membershipMonths >= waitingMonths ? "PASS" : "FAIL",
      membershipMonths,
      waitingMonths,
    ),
    weigh("savings-arrears", "pledge", savingsArrears > 0 ? "REVIEW" : "PASS", savingsArrears, 0),
    weigh("loan-arrears", "late-loan", loanArrears > 0 ? "FAIL" : "PASS", loanArrears, 0),
    weigh("open-loans", "loan-limits", byCount(facts.openLoans, openLoans), facts.openLoans, openLoans),
    weigh("guarantee-arrears", "loan-limits", guaranteeArrears > 0 ? "REVIEW" : "PASS", guaranteeArrears, 0),
    weigh("guarantee-exposure", "loan-limits", guaranteeExposure > 0 ? "REVIEW" : "PASS", guaranteeExposure, null),
    ...otherDebtReasons(weigh, facts),
  ];
}

/** Another contract beside those that she has is the committee's to weigh; beyond the limit there is none. */
const byCount = (has: number, most: number): EligibilityVerdict => (has >= most ? "FAIL" : has > 0 ? "REVIEW" : "PASS");

function otherDebtReasons(weigh: Weigh, { otherDebts }: BorrowerFacts): EligibilityReason[] {
  if (otherDebts === "none") return [];
  const has = otherDebts === "unread" ? null : otherDebts;
  return [weigh("other-debts", "loan-limits", has === 0 ? "PASS" : "REVIEW", has, null)];
}

function sumReasons(rules: RuleBook, wanted: Wanted, facts: BorrowerFacts): EligibilityReason[] {
  const weigh = weighing(rules);
  const { product, amount, instalments } = wanted;
  const rule = rules.values[`loan-${product}`];
  const { renewPercent } = rules.values["loan-limits"];
  const limit = limitLeft(rules, product, facts);
  const share = Math.floor((facts.lendable * (rule.cashPercent ?? 100)) / 100);
  // What is renewed comes back into the box in the same entry.
  const taken = amount - (facts.renewal?.owed ?? 0);
  const renewed = facts.renewal && paidBack(facts.renewal);
  return [
    weigh("limit-left", `loan-${product}`, limit === null || amount <= limit ? "PASS" : "FAIL", amount, limit),
    weigh(
      "group-cash",
      rule.cashPercent === null ? "loan-limits" : `loan-${product}`,
      taken <= share ? "PASS" : "REVIEW",
      null,
      null,
    ),
    weigh(
      "instalments",
      `loan-${product}`,
      instalments <= rule.instalments ? "PASS" : "FAIL",
      instalments,
      rule.instalments,
    ),
    ...(facts.renewal && renewed !== null
      ? [weigh("renewal", "loan-limits", mayRenew(facts.renewal, renewed, renewPercent, amount), renewed, renewPercent)]
      : []),
  ];
}

/** A renewal pays the old contract off, so it is larger than what is owed on it. */
function mayRenew(
  { owed }: NonNullable<BorrowerFacts["renewal"]>,
  renewed: number,
  percent: number | null,
  amount: Satang,
): EligibilityVerdict {
  return percent !== null && renewed >= percent && amount > owed ? "PASS" : "FAIL";
}
