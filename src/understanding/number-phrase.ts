import type { SumToken } from "./sum-tokens";

/**
 * What a run of number tokens comes to, in satang: one sum that is meant, or several that could be. A certain one may
 * carry a second, which it would mean in formal words ("สองพันห้า" is 2,500, "สองพันห้าบาทถ้วน" perhaps 2,005).
 * `bare` is a unit without a number ("หมื่น"), `small` a lone digit word; both are sums only where more than they says so.
 */
export interface NumberMeaning {
  certain: boolean;
  satang: number[];
  bare?: boolean;
  small?: boolean;
}

/** A run that is a code rather than a sum, or that no rule reads. */
export type NotANumber = "code" | "broken";

type UnitToken = SumToken & { kind: "unit" | "kilo" };
const isUnit = (token: SumToken | null | undefined): token is UnitToken =>
  token?.kind === "unit" || token?.kind === "kilo";

const million = 1_000_000;

/** Reads number tokens (numbers, digit words, units, halves) as one number of baht. */
export function readNumberPhrase(tokens: readonly SumToken[]): NumberMeaning | NotANumber {
  const [first, second] = tokens;
  if (first?.kind === "half") return isUnit(second) && tokens.length === 2 ? exact(second.value / 2) : "broken";
  const pair = readPair(tokens) ?? readNeighbours(tokens);
  if (pair) return pair;
  if (isEvenlySpaced(tokens)) return readNumberPhrase(tokens.map((token) => ({ ...token, spaced: false })));

  const cut = tokens.findIndex((token) => isUnit(token) && token.value === million);
  // A coefficient of several words ("สิบเอ็ดล้าน") is itself a number below a million.
  const ownNumber = cut > 1 || (cut === 1 && isUnit(first));
  const wordsBefore = ownNumber ? readTerms(tokens.slice(0, cut), million) : null;
  if (wordsBefore === null) return readTerms(tokens, Infinity);
  if (typeof wordsBefore === "string") return wordsBefore;
  const after = readRest(tokens.slice(cut + 1));
  if (typeof after === "string") return after;
  const satang = wordsBefore.satang.flatMap((head) => after.satang.map((tail) => head * million + tail));
  return { certain: wordsBefore.certain && after.certain && satang.length === 1, satang };
}

const exact = (baht: number): NumberMeaning => ({ certain: true, satang: [baht * 100] });
const unsure = (...baht: number[]): NumberMeaning => ({ certain: false, satang: baht.map((one) => one * 100) });

function readSingle(token: SumToken): NumberMeaning | NotANumber {
  if (token.kind === "digit") {
    return token.form === "plain" ? { ...exact(token.value), small: true } : { ...unsure(token.value), small: true };
  }
  if (token.kind !== "number") return "broken";
  switch (token.run.form) {
    case "integer":
    case "separated":
      return exact(token.run.value);
    case "decimal":
      return { certain: true, satang: [token.run.units * 10 ** (2 - token.run.places)] };
    case "unsure":
      return unsure(...token.run.values);
    default:
      return token.run.form;
  }
}

/** "สองสามพัน", "ห้าหกร้อย": two numbers a person does not choose between. */
function readPair(tokens: readonly SumToken[]): NumberMeaning | null {
  const [one, other, unit] = tokens;
  if (one?.kind !== "digit" || other?.kind !== "digit" || tokens.length > 3) return null;
  if (unit !== undefined && !isUnit(unit)) return null;
  const each = unit?.value ?? 1;
  return { ...unsure(one.value * each, other.value * each), small: unit === undefined };
}

/** "ร้อยสองร้อย", "ห้าพันหกพัน": one number or the next. */
function readNeighbours(tokens: readonly SumToken[]): NumberMeaning | null {
  const [first] = tokens;
  const [one, unit, other, same] = isUnit(first) ? [null, ...tokens] : tokens;
  if (other?.kind !== "digit" || !isUnit(unit) || !isUnit(same) || unit.value !== same.value) return null;
  const least = one === null ? 1 : one?.kind === "digit" ? one.value : NaN;
  const isWhole = tokens.length === (one === null ? 3 : 4);
  return isWhole && other.value === least + 1 ? unsure(least * unit.value, other.value * unit.value) : null;
}

/** Words that are all written apart, as speech is when a telephone writes it down. */
function isEvenlySpaced(tokens: readonly SumToken[]): boolean {
  return tokens.length > 2 && tokens.every(({ kind, spaced }, at) => kind !== "number" && (spaced || at === 0));
}

/** What follows millions: terms below them, or a lone final digit that may be shorthand. */
function readRest(tokens: readonly SumToken[]): NumberMeaning | NotANumber {
  const [only] = tokens;
  if (tokens.length !== 1 || only?.kind !== "digit") return readTerms(tokens, million);
  return only.form === "final" ? exact(only.value) : unsure(only.value * (million / 10), only.value);
}

interface Terms {
  baht: number;
  lastUnit: number;
  count: number;
  certain: boolean;
  /** Whether the first unit stood without a number before it ("หมื่นห้า"). */
  leading: boolean;
}

function readTerms(tokens: readonly SumToken[], limit: number): NumberMeaning | NotANumber {
  const terms: Terms = { baht: 0, lastUnit: limit, count: 0, certain: true, leading: false };
  let at = 0;
  for (;;) {
    const taken = takeTerm(terms, tokens, at);
    if (taken === "broken") return "broken";
    if (taken === 0) break;
    at += taken;
  }
  const [last, ...more] = tokens.slice(at);
  if (last === undefined) {
    return { certain: terms.certain, satang: [terms.baht * 100], bare: terms.leading && terms.count === 1 };
  }
  if (more.length > 0) return "broken";
  return terms.count === 0 ? readSingle(last) : withTail(terms, last);
}

/** Adds "ห้าพัน", "5 พัน", "1.5แสน" or a leading "หมื่น" to the terms; gives how many tokens that was. */
function takeTerm(terms: Terms, tokens: readonly SumToken[], at: number): number | "broken" {
  const [one, next] = [tokens[at], tokens[at + 1]];
  if (isUnit(one)) {
    // "ร้อยสิบ" is plain; "สองพันร้อย" is said, but not certain.
    if (one.value >= terms.lastUnit) return "broken";
    const plain = terms.count === 0 || one.value === 10;
    const times = one.kind === "unit" ? (one.times ?? 1) : 1;
    addTerm(terms, one, one.value * times, plain && (terms.count === 0 || !one.spaced));
    terms.leading ||= terms.count === 1 && times === 1;
    return 1;
  }
  if (one === undefined || !isUnit(next) || next.value >= terms.lastUnit) return 0;
  const term = termOf(one, next, terms);
  if (term === null) return "broken";
  addTerm(terms, next, term.baht, term.certain);
  return 2;
}

function addTerm(terms: Terms, unit: UnitToken, baht: number, certain: boolean): void {
  terms.baht += baht;
  terms.lastUnit = unit.value;
  terms.count += 1;
  terms.certain &&= certain;
}

function termOf(token: SumToken, unit: UnitToken, terms: Terms): { baht: number; certain: boolean } | null {
  const first = terms.count === 0;
  const joined = first || (!token.spaced && !unit.spaced);
  if (token.kind === "digit") {
    const isTwenty = token.value === 2 && unit.value === 10;
    const fits = token.form === "twenty" ? isTwenty : token.form === "plain" && token.value > 0;
    return fits ? { baht: token.value * unit.value, certain: joined && (token.form === "twenty" || !isTwenty) } : null;
  }
  if (token.kind !== "number") return null;
  const { run } = token;
  const decimal = run.form === "decimal" ? run : run.form === "unsure" ? run.decimal : undefined;
  if (decimal) {
    const [scaled, scale] = [decimal.units * unit.value, 10 ** decimal.places];
    return first && scaled % scale === 0 ? { baht: scaled / scale, certain: true } : null;
  }
  if (run.form !== "integer") return null;
  const baht = run.value * unit.value;
  if (run.value >= 10 && !first) return baht < terms.lastUnit ? { baht, certain: false } : null;
  const usual = run.value < 10 || unit.value === million || (run.value < 100 && !unit.spaced) || unit.kind === "kilo";
  return { baht, certain: joined && usual };
}

/** The number with what follows its last unit: "หมื่นห้า", "สองพันห้า", "ร้อยนึง", "แสนครึ่ง", "1 หมื่น 5000". */
function withTail(terms: Terms, last: SumToken): NumberMeaning | NotANumber {
  const { baht, lastUnit, count } = terms;
  const short = (value: number): number => baht + (value * lastUnit) / 10;
  if (last.kind === "half") {
    if (lastUnit < 100) return "broken";
    return count === 1 ? { ...exact(short(5)), certain: terms.certain } : unsure(short(5));
  }
  if (last.kind === "digit") return withDigit(terms, last, last.spaced);
  if (last.kind !== "number" || last.run.form !== "integer") return "broken";
  const { value } = last.run;
  if (value > 0 && value < 10) return withDigit(terms, { value, form: "plain" }, last.spaced && !terms.leading);
  if (value === 0 || value >= lastUnit) return "broken";
  // "1 หมื่น 5000" counts in the next unit; "ลุงพัน 100" is perhaps a name and a sum.
  const certain = terms.certain && !terms.leading && value % (lastUnit / 10) === 0;
  return { certain, satang: [(baht + value) * 100] };
}

function withDigit(
  terms: Terms,
  digit: { value: number; form: "plain" | "final" | "twenty" | "single" },
  apart: boolean,
): NumberMeaning | NotANumber {
  const { baht, lastUnit, count, leading } = terms;
  const literal = baht + digit.value;
  const short = baht + (digit.value * lastUnit) / 10;
  if (digit.form === "twenty" || digit.value === 0) return "broken";
  // ร้อยเอ็ด alone is also a province.
  if (digit.form === "final") return { ...exact(literal), certain: terms.certain && !(leading && lastUnit === 100) };
  if (digit.form === "single") return leading && count === 1 ? exact(baht) : unsure(short, literal);
  if (lastUnit === 10) return { ...exact(literal), certain: terms.certain && !apart };
  if (digit.value === 1) return unsure(...(leading ? [baht] : []), short, literal);
  if (lastUnit === 100 || count > 1 || apart) return unsure(short, literal);
  return { certain: terms.certain, satang: leading ? [short * 100] : [short * 100, literal * 100] };
}
