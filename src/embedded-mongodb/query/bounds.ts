import { compareValues, equalValues, rankOf } from "../bson/compare";
import { encodeKey, keyAfterPrefix } from "../bson/key";
import type { Doc, Value } from "../bson/value";
import { isOperatorDocument, isTruthy } from "./operators";

/** One end of a range. */
interface End {
  readonly value: Value;
  readonly inclusive: boolean;
}

/** Index keys among which all documents that fit a condition are found: single values, or a stretch within one type. */
export type Bound =
  | { readonly kind: "points"; readonly values: readonly Value[] }
  | { readonly kind: "range"; readonly rank: number; readonly lower?: End; readonly upper?: End };

type Range = Extract<Bound, { kind: "range" }>;

/** A stretch of encoded keys: from the first to before the second. */
export type KeyRange = readonly [from: string, to: string];

/** A condition in the form that bounds and partial indexes reason about. */
interface Condition {
  readonly path: string;
  readonly operator: string;
  readonly argument: Value;
}

/** The conditions that must all hold, as far as they are plain: those below $or and $nor are left out. */
function conditionsOf(filter: Doc): Condition[] {
  return [...filter].flatMap(([path, argument]): Condition[] => {
    if (path === "$and") return (argument as Doc[]).flatMap(conditionsOf);
    if (path.startsWith("$")) return [];
    if (!isOperatorDocument(argument)) return [{ path, operator: "$eq", argument }];
    return [...argument].map(([operator, inner]) => ({ path, operator, argument: inner }));
  });
}

/**
 * The index bounds that a filter (already compiled, so well formed) gives for each path. Each alone is safe, also on a multikey index.
 * Null, arrays and paths with positions give none, because an index does not hold what they match.
 */
export function filterBounds(filter: Doc): Map<string, Bound[]> {
  const bounds = new Map<string, Bound[]>();
  for (const condition of conditionsOf(filter)) {
    const bound = boundOf(condition);
    if (bound) bounds.set(condition.path, [...(bounds.get(condition.path) ?? []), bound]);
  }
  return bounds;
}

function boundOf({ path, operator, argument }: Condition): Bound | undefined {
  if (path.split(".").some((part) => /^\d*$/.test(part))) return undefined;
  switch (operator) {
    case "$eq":
      return isExact(argument) ? { kind: "points", values: [argument] } : undefined;
    case "$in": {
      const values = argument as Value[];
      return values.every(isExact) ? { kind: "points", values: withoutRepeats(values) } : undefined;
    }
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte": {
      // NaN compares with nothing but itself.
      if (!isExact(argument) || Number.isNaN(argument)) return undefined;
      const end = { value: argument, inclusive: operator.endsWith("e") };
      return { kind: "range", rank: rankOf(argument), [operator.startsWith("$g") ? "lower" : "upper"]: end };
    }
    default:
      return undefined;
  }
}

function isExact(value: Value): boolean {
  return value !== null && !Array.isArray(value);
}

function withoutRepeats(values: readonly Value[]): Value[] {
  return [...values].sort(compareValues).filter((value, index, sorted) => !equalValues(value, sorted[index - 1]));
}

/** The narrowest single bound of several for one path. On a multikey index two ranges may be met by two elements, so one is chosen. */
export function combineBounds(bounds: readonly Bound[], isMultikey: boolean): Bound | undefined {
  const points = bounds.filter((bound) => bound.kind === "points").sort((a, b) => a.values.length - b.values.length);
  if (points[0]) return points[0];
  const ranges = bounds.filter((bound) => bound.kind === "range");
  return isMultikey ? ranges[0] : ranges.reduce<Range | undefined>(intersect, undefined);
}

function intersect(a: Range | undefined, b: Range): Range {
  if (!a || a.rank !== b.rank) return a ?? b;
  const lower = tighter(a.lower, b.lower, 1);
  const upper = tighter(a.upper, b.upper, -1);
  return { kind: "range", rank: a.rank, ...(lower && { lower }), ...(upper && { upper }) };
}

function tighter(a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b;
  const order = sign * compareValues(a.value, b.value);
  return order > 0 || (order === 0 && !a.inclusive) ? a : b;
}

/** The stretches of an index field's encoded keys (bson/key.ts) that a bound covers, in key order; put after the keys of the fields before. */
export function keyRanges(bound: Bound, direction: 1 | -1): KeyRange[] {
  const before = (value: Value) => encodeKey([value], [direction]);
  const after = (value: Value) => keyAfterPrefix(before(value));
  if (bound.kind === "points") {
    const ranges = bound.values.map((value): KeyRange => [before(value), after(value)]);
    return direction === 1 ? ranges : ranges.reverse();
  }
  const bracket = String.fromCharCode(direction === 1 ? bound.rank : 0xff - bound.rank);
  const [first, last] = direction === 1 ? [bound.lower, bound.upper] : [bound.upper, bound.lower];
  const from = first ? (first.inclusive ? before : after)(first.value) : bracket;
  const to = last ? (last.inclusive ? after : before)(last.value) : keyAfterPrefix(bracket);
  return from < to ? [[from, to]] : [];
}

/** Whether every document that fits the filter surely fits a partial index's filter too; false when in doubt. Both are well formed. */
export function impliesPartial(filter: Doc, partial: Doc): boolean {
  const given = conditionsOf(filter);
  return [...partial].every(([path, argument]) => {
    if (path === "$and") return (argument as Doc[]).every((entry) => impliesPartial(filter, entry));
    if (path.startsWith("$")) return false;
    const wanted = conditionsOf(new Map([[path, argument]]));
    return wanted.length > 0 && wanted.every((condition) => given.some((known) => implies(known, condition)));
  });
}

function implies(known: Condition, wanted: Condition): boolean {
  if (known.path !== wanted.path) return false;
  if (known.operator === wanted.operator && equalValues(known.argument, wanted.argument)) return true;
  const bound = boundOf(known);
  if (!bound) return false;
  if (wanted.operator === "$exists") return isTruthy(wanted.argument);
  const limit = boundOf(wanted);
  return limit !== undefined && isWithin(bound, limit);
}

function isWithin(inner: Bound, outer: Bound): boolean {
  const ranges = keyRanges(outer, 1);
  return keyRanges(inner, 1).every((range) => ranges.some(([from, to]) => from <= range[0] && range[1] <= to));
}
