import { account, type AccountCode } from "../domain/ledger/accounts";
import type { Speak } from "./speak";
import type { SavingsChange, SavingsPurpose, SavingsRow } from "./views";

/** A line of a card: label left, value right. */
export interface Row {
  label: string;
  value: string;
}

/** One row a purpose with its sum. */
export function purposeRows(say: Speak, rows: readonly SavingsRow[]): Row[] {
  return rows.map(({ purpose, amount }) => ({ label: say.t(`common.purposes.${purpose}`), value: say.money(amount) }));
}

/** One row a purpose with its balance before and after. */
export function changeRows(say: Speak, rows: readonly SavingsChange[]): Row[] {
  return rows.map(({ purpose, before, after }) => ({
    label: say.t(`common.balances.${purpose}`),
    value: `${say.digits(before)} → ${say.money(after)}`,
  }));
}

/** What a deposit is for and how much, in one line: "เงินสัจจะ 100 บาท, เงินสัจจะพิเศษ 50 บาท". */
export function rowsText(say: Speak, rows: readonly SavingsRow[]): string {
  return purposeRows(say, rows)
    .map(({ label, value }) => `${label} ${value}`)
    .join(", ");
}

/** The same in the short words of lists, the currency once: "สัจจะ 100, พิเศษ 50 บาท". */
export function shortRowsText(say: Speak, rows: readonly SavingsRow[]): string {
  const last = rows.length - 1;
  const sums = rows.map(({ purpose, amount }, index) => {
    const sum = index === last ? say.money(amount) : say.digits(amount);
    return `${say.t(`common.shortPurposes.${purpose}`)} ${sum}`;
  });
  return sums.join(", ");
}

/** Which savings an account keeps. */
export function purposeOf(code: AccountCode): SavingsPurpose {
  return code === account.specialSavings ? "special" : "pledge";
}
