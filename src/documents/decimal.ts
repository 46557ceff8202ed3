import type { Satang } from "../domain/money";

/** A sum as decimal baht with two places and no separators: "-1234.50". Made of whole satang, never by dividing. */
export function decimalBaht(amount: Satang): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The same as papers print it, with separators: "-1,234.50". */
export function printedBaht(amount: Satang): string {
  return decimalBaht(amount).replace(/\B(?=(\d{3})+\.)/g, ",");
}
