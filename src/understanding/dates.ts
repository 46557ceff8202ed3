import type { LocalDate } from "../domain/dates";
import type { DatePattern, DateReading, SaidDate } from "./date-reading";
import { dayOfMonthPatterns } from "./date-patterns/days-of-month";
import { fullDatePatterns } from "./date-patterns/full-dates";
import { openPatterns } from "./date-patterns/open-times";
import { partPatterns } from "./date-patterns/parts";
import { relativePatterns } from "./date-patterns/relative-days";
import { weekdayPatterns } from "./date-patterns/weekdays";
import { normalise } from "./normalise";

export type { DateReading } from "./date-reading";

/** A date in a normalised text with its place there (UTF-16 offsets); which day it is shows once today is known. */
export interface FoundDate {
  start: number;
  end: number;
  said: SaidDate;
}

// Of two that begin at the same place, the longer; of two as long, the one that stands first here.
const patterns: readonly DatePattern[] = [
  ...fullDatePatterns,
  ...dayOfMonthPatterns,
  ...partPatterns,
  ...relativePatterns,
  ...weekdayPatterns,
  ...openPatterns,
];

const doneWords = /แล้ว(?!แต่)|(?:โอน|ส่ง|ฝาก|จ่าย)(?:ไป|ให้)|already|(?<![a-z])(?:paid|sent)(?![a-z])/;

/**
 * The dates of a text in its order, seen from `today`. Only what is certain is a value: a day that may be another one, or that the words
 * leave open (harvests, feasts, the moon), is asked; a day that no calendar has is none.
 */
export function readDates(text: string, today: LocalDate): DateReading[] {
  const said = normalise(text);
  const done = doneWords.test(said);
  return findDates(said).map((found) => found.said(today, done));
}

/** The dates of a normalised text with their places. */
export function findDates(text: string): FoundDate[] {
  const found = patterns.flatMap((pattern) => matchesOf(pattern, text));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundDate[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

function matchesOf({ pattern, said }: DatePattern, text: string): FoundDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const meaning = said(match.groups ?? {});
    return meaning ? [{ start: match.index, end: match.index + match[0].length, said: meaning }] : [];
  });
}
