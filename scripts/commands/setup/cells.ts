import { satang, satangFromBahtText, type Satang } from "../../../src/domain/money";

/** What a cell says, or why it says nothing that can be used: one English sentence. */
export type Reading<T> = { value: T } | { problem: string };

/** How one kind of cell is read. */
export type Reader<T> = (text: string) => Reading<T>;

/** A cell's text as it is meant: composed letters, Arabic digits, plain spaces, nothing invisible. */
export function cellText(raw: string): string {
  return raw
    .normalize("NFC")
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replaceAll(/[\s\u00A0]+/g, " ")
    .trim();
}

/** Thai digits as Arabic ones. */
export function arabicDigits(text: string): string {
  return text.replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - "๐".charCodeAt(0)));
}

/** A sum in baht with or without separators, in Arabic or Thai digits, as satang; never negative. */
export const readSum: Reader<Satang> = (text) => {
  const reading = readSignedSum(text);
  return "value" in reading && reading.value < 0 ? { problem: `The sum ${quoted(text)} is negative.` } : reading;
};

/** As readSum, and the sum may be negative. */
export const readSignedSum: Reader<Satang> = (text) => {
  const digits = arabicDigits(text)
    .replace(/\s*(?:บาท|baht|฿|\.-|-)$/i, "")
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, ",");
  if (digits === "" && text !== "") return { value: satang(0) }; // A dash alone is how books write nothing.
  const value = satangFromBahtText(digits);
  return value === null ? { problem: `${quoted(text)} is not a sum in baht with at most two decimals.` } : { value };
};

/** A whole number from `min` to `max`, in Arabic or Thai digits. */
export function readWhole(min: number, max: number): Reader<number> {
  return (text) => {
    const digits = arabicDigits(text);
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= min && value <= max
      ? { value }
      : { problem: `${quoted(text)} is not a whole number from ${min} to ${max}.` };
  };
}

/** A number of the register, as members know theirs; Thai digits count as Arabic ones. */
export const readMemberNo: Reader<string> = (text) => {
  const value = arabicDigits(text);
  if (/\d{13}/.test(value)) return { problem: idNumberProblem };
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}/-]{0,19}$/u.test(value)
    ? { value }
    : { problem: `${quoted(text)} is no member number: letters, digits, dashes and slashes, at most 20.` };
};

/** Several register numbers with spaces, commas, semicolons or plus signs between them. */
export const readMemberNos: Reader<string[]> = (text) => {
  const readings = text
    .split(/[\s,;+]+/)
    .filter((part) => part !== "")
    .map(readMemberNo);
  const bad = readings.find((reading) => "problem" in reading);
  return bad ?? { value: readings.flatMap((reading) => ("value" in reading ? [reading.value] : [])) };
};

/** A text that people read, such as a name: at least one letter or digit, at most `max` characters. */
export function readText(max: number): Reader<string> {
  return (text) => {
    if (/\d{13}/.test(arabicDigits(text).replaceAll(/[\s-]/g, ""))) return { problem: idNumberProblem };
    if (/\p{C}/u.test(text)) return { problem: "The text holds characters that cannot be shown." };
    if (/^[=+@-]/.test(text) || !/[\p{L}\p{N}]/u.test(text))
      return { problem: `${quoted(text)} is not a name or a text.` };
    return text.length > max ? { problem: `The text is longer than ${max} characters.` } : { value: text };
  };
}

/** One of the words, or of what people write for it. */
export function readWord<Word extends string>(
  words: readonly Word[],
  alsoWritten: Readonly<Record<string, Word>>,
): Reader<Word> {
  return (text) => {
    const value =
      words.find((word) => word === text.toLowerCase()) ??
      (Object.hasOwn(alsoWritten, text) ? alsoWritten[text] : undefined);
    return value === undefined ? { problem: `${quoted(text)} is none of ${words.join(", ")}.` } : { value };
  };
}

const idNumberProblem = "Thirteen digits look like an identity number: Sajja never stores one.";

/** A cell as a message repeats it, cut short. */
export function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
