import { findDates } from "./dates";
import { findTimes } from "./times";

/**
 * A normalised text without its dates and times of day, whose numbers are no sums: each of their characters is a semicolon, so that
 * everything else keeps its place and what stands at both sides is apart.
 */
export function withoutDatesAndTimes(text: string): string {
  if (!/\d|[ก-๎]/.test(text)) return text;
  const places = [...findDates(text), ...findTimes(text)].sort((a, b) => a.start - b.start);
  let kept = "";
  for (const { start, end } of places) {
    const from = Math.max(start, kept.length);
    if (end > from) kept += text.slice(kept.length, from) + ";".repeat(end - from);
  }
  return kept + text.slice(kept.length);
}
