import { readNumberPhrase, type NotANumber, type NumberMeaning } from "./number-phrase";
import type { SumToken } from "./sum-tokens";

/** A stretch of a text that says one sum: what it means, and whether a currency or "ถ้วน" stands with it. */
export interface SumPhrase {
  start: number;
  end: number;
  meaning: NumberMeaning | NotANumber;
  currency: boolean;
  /** Whether it has digits, so that even one that no rule reads was meant as a number. */
  digits: boolean;
  /** The unit that the phrase counts in ("6 พัน"), if it is only a number and a unit. */
  unit: SumToken | null;
  numbers: readonly SumToken[];
}

const isNumber = (token: SumToken | undefined): token is SumToken =>
  token !== undefined && ["number", "digit", "unit", "kilo", "half"].includes(token.kind);

/** Finds the phrases of sums among the tokens of a text, in its order. */
export function sumPhrases(tokens: readonly SumToken[]): SumPhrase[] {
  const phrases: SumPhrase[] = [];
  for (let at = 0; at < tokens.length;) {
    const taken = takePhrase(tokens, at);
    if (taken) phrases.push(taken.phrase);
    at = taken ? taken.next : at + 1;
  }
  return phrases;
}

interface Taken {
  phrase: SumPhrase;
  next: number;
}

function takePhrase(tokens: readonly SumToken[], from: number): Taken | null {
  const sign = tokens[from];
  const signed = sign?.kind === "baht" && sign.sign === true && isNumber(tokens[from + 1]);
  const begin = signed ? from + 1 : from;
  const first = tokens[begin];
  if (first?.kind === "satang" && first.value === 25) return takeSatang(tokens, begin, begin);
  const numbers = takeNumbers(tokens, begin);
  if (numbers.length === 0) return null;
  const after = begin + numbers.length;
  if (tokens[after]?.kind === "satang") return takeSatang(tokens, begin, after);

  const currency = tokens[after]?.kind === "baht";
  let meaning = readNumberPhrase(numbers);
  let next = after;
  if (currency) {
    const satang = takeNumbers(tokens, after + 1);
    const bare = tokens[after + 1];
    const follows = tokens[after + 1 + satang.length];
    if (satang.length > 0 && follows?.kind === "satang") {
      meaning = withSatang(meaning, readSatang(satang, follows.value));
      next = after + 1 + satang.length + 1;
    } else if (bare?.kind === "satang" && bare.value === 25 && !bare.spaced) {
      meaning = withSatang(meaning, { certain: true, satang: [bare.value] });
      next = after + 2;
    } else {
      next = after + 1;
      // "สองบาทห้าสิบ" runs on without a word for what the second number counts.
      if (satang[0]?.spaced === false) meaning = doubted(meaning);
      if (bare?.kind === "half" && !bare.spaced) {
        meaning = withHalf(meaning);
        next = after + 2;
      }
    }
  }
  const ended = tokens[next]?.kind === "exact";
  if (ended) next += 1;
  const formal = currency || ended || signed;
  return {
    next,
    phrase: {
      ...spanOf(tokens, from, next),
      meaning: formal ? formalMeaning(meaning, numbers) : meaning,
      currency: formal,
      digits: numbers.some((token) => token.kind === "number"),
      unit: numbers.length === 2 && numbers[1]?.kind === "unit" ? numbers[1] : null,
      numbers,
    },
  };
}

// The words of a hundred million and its satang are fewer; a longer run is no number.
const mostWords = 30;

/** The longest run of number tokens from there that reads as one number; a space may stand only beside digits or units. */
function takeNumbers(tokens: readonly SumToken[], from: number): readonly SumToken[] {
  let end = from;
  while (isNumber(tokens[end]) && (end === from || joins(tokens[end - 1], tokens[end]))) end += 1;
  const run = tokens.slice(from, end);
  // What no rule reads takes its unit along: ".5 แสน" is no แสน.
  const [first] = run;
  if (first?.kind === "number" && first.run.form === "broken") return run;
  if (run.length > mostWords) return run;
  for (let length = run.length; length > 1; length -= 1) {
    const whole = length === run.length || run[length]?.spaced === true;
    if (whole && readNumberPhrase(run.slice(0, length)) !== "broken") return run.slice(0, length);
  }
  const space = run.slice(1).findIndex(({ spaced }) => spaced);
  return space < 0 ? run : run.slice(0, space + 1);
}

function joins(before: SumToken | undefined, token: SumToken | undefined): boolean {
  if (before === undefined || token === undefined) return false;
  if (!token.spaced) return true;
  const isUnit = (one: SumToken): boolean => one.kind === "unit" || one.kind === "kilo";
  return isUnit(token) || isUnit(before);
}

function takeSatang(tokens: readonly SumToken[], from: number, at: number): Taken {
  const word = tokens[at] as SumToken & { kind: "satang" };
  const numbers = tokens.slice(from, at);
  // "สลึงนึง" counts behind the word.
  const one = tokens[at + 1];
  const counted = numbers.length === 0 && one?.kind === "digit" && one.form === "single" && !one.spaced;
  const next = at + (counted ? 2 : 1);
  const meaning: SumPhrase["meaning"] =
    numbers.length > 0 ? readSatang(numbers, word.value) : { certain: counted, satang: [word.value] };
  const digits = numbers.some((token) => token.kind === "number");
  return { next, phrase: { ...spanOf(tokens, from, next), meaning, currency: true, digits, unit: null, numbers } };
}

/** A number of satang or of สลึง (25 satang); a hundred satang or more are not said that way for certain. */
function readSatang(numbers: readonly SumToken[], each: number): NumberMeaning | NotANumber {
  const count = readNumberPhrase(numbers);
  if (typeof count === "string") return count;
  if (count.satang.some((hundredths) => hundredths % 100 !== 0)) return "broken";
  const satang = count.satang.map((hundredths) => (hundredths / 100) * each);
  return { certain: count.certain && satang.every((sum) => sum < 100 || each === 25), satang };
}

function withSatang(baht: SumPhrase["meaning"], satang: SumPhrase["meaning"]): SumPhrase["meaning"] {
  if (typeof baht === "string") return baht;
  if (typeof satang === "string") return satang;
  const [part = 0] = satang.satang;
  if (part >= 100 || satang.satang.length > 1) return "broken";
  if (baht.satang.some((sum) => sum % 100 !== 0)) return "broken";
  return { certain: baht.certain && satang.certain, satang: baht.satang.map((sum) => sum + part) };
}

/** "สองบาทครึ่ง" is 2.50 baht, and asked: it may also be 2 baht and a half of something. */
function withHalf(baht: SumPhrase["meaning"]): SumPhrase["meaning"] {
  if (typeof baht === "string") return baht;
  return { certain: false, satang: baht.satang.flatMap((sum) => [sum + 50, sum]) };
}

const doubted = (meaning: SumPhrase["meaning"]): SumPhrase["meaning"] =>
  typeof meaning === "string" ? meaning : { ...meaning, certain: false };

/** With its currency a shorthand may be meant in full ("สองพันห้าบาท"), and "5oo" can only be 500, but "2.505" may be a slip. */
function formalMeaning(meaning: SumPhrase["meaning"], numbers: readonly SumToken[]): SumPhrase["meaning"] {
  if (typeof meaning === "string") return meaning;
  const [only, other] = numbers;
  const isFigure = other === undefined && only?.kind === "number" && !("decimal" in only.run);
  return { certain: (meaning.certain || isFigure) && meaning.satang.length === 1, satang: meaning.satang };
}

function spanOf(tokens: readonly SumToken[], from: number, next: number): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
}
