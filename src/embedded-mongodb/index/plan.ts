import { toDouble } from "../bson/numbers";
import type { Doc } from "../bson/value";
import type { Collection } from "../store/collection";
import { combineBounds, filterBounds, impliesPartial, keyRanges, type Bound } from "../query/bounds";
import { keyAfterPrefix } from "../bson/key";
import type { Index } from "./index";

/** How to find candidates: an index with stretches of its keys, or all records. Every candidate is still checked against the filter. */
export interface Plan {
  readonly index: Index | undefined;
  readonly ranges: readonly (readonly [from: string, to: string | null])[];
  readonly reverse: boolean;
  /** True when candidates come in the order that was asked for. */
  readonly sorted: boolean;
}

const SCAN: Plan = { index: undefined, ranges: [], reverse: false, sorted: false };

/** More stretches than this and a field's points are not multiplied further. */
const MAX_RANGES = 2000;

/** Chooses the index that narrows most; among equals one that also gives the order. Filter and sort are well formed (compiled before). */
export function choosePlan(collection: Collection, filter: Doc, sort: Doc): Plan {
  const bounds = filterBounds(filter);
  let best = SCAN;
  let bestScore = 0;
  for (const index of collection.indexes) {
    if (!covers(index, filter, bounds)) continue;
    const { ranges, score, fixed } = narrow(index, bounds);
    const order = sort.size > 0 ? ordered(index, sort, fixed) : undefined;
    const total = score * 2 + (order === undefined ? 0 : 1);
    if (total <= bestScore) continue;
    bestScore = total;
    best = { index, ranges, reverse: order ?? false, sorted: order !== undefined };
  }
  return best;
}

/** Whether every document that fits the filter is surely in the index. */
function covers(index: Index, filter: Doc, bounds: Map<string, Bound[]>): boolean {
  const { partialFilter, sparse, key } = index.spec;
  if (partialFilter && !impliesPartial(filter, partialFilter)) return false;
  return !sparse || key.some(([path]) => bounds.has(path));
}

/** The stretches of keys that the bounds leave, how much that narrows, and how many leading fields have one single value. */
function narrow(
  index: Index,
  bounds: Map<string, Bound[]>,
): { ranges: [string, string | null][]; score: number; fixed: number } {
  let prefixes = [""];
  let score = 0;
  let fixed = 0;
  const roots = new Set<string>();
  for (const [n, [path, direction]] of index.spec.key.entries()) {
    const root = path.split(".", 1)[0] as string;
    // Two fields of one array may fit in two different elements, which no single key shows.
    const bound = index.multikey && roots.has(root) ? undefined : combineBounds(bounds.get(path) ?? [], index.multikey);
    if (!bound) break;
    roots.add(root);
    const parts = keyRanges(bound, direction);
    if (prefixes.length * parts.length > MAX_RANGES && n > 0) break;
    if (bound.kind === "range") {
      const ranges = prefixes.flatMap((prefix) =>
        parts.map(([from, to]): [string, string] => [prefix + from, prefix + to]),
      );
      return { ranges, score: score + 1, fixed };
    }
    score += 2;
    if (fixed === n && bound.values.length === 1) fixed += 1;
    prefixes = prefixes.flatMap((prefix) => parts.map(([from]) => prefix + from));
  }
  return { ranges: prefixes.map((prefix) => [prefix, prefix === "" ? null : keyAfterPrefix(prefix)]), score, fixed };
}

/** Whether walking the index forwards (false) or backwards (true) gives the order; undefined when it does not. */
function ordered(index: Index, wantedOrder: Doc, fixed: number): boolean | undefined {
  if (index.multikey) return undefined;
  const sort = [...wantedOrder];
  let reverse: boolean | undefined;
  let next = 0;
  for (const [n, [path, direction]] of index.spec.key.entries()) {
    if (next === sort.length) break;
    const [wanted, wantedDirection] = sort[next] as [string, number];
    if (path === wanted) {
      const backwards = direction !== toDouble(wantedDirection);
      if (n >= fixed) {
        if (reverse !== undefined && reverse !== backwards) return undefined;
        reverse = backwards;
      }
      next += 1;
    } else if (n >= fixed) return undefined;
  }
  return next === sort.length ? (reverse ?? false) : undefined;
}
