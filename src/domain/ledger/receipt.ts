import type { ReceiptNo } from "./journal-entry";

/** A receipt number as people write it: "2569/000123", with its series after a restore: "2569/B/000123". */
export function receiptText(receipt: ReceiptNo): string {
  const no = String(receipt.no).padStart(6, "0");
  return receipt.series ? `${receipt.year}/${receipt.series}/${no}` : `${receipt.year}/${no}`;
}

/** Reads a receipt number as people write it (leading zeros may be missing), or gives null. */
export function parseReceiptText(text: string): ReceiptNo | null {
  const match = /^(25\d{2})\/(?:([A-Z])\/)?(\d{1,9})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const [, year, series = "", no] = match;
  return { year: Number(year), series, no: Number(no) };
}
