import { satangFromBahtText, satang } from "../../../../domain/money";
import { moneyDigits } from "../../../../i18n/format";
import type { DeskPassbookTexts, DeskTexts } from "../../../../messages/desk-page";
import type { Line, LineRow, LineSum } from "./lines";

/** One sum that can be taken of a passbook: a purpose, of one of its contracts where it is about a loan. */
export interface Field extends Omit<LineSum, "amount"> {
  key: string;
  label: string;
  /** Satang still owed, of principal. */
  owed: number | null;
}

/** What a passbook may hand over at this desk, in the order of receipts; who waits for her admission pays the entry fee alone. */
export function fieldsOf(desk: DeskTexts, book: DeskPassbookTexts): Field[] {
  return desk.purposes.flatMap(({ purpose, label }): Field[] => {
    if (book.status === "pending" && purpose !== "entry-fee") return [];
    const ownField: Field = { key: purpose, purpose, label, owed: null };
    if (purpose === "fine") return [ownField, ...loanFinesOf(book, label)];
    if (purpose !== "principal" && purpose !== "interest") return [ownField];
    return book.contracts.map(({ contractNo, owed }) => ({
      key: `${purpose} ${contractNo}`,
      purpose,
      contractNo,
      label: `${label} ${contractNo}`,
      owed: purpose === "principal" ? owed : null,
    }));
  });
}

/** The fines that are due on her contracts, each in a field of its own. */
function loanFinesOf({ usual }: DeskPassbookTexts, label: string): Field[] {
  return usual.flatMap(({ purpose, contractNo }) =>
    purpose === "fine" && contractNo !== undefined
      ? [{ key: fieldKey({ purpose, contractNo }), purpose, contractNo, label: `${label} ${contractNo}`, owed: null }]
      : [],
  );
}

/** The field of a sum. */
export function fieldKey({ purpose, contractNo }: Omit<LineSum, "amount">): string {
  return contractNo === undefined ? purpose : `${purpose} ${contractNo}`;
}

/** Digits as they stand in a field, without separators. */
export function fieldText(amount: number): string {
  return moneyDigits(satang(amount)).replaceAll(",", "");
}

/** The sums of a passbook's fields, in satang; those that are empty or zero are none. Null where one cannot be read. */
export function sumsOf(fields: readonly Field[], texts: Readonly<Record<string, string>>): LineSum[] | null {
  const sums: LineSum[] = [];
  for (const { key, purpose, contractNo } of fields) {
    const text = (texts[key] ?? "").trim().replace(/\.$/, "");
    const amount = text === "" ? 0 : satangFromBahtText(text);
    if (amount === null || amount < 0) return null;
    if (amount > 0) sums.push({ purpose, amount, ...(contractNo === undefined ? {} : { contractNo }) });
  }
  return sums;
}

/** What is due of these passbooks and not taken yet, a row each. */
export function usualRows(books: readonly DeskPassbookTexts[], lines: readonly Line[]): LineRow[] {
  const taken = new Set(lines.flatMap(({ rows }) => rows.map(({ memberNo }) => memberNo)));
  return books
    .filter(({ memberNo, usual }) => usual.length > 0 && !taken.has(memberNo))
    .map(({ memberNo, usual, entries }) => ({ memberNo, split: usual, seen: entries.length }));
}
