declare const satangBrand: unique symbol;

/** A whole number of satang (1/100 baht), always a safe integer. Sums of money are never anything else. */
export type Satang = number & { readonly [satangBrand]: true };

/** Gives the number as satang; throws a RangeError unless it is a safe integer. */
export function satang(amount: number): Satang {
  if (!Number.isSafeInteger(amount)) throw new RangeError("not a whole, safe number of satang");
  return (amount === 0 ? 0 : amount) as Satang;
}

/** Gives whole baht as satang; throws a RangeError unless it is a safe integer. */
export function baht(amount: number): Satang {
  return satang(amount * 100);
}

export const zero = satang(0);

/** Sum of the amounts in satang; throws a RangeError when it leaves the safe integers. */
export function sum(amounts: Iterable<Satang>): Satang {
  let total = 0;
  for (const amount of amounts) total = satang(total + amount);
  return total as Satang;
}

/** `a` plus `b` in satang. */
export function add(a: Satang, b: Satang): Satang {
  return satang(a + b);
}

/** `a` minus `b` in satang; may be negative. */
export function subtract(a: Satang, b: Satang): Satang {
  return satang(a - b);
}

/**
 * Reads a decimal baht text such as "50400.00", "1,200" or "-5.5" as satang, or gives null when it is not one.
 * Thousands separators must stand where they belong; more than two decimals are not money.
 */
export function satangFromBahtText(text: string): Satang | null {
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", decimals = ""] = match;
  const value = Number(whole.replaceAll(",", "")) * 100 + Number(decimals.padEnd(2, "0"));
  return Number.isSafeInteger(value) ? satang(sign ? -value : value) : null;
}
