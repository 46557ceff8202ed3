import type { LocalDate } from "../domain/dates";
import { normalise } from "./normalise";
import { numberedInYear } from "./years";

const resolution = /(?:มติ(?:ที่ประชุม)?(?:ครั้งที่|ที่)?|resolution)\s*(\d[\d./-]*)/iu;

/** The number of a resolution that a text names ("มติ 3/2569"), and the text without it; a line feed stands in its place. */
export function readResolution(text: string): { no: string | null; rest: string } {
  const found = resolution.exec(text);
  return found ? { no: found[1] ?? null, rest: text.replace(found[0], "\n") } : { no: null, rest: text };
}

/** The number of the committee's resolution that a text asks to see, "7/2569", with this Buddhist year where it names none; null where it names no number. */
export function readResolutionAsked(text: string, today: LocalDate): string | null {
  const found = /(?:มติ(?:ที่ประชุม|กรรมการ)?(?:ครั้งที่|ที่)?|resolution)\s*(\d{1,5})(?:\s*\/\s*(\d{4}|\d{2}))?/i.exec(
    normalise(text),
  );
  return found?.[1] === undefined ? null : numberedInYear(found[1], found[2], today);
}
