import { distance } from "fastest-levenshtein";

/**
 * How many slips of the finger lie between two texts: letters added, left out or mistaken, and two neighbours swapped, one each. Above
 * `limit` it is Infinity.
 */
export function slipsBetween(known: string, said: string, limit: number): number {
  if (Math.abs(known.length - said.length) > limit) return Infinity;
  const steps = distance(known, said);
  if (steps <= 1) return steps <= limit ? steps : Infinity;
  // A swap is two of the steps counted so far.
  if (steps > 2 * limit) return Infinity;
  let fewest = steps <= limit ? steps : Infinity;
  for (let at = 0; at + 1 < said.length; at += 1) {
    if (said[at] === said[at + 1]) continue;
    const swapped = said.slice(0, at) + said.charAt(at + 1) + said.charAt(at) + said.slice(at + 2);
    fewest = Math.min(fewest, 1 + slipsBetween(known, swapped, limit - 1));
  }
  return fewest;
}
