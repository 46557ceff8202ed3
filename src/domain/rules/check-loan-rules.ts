import type { CommitteePolicy } from "../approvals/policy";
import type { FinanceMode } from "../groups/group";
import { dearestLoan, effectiveCapBps } from "../loans/dearest-loan";
import { loanProducts, type LateLoanRule, type LoanDueRule, type LoanProduct } from "../loans/loan-rules";
import { baht, zero, type Satang } from "../money";
import type { RuleProblem } from "./check-rules";
import { withValues, type RuleBook, type RuleVersion } from "./rule-book";
import type { RuleKey } from "./rule-values";

/**
 * What a fine on a late instalment may be at most, in per cent of that instalment, whatever a group decides: 1.25 a month, which is the 15 a year that
 * a loan may cost, and 15 in all. A village fund's fine of 1 per cent a day made debts ten times the loan.
 */
export const lateLoanCaps = { perMonth: 1.25, inAll: 15 } as const;

/** The longest first period in days, and the largest multiple of satang to which an instalment is rounded up. */
const longestFirstPeriod = 45;
const largestMultiple = baht(1_000);

/** Collects what is wrong with one clause. */
class Findings {
  readonly problems: RuleProblem[] = [];
  constructor(private readonly key: RuleKey) {}

  refuse(isWrong: boolean, field: string, message: string): void {
    if (isWrong) this.problems.push({ key: this.key, field, message });
  }
}

/** What is wrong with the clauses on loans of whole rules, which also say how the group rounds. */
export function checkLoanRules(version: RuleVersion, financeMode: FinanceMode): RuleProblem[] {
  const rules = withValues(version);
  const { "loan-due-days": due, "late-loan": late, "loan-decisions": decisions } = rules.values;
  const dueProblems = checkDueDays(due);
  return [
    ...loanProducts.flatMap((product) => {
      const problems = checkProduct(rules, product, financeMode);
      // Terms that mean nothing cost nothing that could be told.
      return problems.length + dueProblems.length > 0 ? problems : checkCost(rules, product);
    }),
    ...dueProblems,
    ...checkFine(late, financeMode),
    ...checkDecisions(decisions),
  ];
}

function checkDueDays({ firstPeriodDays, dayOfMonth, instalmentMultiple }: LoanDueRule): RuleProblem[] {
  const found = new Findings("loan-due-days");
  found.refuse(dayOfMonth < 1 || dayOfMonth > 31, "dayOfMonth", "A day of the month is 1 to 31.");
  found.refuse(
    firstPeriodDays < 1 || firstPeriodDays > longestFirstPeriod,
    "firstPeriodDays",
    `The least days before the first due day are 1 to ${longestFirstPeriod}.`,
  );
  found.refuse(
    instalmentMultiple <= 0 || instalmentMultiple > largestMultiple,
    "instalmentMultipleBaht",
    `Instalments are rounded up to more than nothing and at most ${inBaht(largestMultiple)}.`,
  );
  return found.problems;
}

function checkProduct({ values }: RuleBook, product: LoanProduct, financeMode: FinanceMode): RuleProblem[] {
  const { yearlyRatePercent, instalments, gracePrincipal, graceInterest, most, fee, method, guarantors } =
    values[`loan-${product}`];
  const found = new Findings(`loan-${product}`);
  found.refuse(!isRate(yearlyRatePercent), "yearlyRatePercent", notARate);
  found.refuse(most !== null && most <= 0, "mostBaht", "A loan is more than nothing.");
  const grace = "The grace is shorter than the loan.";
  found.refuse(gracePrincipal >= instalments, "gracePrincipal", grace);
  found.refuse(graceInterest >= instalments, "graceInterest", grace);
  found.refuse(!bandsAscend(guarantors), "guarantors", notAscending);
  if (financeMode === "interest-free") {
    const free = "A group whose finance mode is interest-free asks back what it lent, and nothing more.";
    found.refuse(isRate(yearlyRatePercent) && Number(yearlyRatePercent) > 0, "yearlyRatePercent", free);
    found.refuse(fee > 0, "feeBaht", free);
  }
  const fixed = "In a group whose finance mode is murabaha the mark-up is fixed before the sale: the method is flat.";
  found.refuse(financeMode === "murabaha" && method !== "flat", "method", fixed);
  return found.problems;
}

/** Refuses what costs more than the law allows, and says how much that is, of which loan. */
function checkCost(rules: RuleBook, product: LoanProduct): RuleProblem[] {
  const { amount, instalments, effectiveYearlyBps } = dearestLoan(rules, product);
  const key = `loan-${product}` as const;
  const withoutFee = { ...rules, values: { ...rules.values, [key]: { ...rules.values[key], fee: zero } } };
  const isTheFee = rules.values[key].fee > 0 && dearestLoan(withoutFee, product).effectiveYearlyBps <= effectiveCapBps;
  const found = new Findings(key);
  found.refuse(
    effectiveYearlyBps > effectiveCapBps,
    isTheFee ? "feeBaht" : "yearlyRatePercent",
    `With fee and rounding, ${inBaht(amount)} of ${key} over ${instalments} instalments cost ${inPercent(effectiveYearlyBps)} a year; the law allows ${inPercent(effectiveCapBps)} (Civil and Commercial Code, section 654).`,
  );
  return found.problems;
}

function checkFine(fine: LateLoanRule, financeMode: FinanceMode): RuleProblem[] {
  const { percentPerMonth, mostPercent, fineGoesTo } = fine;
  const found = new Findings("late-loan");
  found.refuse(!isRate(percentPerMonth), "percentPerMonth", notARate);
  found.refuse(
    Number(percentPerMonth) > lateLoanCaps.perMonth,
    "percentPerMonth",
    `A fine is at most ${lateLoanCaps.perMonth} per cent of the late instalment a month: more makes debts that nobody can pay.`,
  );
  found.refuse(
    mostPercent > lateLoanCaps.inAll,
    "mostPercent",
    `Fines on an instalment are at most ${lateLoanCaps.inAll} per cent of it in all.`,
  );
  const crossed = "The fine in all is less than the fine of one month.";
  found.refuse(mostPercent < Number(percentPerMonth), "mostPercent", crossed);
  found.refuse(
    fineGoesTo === "income" && (financeMode === "interest-free" || financeMode === "murabaha"),
    "fineGoesTo",
    `In a group whose finance mode is ${financeMode}, fines go to charity.`,
  );
  return found.problems;
}

function checkDecisions({ bands, hours, remindHours, deputyHours, deputies }: CommitteePolicy): RuleProblem[] {
  const found = new Findings("loan-decisions");
  found.refuse(!bandsAscend(bands), "bands", notAscending);
  const tooFew = bands.some(({ quorum }) => quorum < 2);
  found.refuse(tooFew, "bands", "Nobody decides on a loan alone: the quorum is 2 at least.");
  const nobody = bands.some(({ committees }) => committees.length === 0);
  found.refuse(nobody, "bands", "Each band names the committees that decide.");
  const twice = bands.some(({ committees }) => new Set(committees).size !== committees.length);
  found.refuse(twice, "bands", "A committee stands twice.");
  const late = "Who has not answered is reminded before the time is over.";
  found.refuse(remindHours >= hours, "remindHours", late);
  if (deputyHours === null) return found.problems;
  const between = "Deputies are asked after the reminder, and before the time is over.";
  found.refuse(deputyHours <= remindHours || deputyHours >= hours, "deputyHours", between);
  found.refuse(deputies.length === 0, "deputies", "Where seats pass to deputies, the rules name their committees.");
  return found.problems;
}

const notARate = 'A rate is a number of percent with at most 3 places, such as "12" or "7.5".';
const notAscending = "Bands ascend by their sums, and the last alone has no upper end.";

const isRate = (text: string): boolean => /^\d{1,2}(?:\.\d{1,3})?$/.test(text);

function bandsAscend(bands: readonly { upTo: Satang | null }[]): boolean {
  const ends = bands.map(({ upTo }) => upTo ?? Infinity);
  return ends.at(-1) === Infinity && ends.every((end, at) => end > (ends[at - 1] ?? 0));
}

const inBaht = (amount: Satang): string => `${amount / 100} baht`;
const inPercent = (bps: number): string => `${bps / 100} per cent`;
