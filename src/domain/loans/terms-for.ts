import type { WorkingDayRule } from "../calendar";
import type { LocalDate } from "../dates";
import { satang, type Satang } from "../money";
import { clauseOf, type RuleBook } from "../rules/rule-book";
import type { ContractTerms } from "./contract-terms";
import { dueDaysByRule } from "./due-days-by-rule";
import type { LoanProduct } from "./loan-rules";

/** A loan as somebody asks for it. */
export interface AskedLoan {
  product: LoanProduct;
  /** Satang. */
  amount: Satang;
  /** Monthly instalments. */
  instalments: number;
  /** The day of the payout, or of the preview. */
  disbursedOn: LocalDate;
}

/** The terms that the rules give a loan: what the preview shows and the contract binds. The working day is the group's. */
export function termsFor(
  rules: Pick<RuleBook, "number" | "clauses" | "values">,
  loan: AskedLoan,
  workingDay: Pick<WorkingDayRule, "dayOfMonth">,
): ContractTerms {
  const { product, amount, instalments, disbursedOn } = loan;
  const clause = clauseOf(rules, `loan-${product}`);
  const { yearlyRatePercent, method, basis, gracePrincipal, graceInterest, fee } = rules.values[`loan-${product}`];
  const due = rules.values["loan-due-days"];
  return {
    product,
    rules: { version: rules.number, clause: clause.no },
    principal: amount,
    yearlyRatePercent,
    method,
    basis,
    instalments,
    disbursedOn,
    ...dueDaysByRule(due, workingDay, loan),
    instalmentRounding: { mode: "up", multiple: due.instalmentMultiple },
    interestRounding: rules.values.rounding,
    gracePrincipal: Math.min(gracePrincipal, instalments - 1),
    graceInterest: Math.min(graceInterest, instalments - 1),
    fee: satang(Math.min(fee, amount - 1)),
  };
}
