import type { ReceiptNo } from "./journal-entry";

/** A receipt number as people write it: "2569/000123", with its series after a restore: "2569/B/000123". */
export function receiptText(receipt: ReceiptNo): string {
  const no = String(receipt.no).padStart(6, "0");
  return receipt.series ? `${receipt.year}/${receipt.series}/${no}` : `${receipt.year}/${no}`;
}

/** The next receipt after one, of the same series and year. */
export function receiptAfter(receipt: ReceiptNo): ReceiptNo {
  return { ...receipt, no: receipt.no + 1 };
}

/**
 * Where numbers go on after a restore: nothing given yet in the series after the last one ("" → A → … → Z), but at least in `atLeast`.
 * Numbers that were given after the backup are then never given twice. Throws a RangeError after Z.
 */
export function inNextSeries(receipt: ReceiptNo, atLeast = ""): ReceiptNo {
  const next = receipt.series === "" ? "A" : String.fromCharCode(receipt.series.charCodeAt(0) + 1);
  if (next > "Z") throw new RangeError("there is no series of receipts after Z");
  return { ...receipt, series: atLeast > next ? atLeast : next, no: 0 };
}

/** Reads a receipt number as people write it (leading zeros may be missing), or gives null. */
export function parseReceiptText(text: string): ReceiptNo | null {
  const match = /^(25\d{2})\/(?:([A-Z])\/)?(\d{1,9})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const [, year, series = "", no] = match;
  return { year: Number(year), series, no: Number(no) };
}
