import { account, type AccountCode } from "../domain/ledger/accounts";
import type { OfficerName } from "../domain/people";
import { shortName } from "./labels";
import type { Speak } from "./speak";
import type { SavingsChange, SavingsPurpose, SavingsRow } from "./views";

/** A line of a card: label left, value right. */
export interface Row {
  label: string;
  value: string;
  /** Lines before the value is cut off; 0: never, as with every sum, day and number. */
  maxLines: 0 | 2;
}

/** A row whose value is shown whole. */
export function row(label: string, value: string): Row {
  return { label, value, maxLines: 0 };
}

/** A row that names a person: two lines of it, since the register has the rest. */
export function nameRow(label: string, value: string): Row {
  return { label, value, maxLines: 2 };
}

/** Whom something waits for: two of the officers by name, the others by number. */
export function waitsForText(say: Speak, officers: readonly OfficerName[]): string {
  const named = officers.slice(0, 2).map((officer) => shortName(say.officer(officer)));
  const names = named.join(", ");
  const count = officers.length - named.length;
  return count > 0 ? say.t("common.andOthers", { names, count }) : names;
}

/** One block a purpose: its sum, and under it the balance before and after. */
export function changeBlocks(say: Speak, rows: readonly SavingsChange[]): object[] {
  return rows.map((change) => {
    const { label, value } = changeRow(say, change);
    return {
      purpose: say.t(`common.purposes.${change.purpose}`),
      amount: say.money(change.amount),
      balance: `${label} ${value}`,
    };
  });
}

/** One row a purpose with its balance before and after. */
export function changeRows(say: Speak, rows: readonly SavingsChange[]): Row[] {
  return rows.map((change) => changeRow(say, change));
}

function changeRow(say: Speak, { purpose, before, after }: SavingsChange): Row {
  return row(say.t(`common.balances.${purpose}`), `${say.digits(before)} → ${say.money(after)}`);
}

/** What a deposit is for and how much, in the short words of lists, the currency once: "สัจจะ 100, พิเศษ 50 บาท". */
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
