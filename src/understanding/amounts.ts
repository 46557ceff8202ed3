import { satang, type Satang } from "../domain/money";
import { correctionWords, misspeltFigures, purposesBefore } from "./context-words";
import { normalise, wordBoundaries } from "./normalise";
import { isWholeDebt } from "./whole-debt";
import { withoutOtherNumbers } from "./other-numbers";
import { readNumberPhrase } from "./number-phrase";
import { contextOf, endsClause, endsWithAny, endsWithMonth } from "./sum-context";
import { sumPhrases, type SumPhrase } from "./sum-phrases";
import { sumTokens } from "./sum-tokens";

/** How a sum in a text reads: as a value, as a question with the candidates it could mean, or as no sum at all. */
export type AmountReading =
  { verdict: "value"; satang: Satang } | { verdict: "ask"; candidates: Satang[] } | { verdict: "none" };

/** A reading with the place in the normalised text where it stands (UTF-16 offsets). */
export interface FoundAmount {
  reading: AmountReading;
  start: number;
  end: number;
}

/** Above this a sum typed in chat is absurd: 100 million baht, more than a large group's whole savings. */
export const largestReadable = satang(100_000_000_00);

/**
 * The sums of a text in its order. Only what is certain is a value: a sum that is ambiguous or vague is asked, one that
 * is zero, negative, absurd or malformed is none. Numbers of other things (people, days, codes) are not listed.
 */
export function readAmounts(text: string): AmountReading[] {
  return findAmounts(normalise(text)).map(({ reading }) => reading);
}

/** The sums of a normalised text with their places. */
export function findAmounts(said: string): FoundAmount[] {
  const text = withoutOtherNumbers(said);
  const phrases = sumPhrases(sumTokens(text));
  const edges = wordBoundaries(text);
  const found: FoundAmount[] = [];
  for (let at = 0; at < phrases.length; at += 1) {
    const phrase = phrases[at] as SumPhrase;
    const next = phrases[at + 1];
    if (next && isRange(text, phrase, next)) {
      const reading = readRange(text, phrase, next);
      if (reading) found.push({ reading, start: phrase.start, end: next.end });
      at += 1;
      continue;
    }
    const crowded =
      isCrowded(text, phrases[at - 1], phrase) || isCrowded(text, phrase, next) || isPerhapsYear(said, phrase);
    const reading = readPhrase(text, phrase, edges, crowded);
    if (reading) found.push({ reading, start: phrase.start, end: phrase.end });
  }
  if (isCorrection(text, found)) return found.map(doubt);
  const wholeDebt = found.length === 0 && isWholeDebt(text);
  return wholeDebt ? [{ reading: { verdict: "ask", candidates: [] }, start: 0, end: text.length }] : found;
}

/** "200 เอ้ย 300 ไม่ใช่ 200": one of the sums stands, and only the writer knows which. */
function isCorrection(text: string, found: readonly FoundAmount[]): boolean {
  const [first, second] = found;
  if (!first || !second) return false;
  const rest = text.slice(first.end);
  return correctionWords.some((word) => rest.includes(word));
}

const doubt = (one: FoundAmount): FoundAmount =>
  one.reading.verdict === "value" ? { ...one, reading: { verdict: "ask", candidates: [one.reading.satang] } } : one;

/** "500-600", "500 หรือ 600", "ระหว่าง 500 กับ 600". */
function isRange(text: string, one: SumPhrase, other: SumPhrase): boolean {
  // "500 ถึง 0812345678" goes to that number.
  if (one.meaning === "code" || other.meaning === "code") return false;
  const between = text.slice(one.end, other.start).trim();
  if (["-", "~", "ถึง", "หรือ", "หรือว่า", "to", "or"].includes(between)) return true;
  return ["กับ", "และ"].includes(between) && text.slice(0, one.start).trimEnd().endsWith("ระหว่าง");
}

/** Two sums with nothing but a space between them may be one ("500 50"), unless each names its currency. */
function isCrowded(text: string, one: SumPhrase | undefined, other: SumPhrase | undefined): boolean {
  if (!one || !other || (one.currency && other.currency)) return false;
  const between = text.slice(one.end, other.start).trim();
  // "50 00 บาท" is perhaps 5,000.
  if (between === "" && /^0+(?!\d)/.test(text.slice(other.start))) return true;
  if (one.meaning === "code" || other.meaning === "code") return false;
  // "สองพันกับห้าบาท" may be 2,005.
  const addsOn = ["กับ", "และ"].includes(between) && isUnitPhrase(one) && !isUnitPhrase(other);
  return (between === "" || addsOn) && isMoney(text, one) && isMoney(text, other);
}

/** Behind a month, a number that nobody rounds may be a year that was mistyped. */
function isPerhapsYear(said: string, { start, currency, meaning }: SumPhrase): boolean {
  if (currency || typeof meaning === "string" || !endsWithMonth(said.slice(0, start).trimEnd())) return false;
  const [sum = 0] = meaning.satang;
  return sum % 50_00 !== 0 || sum < 100_00;
}

const isMoney = (text: string, { start, end, currency }: SumPhrase): boolean =>
  contextOf(text, start, end, currency) !== "not money";
/** Whether a phrase counts in thousands or more. */
const isUnitPhrase = ({ numbers }: SumPhrase): boolean =>
  numbers.some((token) => token.kind === "unit" && token.value >= 1_000);

function readPhrase(text: string, phrase: SumPhrase, edges: Set<number>, crowded: boolean): AmountReading | null {
  const { meaning, start, end, currency, digits } = phrase;
  if (meaning === "code") return null;
  const context = contextOf(text, start, end, currency);
  if (context === "not money" || isLaughter(text, phrase)) return null;
  const isWord = (digits && /\d/.test(text.charAt(start))) || edges.has(start);
  const standsAlone = isWord && ((digits && /\d/.test(text.charAt(end - 1))) || edges.has(end) || text[end] === "ๆ");
  // Number words inside other words ("พรพันธ์") are no sums; with digits among them they were perhaps meant as one.
  if (!standsAlone && !digits && !currency) return null;
  if (meaning === "broken") return digits || currency || phrase.numbers.length > 1 ? { verdict: "none" } : null;
  if (context === "impossible") return { verdict: "none" };
  if (context === "countless") return { verdict: "ask", candidates: [] };
  if (meaning.small && !currency) return null;
  const [first] = phrase.numbers;
  if (first?.kind === "unit" && endsWithAny(text.slice(0, start), misspeltFigures))
    return { verdict: "ask", candidates: [] };
  const ends = endsClause(text.slice(end));
  // A bare unit is perhaps part of a name, or stands after an English number word that is not read here.
  const isMeant =
    context === "vague" || endsWithAny(text.slice(0, start), purposesBefore) || /^กับ/.test(text.slice(end));
  if (meaning.bare && !currency && !ends && !isMeant) return null;
  // "five hundred": English numbers are not read.
  if (first?.kind === "unit" && /[a-z]/.test(text.charAt(first.start))) return { verdict: "none" };
  const doubtful =
    !meaning.certain ||
    crowded ||
    !standsAlone ||
    isPerhapsTwo(text, phrase) ||
    context === "vague" ||
    (!currency && (isUnlikely(phrase) || (!digits && !ends && meaning.satang.some((sum) => sum < 100_00))));
  return verdict(meaning.satang, !doubtful);
}

/** "555" is a laugh (ห้า sounds like one), unless words say what it is for. */
function isLaughter(text: string, { start, end, currency }: SumPhrase): boolean {
  const before = text.slice(0, start).trimEnd();
  return (
    !currency && /^5{3,}$/.test(text.slice(start, end)) && !/\d$/.test(before) && !endsWithAny(before, purposesBefore)
  );
}

/** "ของแม่กับของฉัน 100,200" and "500,600" may name two sums. */
function isPerhapsTwo(text: string, { start, end }: SumPhrase): boolean {
  const groups = /^(\d{3}),(?!000)(\d{3})$/.exec(text.slice(start, end));
  if (!groups) return false;
  const bothUsual = Number(groups[1]) % 50 === 0 && Number(groups[2]) % 50 === 0;
  return bothUsual || /ของ.+(?:กับ|และ)/.test(text.slice(0, start));
}

/** Numbers without a currency that may well be something else: one digit, a year, a time of day, half a decimal. */
function isUnlikely({ numbers, meaning }: SumPhrase): boolean {
  const [only] = numbers;
  if (numbers.length !== 1) return false;
  if (only?.kind !== "number") return typeof meaning !== "string" && meaning.bare === true;
  const { run } = only;
  if (run.form === "decimal") return run.places === 1 || (run.units <= 24_00 && run.units % 100 < 60);
  if (run.form !== "integer") return false;
  const { value } = run;
  const isYear = (value >= 2540 && value < 2590 && value !== 2550) || (value >= 2015 && value < 2045);
  // Long figures that are neither rounded nor parted may be codes.
  return value < 10 || isYear || (String(value).length > 5 && value % 100 !== 0);
}

function readRange(text: string, one: SumPhrase, other: SumPhrase): AmountReading | null {
  if (contextOf(text, one.start, other.end, one.currency || other.currency) === "not money") return null;
  // "5-6 พัน" counts both in thousands.
  const isCount = one.numbers.length === 1 && one.numbers[0]?.kind !== "unit";
  const scaled = other.unit && !one.currency && isCount ? [...one.numbers, other.unit] : one.numbers;
  const [from, to] = [scaled === one.numbers ? one.meaning : readNumberPhrase(scaled), other.meaning];
  if (typeof from === "string" || typeof to === "string") return { verdict: "none" };
  return verdict([...from.satang, ...to.satang], false);
}

/** Turns what a phrase may mean into a verdict; sums that nobody hands over are dropped. */
function verdict(sums: readonly number[], certain: boolean): AmountReading {
  const possible = [...new Set(sums)].filter((sum) => Number.isSafeInteger(sum) && sum > 0 && sum <= largestReadable);
  const [first] = possible;
  if (first === undefined) return { verdict: "none" };
  // What would be certain but for an impossible first meaning is no longer certain.
  return certain && first === sums[0]
    ? { verdict: "value", satang: satang(first) }
    : { verdict: "ask", candidates: possible.map(satang) };
}
