import type { LocalDate } from "../domain/dates";
import type { OfficerName } from "../domain/people";
import { interestWordOf } from "../domain/rules/interest-word";
import type { DepositPurpose } from "../domain/savings/deposit";
import { shortName } from "./labels";
import type { Speak } from "./speak";
import type { DepositChange, DepositSum, GroupName } from "./views";

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

/** The same rows in a message of words: "ผู้กู้: 012 มาลี". */
export const rowLines = (rows: readonly Row[]): string[] => rows.map(({ label, value }) => `${label}: ${value}`);

/** Whom something waits for: two of the officers by name, the others by number. */
export function waitsForText(say: Speak, officers: readonly OfficerName[]): string {
  return namesText(
    say,
    officers.map((officer) => say.officer(officer)),
  );
}

/** Names of people: two of them in short the others by number. */
export function namesText(say: Speak, people: readonly string[]): string {
  const names = people.slice(0, 2).map(shortName).join(", ");
  const count = people.length - 2;
  return count > 0 ? say.t("common.andOthers", { names, count }) : names;
}

/** With more sums than this, a card has no room for a block of each. */
export const blocksShown = 2;

/** What a deposit is for: a block a purpose with the balance before and after under it; many in a short line each. */
export function changesLayout(
  say: Speak,
  group: GroupName,
  rows: readonly DepositChange[],
): { changes: object[]; lines: object[]; held: string | null } {
  if (rows.length > blocksShown)
    return { changes: [], lines: rows.map((row) => shortLine(say, group, row)), held: heldText(say, group, rows) };
  const changes = rows.map((row) => ({
    purpose: purposeText(say, group, row),
    amount: say.money(row.amount),
    balance: balanceText(say, row),
  }));
  return { changes, lines: [], held: null };
}

/** With more sums than this, a receipt has room for nothing but what makes it one. */
const manySums = 3;

/** The balances after sums that have a line each, in one note: what was before follows from the sum. */
function heldText(say: Speak, group: GroupName, rows: readonly DepositChange[]): string | null {
  const held = rows.flatMap(({ purpose, change }) =>
    change ? [`${shortPurpose(say, group, purpose)} ${say.digits(change.after)}`] : [],
  );
  return held.length === 0 || rows.length > manySums ? null : say.t("common.held", { list: held.join(" · ") });
}

function shortLine(say: Speak, group: GroupName, { purpose, contractNo, amount }: DepositChange): object {
  const word = shortPurpose(say, group, purpose);
  return { label: contractNo === undefined ? word : `${word} ${contractNo}`, value: say.digits(amount) };
}

function balanceText(say: Speak, row: DepositChange): string | null {
  const balance = balanceRow(say, row);
  return balance && `${balance.label} ${balance.value}`;
}

/** One row a purpose that has a balance: before and after. */
export function changeRows(say: Speak, rows: readonly DepositChange[]): Row[] {
  return rows.map((row) => balanceRow(say, row)).filter((row) => row !== null);
}

function balanceRow(say: Speak, { purpose, change }: DepositChange): Row | null {
  if (!change) return null;
  const label = purpose === "principal" ? "principal" : purpose === "special" ? "special" : "pledge";
  return row(say.t(`common.balances.${label}`), `${say.digits(change.before)} → ${say.money(change.after)}`);
}

/** What a deposit is for and how much, in the short words of lists, the currency once: "สัจจะ 100, พิเศษ 50 บาท". */
export function shortRowsText(say: Speak, group: GroupName, rows: readonly DepositSum[]): string {
  const last = rows.length - 1;
  const sums = rows.map(({ purpose, amount }, index) => {
    const sum = index === last ? say.money(amount) : say.digits(amount);
    return `${shortPurpose(say, group, purpose)} ${sum}`;
  });
  return sums.join(", ");
}

/** What a sum is for, with its contract where it is of one. Each group has its own word for what a loan costs. */
export function purposeText(say: Speak, group: GroupName, { purpose, contractNo }: Omit<DepositSum, "amount">): string {
  const word = purpose === "interest" ? say.local(interestWordOf(group)) : say.t(`common.purposes.${purpose}`);
  return contractNo === undefined ? word : say.t("common.ofContract", { purpose: word, contractNo });
}

function shortPurpose(say: Speak, group: GroupName, purpose: DepositPurpose): string {
  return purpose === "interest" ? say.local(interestWordOf(group)) : say.t(`common.shortPurposes.${purpose}`);
}

/** When money was taken: the instant, or of what was entered from paper the day of the paper and when it was entered. */
export function takenText(say: Speak, { at, paperOn }: { at: Date; paperOn?: LocalDate }): string {
  return paperOn ? say.t("deposits.receipt.paperAt", { on: say.day(paperOn), at: say.instant(at) }) : say.instant(at);
}
