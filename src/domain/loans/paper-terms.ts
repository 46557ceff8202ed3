import { addMonths, dayInMonth, monthOf, monthsBetween, type YearMonth } from "../dates";
import type { WorkingDayRule } from "../calendar";
import { zero, type Satang } from "../money";
import { ratioFromDecimal } from "../ratio";
import { clauseOf, type RuleBook } from "../rules/rule-book";
import type { LoanContract } from "./contract";
import type { ContractTerms } from "./contract-terms";
import type { LoanProduct } from "./loan-rules";
import type { ScheduleMethod } from "./schedule/terms";

/** What of a contract on paper its terms are read from. */
export type PaperContract = Pick<
  LoanContract,
  "disbursedOn" | "instalments" | "paidThrough" | "yearlyRatePercent" | "method" | "product"
>;

/**
 * Words by which papers name how interest is counted, those that say more first. Only of what is still owed: what of a flat or a lump sum was asked
 * before, the paper does not say.
 */
const methodWords: readonly (readonly [RegExp, ScheduleMethod])[] = [
  [/interest-only|ส่งแต่ดอก|เฉพาะดอก/, "interest-only"],
  [/equal-instalment|งวดเท่ากัน|ผ่อนเท่ากัน|ค่างวดเท่ากัน/, "equal-instalment"],
  [/equal-principal|ต้นเท่ากัน/, "equal-principal"],
  [/monthly-on-outstanding|ต้นคงเหลือ|ต้นที่เหลือ|ลดต้นลดดอก/, "monthly-on-outstanding"],
];

const productWords: readonly (readonly [RegExp, LoanProduct])[] = [
  [/ฉุกเฉิน|emergency/, "emergency"],
  [/ปุ๋ย|น้ำมัน|in-kind/, "in-kind"],
  [/โครงการ|การผลิต|production/, "production"],
  [/พิเศษ|special/, "special"],
];

function wordIn<Found>(words: readonly (readonly [RegExp, Found])[], text: string): Found | null {
  return words.find(([word]) => word.test(text.toLowerCase()))?.[1] ?? null;
}

/** The product that a paper names in its own words; an ordinary loan where they are no product's. */
export function productOnPaper(words: string): LoanProduct {
  return wordIn(productWords, words) ?? "ordinary";
}

/**
 * The terms of a contract on paper from the day on which it comes in: what was owed then (satang), in the instalments that are left, the first on the
 * working day after the month that is paid. Null where rate, method, instalments or that month are not written, or not so that they can be read.
 */
export function paperTerms(
  paper: PaperContract,
  owed: Satang,
  { rules, workingDay }: { rules: RuleBook; workingDay: Pick<WorkingDayRule, "dayOfMonth"> },
): ContractTerms | null {
  const { instalments, paidThrough, yearlyRatePercent } = paper;
  const method = wordIn(methodWords, paper.method);
  if (!method || !instalments || !paidThrough || owed <= 0 || !ratioFromDecimal(yearlyRatePercent)) return null;
  const product = productOnPaper(paper.product);
  const dueIn = (month: YearMonth) => dayInMonth(month, workingDay.dayOfMonth);
  const paid = Math.max(0, monthsBetween(monthOf(paper.disbursedOn), paidThrough));
  return {
    product,
    rules: { version: rules.number, clause: clauseOf(rules, `loan-${product}`).no },
    principal: owed,
    yearlyRatePercent,
    method,
    basis: "per-period",
    instalments: Math.max(1, instalments - paid),
    // A whole period before the first due day, whenever it was lent: what came before is paid.
    disbursedOn: dueIn(paidThrough),
    firstDueOn: dueIn(addMonths(paidThrough, 1)),
    instalmentRounding: { mode: "up", multiple: rules.values["loan-due-days"].instalmentMultiple },
    interestRounding: rules.values.rounding,
    gracePrincipal: 0,
    graceInterest: 0,
    fee: zero,
  };
}
