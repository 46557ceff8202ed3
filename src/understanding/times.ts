import { normalise } from "./normalise";
import { timePatterns, type Clock } from "./time-patterns";

/** A time of day in a normalised text, "HH:MM", with its place there (UTF-16 offsets). */
export interface FoundTime {
  start: number;
  end: number;
  time: string;
}

/** The times of day of a text in its order, as "HH:MM". A time that may be of the morning or of the evening is not given. */
export function readTimes(text: string): string[] {
  return findTimes(normalise(text)).map(({ time }) => time);
}

/** The times of day of a normalised text with their places. */
export function findTimes(text: string): FoundTime[] {
  const found = timePatterns.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const time = read(match.groups ?? {});
      return time ? [{ start: match.index, end: match.index + match[0].length, time: written(time) }] : [];
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundTime[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

function written({ hour: hours, minute }: NonNullable<Clock>): string {
  return `${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
