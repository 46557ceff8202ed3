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
  const letters = text.split("");
  for (const { start, end } of [...findDates(text), ...findTimes(text), ...coded]) letters.fill(";", start, end);
  return letters.join("");
}
