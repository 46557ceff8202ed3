/**
 * What a run of Western digits can mean: a plain or separated number, a decimal, one of several
 * numbers, a code that is never a sum (leading zero, date, time, telephone, part of a word), or nothing well formed.
 */
export type DigitRun =
  | { form: "integer"; value: number }
  | { form: "separated"; value: number }
  | ({ form: "decimal" } & Decimal)
  | { form: "unsure"; values: number[]; /** As it would read before a unit ("1.125 แสน"). */ decimal?: Decimal }
  | { form: "code" }
  | { form: "broken" };

/** `units` / 10^`places`. */
export interface Decimal {
  units: number;
  places: number;
}

/** A run found in a text, with the offset after it. */
export interface FoundRun {
  run: DigitRun;
  end: number;
}

/** Reads the run of digits that begins at `start` of a normalised text, where a digit must stand. */
export function digitRunAt(text: string, start: number): FoundRun {
  const chunk = matchAt(/\d(?:[\do,.:/'-]*[\do])?/y, text, start);
  const parts = chunk.split("-");
  const first = String(parts[0]);
  // "5-6" is a range of two numbers; "081-234-5678" and "15-1-2568" are one code.
  const isRange = parts.length === 2 && parts.every((part) => isSum(readRun(part)));
  const whole = isRange ? first : chunk;
  // ".5" has lost its zero, or more.
  if (/(?:^|[^ก-๎.,])[.,]$/.test(text.slice(0, start))) return { run: { form: "broken" }, end: start + whole.length };
  const end = start + whole.length;
  if (isPartOfWord(text, start, end)) return { run: { form: "code" }, end };
  if (parts.length > 1 && !isRange) return { run: { form: "code" }, end };

  const groups = /^[1-9]\d{0,2}$/.test(whole) ? matchAt(/(?: \d{3})+(?!\d|[.,:/-]\d)/y, text, end) : "";
  if (groups) return { run: readSpacedGroups(whole + groups), end: end + groups.length };
  return { run: readRun(whole), end };
}

function matchAt(pattern: RegExp, text: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? "";
}

function isPartOfWord(text: string, start: number, end: number): boolean {
  // "xxx-1234" is a masked account; "½" and "²" beside a number make another number of it.
  if (start > 0 && /[a-z_#\d\p{No}]/u.test(text.charAt(start - 1))) return true;
  if (/[a-z*]-$/.test(text.slice(0, start))) return true;
  return /^[a-z_\p{No}]/u.test(text.slice(end)) && !/^(?:k|baht|thb|satang)(?![a-z\d])/.test(text.slice(end));
}

function isSum(run: DigitRun): boolean {
  return run.form !== "code" && run.form !== "broken";
}

function readRun(raw: string): DigitRun {
  if (/[:/]/.test(raw)) return { form: "code" };
  if (/^\d[\do]*$/.test(raw) && raw.includes("o")) {
    return { form: "unsure", values: [Number(raw.replaceAll("o", "0"))] };
  }
  if (/^0\d/.test(raw)) return { form: "code" };
  if (/^\d+$/.test(raw)) return { form: "integer", value: Number(raw) };
  if (/^\d{1,3}(?:,\d{3})+$/.test(raw)) return { form: "separated", value: Number(raw.replaceAll(",", "")) };
  if (/^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{1,2}$/.test(raw)) return { form: "decimal", ...decimalOf(raw) };
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(raw)) {
    const joined = Number(raw.replace(".", ""));
    // "5.000" may be 5; "2.505" is no sum with its satang.
    return {
      form: "unsure",
      values: raw.endsWith("000") ? [joined, joined / 1000] : [joined],
      decimal: decimalOf(raw),
    };
  }
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(raw)) return { form: "unsure", values: [Number(raw.replaceAll(".", ""))] };
  return { form: /^\d+(?:\.\d+){2,}$/.test(raw) ? "code" : "broken" };
}

function decimalOf(raw: string): Decimal {
  const figures = raw.replaceAll(",", "");
  return { units: Number(figures.replace(".", "")), places: figures.length - 1 - figures.indexOf(".") };
}

/** "5 000" is one number; "12 500" may be two. */
function readSpacedGroups(raw: string): DigitRun {
  const joined = Number(raw.replaceAll(" ", ""));
  if (raw.endsWith(" 000")) return { form: "separated", value: joined };
  return { form: "unsure", values: [joined, ...raw.split(" ").map(Number)] };
}
