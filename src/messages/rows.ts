import type { BalanceChange, DepositLine } from "../domain/notice-views";
import { sum, type Satang } from "../domain/money";
import type { Speak } from "./speak";

/** A line of a card: label left, value right. */
export interface Row {
  label: string;
  value: string;
}

/** One row a purpose with its sum. */
export function purposeRows(say: Speak, lines: readonly DepositLine[]): Row[] {
  return lines.map(({ purpose, amount }) => ({ label: say.t(`common.purposes.${purpose}`), value: say.money(amount) }));
}

/** One row a purpose with its balance before and after. */
export function changeRows(say: Speak, lines: readonly BalanceChange[]): Row[] {
  return lines.map(({ purpose, before, after }) => ({
    label: say.t(`common.balances.${purpose}`),
    value: `${say.digits(before)} → ${say.money(after)}`,
  }));
}

/** What the lines come to. */
export function totalOf(lines: readonly DepositLine[]): Satang {
  return sum(lines.map((line) => line.amount));
}
