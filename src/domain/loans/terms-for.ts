import { addDays, addMonths, dayInMonth, monthOf, type LocalDate } from "../dates";
import type { WorkingDayRule } from "../calendar";
import { satang, type Satang } from "../money";
import { clauseOf, type RuleBook } from "../rules/rule-book";
import type { ContractTerms } from "./contract-terms";
import type { LoanDueRule, LoanProduct } from "./loan-rules";

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
  rules: RuleBook,
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
    firstDueOn: firstDueDay(due, workingDay, disbursedOn),
    instalmentRounding: { mode: "up", multiple: due.instalmentMultiple },
    interestRounding: rules.values.rounding,
    gracePrincipal: Math.min(gracePrincipal, instalments - 1),
    graceInterest: Math.min(graceInterest, instalments - 1),
    fee: satang(Math.min(fee, amount - 1)),
  };
}

/** The first due day: the rule's day of the first month in which enough days have passed since the payout. */
function firstDueDay(
  due: LoanDueRule,
  { dayOfMonth }: Pick<WorkingDayRule, "dayOfMonth">,
  disbursedOn: LocalDate,
): LocalDate {
  const day = { "working-day": dayOfMonth, "fixed-day": due.dayOfMonth, "month-end": 31 }[due.due];
  const earliest = addDays(disbursedOn, Math.max(1, due.firstPeriodDays));
  const inMonth = dayInMonth(monthOf(earliest), day);
  return inMonth >= earliest ? inMonth : dayInMonth(addMonths(monthOf(earliest), 1), day);
}
