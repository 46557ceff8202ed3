import { digitRunAt, type DigitRun } from "./digit-runs";
import { notNumbers, numberWords, type WordToken } from "./number-words";

/** A piece of a text that matters to a sum; `spaced` says that a space stands before it. */
export type SumToken = { start: number; end: number; spaced: boolean } & (
  WordToken | { kind: "number"; run: DigitRun } | { kind: "kilo"; value: 1_000 } | { kind: "other" }
);

// What continues a Thai syllable: vowels behind, above and below, and tone marks.
const vowelOrTone = /^[\p{Mn}ะาำๅ]/u;
const byLength = (a: string, b: string): number => b.length - a.length;
const numberWordList = [...numberWords].sort(([one], [other]) => byLength(one, other));
const notNumberList = [...notNumbers].sort(byLength);

/** Cuts a normalised text into the pieces of sums and everything between them. */
export function sumTokens(text: string): SumToken[] {
  const tokens: SumToken[] = [];
  let spaced = false;
  for (let at = 0; at < text.length;) {
    if (text[at] === " ") {
      spaced = true;
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, spaced, tokens.at(-1));
    tokens.push(token);
    at = token.end;
    spaced = false;
  }
  return tokens;
}

function tokenAt(text: string, start: number, spaced: boolean, previous: SumToken | undefined): SumToken {
  const place = (length: number) => ({ start, end: start + length, spaced });
  if (/\d/.test(text.charAt(start))) {
    const { run, end } = digitRunAt(text, start);
    return { ...place(end - start), kind: "number", run };
  }
  const afterNumber = previous !== undefined && previous.kind !== "other";
  const rest = text.slice(start);
  if (previous?.kind === "number" && /^k(?![a-z\d])/.test(rest)) return { ...place(1), kind: "kilo", value: 1_000 };
  if (afterNumber && /^บ(?![ก-๎.])/.test(rest)) return { ...place(1), kind: "baht" };

  const passedOver = notNumberList.find((word) => startsWithWord(rest, word));
  if (passedOver) return { ...place(passedOver.length), kind: "other" };
  const found = numberWordList.find(([word]) => startsWithWord(rest, word));
  return found ? { ...place(found[0].length), ...found[1] } : { ...place(1), kind: "other" };
}

/** Whether the text begins with that word and not with a longer syllable or English word. */
function startsWithWord(text: string, word: string): boolean {
  if (!text.startsWith(word)) return false;
  const next = text.charAt(word.length);
  return /[a-z]$/.test(word) ? !/[a-z]/.test(next) : !vowelOrTone.test(next);
}
