/** A key of the number pad. */
export type PadKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "00" | "." | "delete" | "clear";

/** No desk takes more digits of baht. */
const mostDigits = 7;

/** The text of a field after a key; the first digit typed on a sum that stood there already begins it anew. */
export function typed(text: string, key: PadKey, isFresh: boolean): string {
  if (key === "clear") return "";
  if (key === "delete") return isFresh ? "" : text.slice(0, -1);
  const before = isFresh ? "" : text;
  if (key === ".") return before.includes(".") ? before : `${before === "" ? "0" : before}.`;
  const [whole = "", decimals] = before.split(".");
  if (decimals !== undefined) return decimals.length + key.length > 2 ? before : before + key;
  if (whole.length + key.length > mostDigits) return before;
  return (before + key).replace(/^0+(?=\d)/, "");
}
