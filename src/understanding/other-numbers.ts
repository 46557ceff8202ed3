import { findDates } from "./dates";
import { findTimes } from "./times";

// Telephones and identity numbers written in groups, and a link code alone.
const codes = /(?<!\d)0\d{1,2}[ -]\d{3}[ -]\d{3,4}(?!\d)|(?<!\d)\d[ -]\d{4}[ -]\d{5}[ -]\d{2}[ -]\d(?!\d)|^\d{8}$/g;

/**
 * A normalised text without its dates, times of day and codes, whose numbers are no sums: each of their characters is a semicolon, so that
 * everything else keeps its place and what stands at both sides is apart.
 */
export function withoutOtherNumbers(text: string): string {
  if (!/\d|[ก-๎]/.test(text)) return text;
  const coded = [...text.matchAll(codes)].map(({ 0: code, index }) => ({ start: index, end: index + code.length }));
  const places = [...findDates(text), ...findTimes(text), ...coded].sort((a, b) => a.start - b.start);
  let kept = "";
  for (const { start, end } of places) {
    const from = Math.max(start, kept.length);
    if (end > from) kept += text.slice(kept.length, from) + ";".repeat(end - from);
  }
  return kept + text.slice(kept.length);
}
