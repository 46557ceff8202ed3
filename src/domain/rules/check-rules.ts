import type { FinanceMode } from "../groups/group";
import { checkLoanRules } from "./check-loan-rules";
import { fineCaps } from "./fines";
import { templateVersion, valuesOf, type Clause } from "./rule-book";
import type { RuleKey, RuleValues } from "./rule-values";

/** A value that no rule book may hold: which, and one English sentence for the operator. */
export interface RuleProblem {
  key: RuleKey;
  field: string;
  message: string;
}

/** What is wrong with the values of whole rules, judged together: limits that cross, fines above the cap, loans above what the law allows. */
export function checkRules(clauses: readonly Clause[], financeMode: FinanceMode): RuleProblem[] {
  const values = valuesOf({ clauses: [...clauses] });
  return [
    ...checkPledge(values.pledge),
    ...checkFine(values["late-pledge"], financeMode),
    ...checkWords(values["money-words"], financeMode),
    ...checkKinds(values["money-kinds"], financeMode),
    ...checkKeepers(values["cash-overnight"]),
    ...checkLoanRules({ ...templateVersion(financeMode), clauses: [...clauses] }, financeMode),
  ];
}

function checkPledge({ minimum, maximum, step }: RuleValues["pledge"]): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const report = (field: string, message: string) => problems.push({ key: "pledge", field, message });
  if (step <= 0) report("stepBaht", "A pledge rises in steps of more than nothing.");
  else if (minimum % step !== 0) report("minimumBaht", "The smallest pledge is no multiple of its step.");
  if (minimum <= 0) report("minimumBaht", "The smallest pledge is more than nothing.");
  if (maximum !== null && maximum < minimum) report("maximumBaht", "The largest pledge is less than the smallest.");
  return problems;
}

function checkFine(fine: RuleValues["late-pledge"], financeMode: FinanceMode): RuleProblem[] {
  const { finePerMonth, mostInAll, fineGoesTo } = fine;
  const problems: RuleProblem[] = [];
  const report = (field: string, message: string) => problems.push({ key: "late-pledge", field, message });
  const cap = (satang: number) => `${satang / 100} baht`;
  if (finePerMonth > fineCaps.perMonth)
    report(
      "finePerMonthBaht",
      `A fine is at most ${cap(fineCaps.perMonth)} a month: more makes debts that nobody can pay.`,
    );
  if (mostInAll > fineCaps.inAll) report("mostInAllBaht", `Fines are at most ${cap(fineCaps.inAll)} in all.`);
  if (mostInAll < finePerMonth) report("mostInAllBaht", "The fine in all is less than the fine of one month.");
  if (fineGoesTo === "income" && (financeMode === "interest-free" || financeMode === "murabaha"))
    report("fineGoesTo", `In a group whose finance mode is ${financeMode}, fines go to charity.`);
  return problems;
}

/** Groups that charge no interest do not hear the word either. */
function checkWords({ interest }: RuleValues["money-words"], financeMode: FinanceMode): RuleProblem[] {
  const named = /ดอกเบี้ย|\binterest\b/i.test(`${interest.th} ${interest.en ?? ""}`);
  if (financeMode === "interest" || !named) return [];
  const message = `A group whose finance mode is ${financeMode} has another word than interest.`;
  return [{ key: "money-words", field: "interest", message }];
}

function checkKinds({ takes }: RuleValues["money-kinds"], financeMode: FinanceMode): RuleProblem[] {
  const report = (message: string): RuleProblem[] => [{ key: "money-kinds", field: "takes", message }];
  if (!takes.includes("pledge")) return report("The desk of every group takes the pledge.");
  if (new Set(takes).size !== takes.length) return report("A kind of money stands twice.");
  return financeMode === "interest-free" && takes.includes("interest")
    ? report("A group whose finance mode is interest-free takes no interest.")
    : [];
}

function checkKeepers({ keepers }: RuleValues["cash-overnight"]): RuleProblem[] {
  const positions = keepers.map(({ position }) => position);
  return new Set(positions).size === positions.length
    ? []
    : [{ key: "cash-overnight", field: "keepers", message: "A position stands twice." }];
}
