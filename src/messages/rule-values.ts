import type { Clause, KeyedClause } from "../domain/rules/rule-book";
import type { RuleKey } from "../domain/rules/rule-values";
import type { Satang } from "../domain/money";
import { loanRows } from "./loan-rule-values";
import { row, type Row } from "./rows";
import type { Speak } from "./speak";

/** How the values of clauses are told, by key. */
export type RowsOf<Keys extends RuleKey = RuleKey> = {
  [Key in Keys]: (say: Speak, values: KeyedClause<Key>["values"]) => Row[];
};

const months = (say: Speak, count: number): string => say.t("rules.values.months", { count });
/** A sum that may be none. */
const sumOrNone = (say: Speak, amount: Satang): string =>
  amount > 0 ? say.money(amount) : say.t("rules.values.nothing");

const rowsOf: RowsOf = {
  pledge: (say, { minimum, maximum, step, monthsAhead, tellAfterMissed }) => [
    row(say.t("rules.values.minimum"), say.money(minimum)),
    row(say.t("rules.values.maximum"), maximum === null ? say.t("rules.values.noLimit") : say.money(maximum)),
    row(say.t("rules.values.step"), say.money(step)),
    row(say.t("rules.values.monthsAhead"), months(say, monthsAhead)),
    row(say.t("rules.values.tellAfterMissed"), months(say, tellAfterMissed)),
  ],
  "late-pledge": (say, { finePerMonth, mostInAll, fineGoesTo }) => [
    row(say.t("rules.values.finePerMonth"), sumOrNone(say, finePerMonth)),
    row(say.t("rules.values.mostInAll"), sumOrNone(say, mostInAll)),
    row(say.t("rules.values.fineGoesTo"), say.t(`rules.values.purses.${fineGoesTo}`)),
  ],
  "entry-fee": (say, { amount }) => [row(say.t("rules.values.entryFee"), sumOrNone(say, amount))],
  rounding: (say, { mode, multiple }) => [
    row(say.t("rules.values.rounding"), say.t(`rules.values.roundings.${mode}`)),
    row(say.t("rules.values.multiple"), say.money(multiple)),
  ],
  "money-words": (say, { interest, workingDay }) => [
    row(say.t("rules.values.chargeWord"), say.local(interest)),
    row(say.t("rules.values.dayWord"), say.local(workingDay)),
  ],
  "money-kinds": (say, { takes }) => [
    row(say.t("rules.values.takes"), takes.map((kind) => say.t(`rules.values.kinds.${kind}`)).join(", ")),
  ],
  "cash-overnight": (say, { keepers }) =>
    keepers.length === 0
      ? [row(say.t("rules.values.keepers"), say.t("rules.values.nobody"))]
      : keepers.map(({ position, limit }) => row(say.position(position, "executive"), sumOrNone(say, limit))),
  ...loanRows,
};

/** The values that the machine reads of a clause, in a reader's words; none where the clause is for people alone. */
export function valueRows(say: Speak, clause: Clause | null): Row[] {
  if (!clause || clause.key === null) return [];
  const rows = rowsOf[clause.key] as (say: Speak, values: Clause["values"]) => Row[];
  return rows(say, clause.values);
}

/** What differs between the values of a clause and those of the one before it, in a line: "ค่าแรกเข้า 20 บาท → 30 บาท". */
export function valueChangesText(say: Speak, before: Clause | null, after: Clause | null): string {
  const [old, now] = [valueRows(say, before), valueRows(say, after)];
  const labels = [...new Set([...old, ...now].map(({ label }) => label))];
  const valueIn = (rows: readonly Row[], label: string) => rows.find((one) => one.label === label)?.value;
  const none = say.t("rules.values.nothing");
  return labels
    .filter((label) => valueIn(old, label) !== valueIn(now, label))
    .map((label) => `${label} ${valueIn(old, label) ?? none} → ${valueIn(now, label) ?? none}`)
    .join(" · ");
}
