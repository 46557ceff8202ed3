import { RANK, compareValues, equalValues, rankOf } from "../bson/compare";
import { encodeKey, keyAfterPrefix } from "../bson/key";
import { Regex } from "../bson/value";
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

/** A stretch of encoded keys: from the first to before the second. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** A condition in the form that bounds and partial indexes reason about. */
interface Condition {
  readonly path: string;
  readonly operator: string;
  readonly argument: Value;
}

/** The conditions that must all hold, as far as they are plain: those below $or, $nor, $expr are left out. */
function conditionsOf(filter: Doc): Condition[] {
  return [...filter].flatMap(([path, argument]): Condition[] => {
    if (path === "$and") return (argument as Doc[]).flatMap(conditionsOf);
    if (path.startsWith("$")) return [];
    if (!isOperatorDocument(argument)) return argument instanceof Regex ? [] : [{ path, operator: "$eq", argument }];
    return [...argument].map(([operator, inner]) => ({ path, operator, argument: inner }));
  });
}

/**
 * The index bounds that a filter (already compiled, so well formed) gives for each path. Each alone is safe, also on a multikey index.
 * Null, arrays, regular expressions and paths with positions give none, because an index does not hold what they match.
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
      return hasBracket(argument)
        ? { kind: "range", rank: rankOf(argument), lower: { value: argument, inclusive: operator === "$gte" } }
        : undefined;
    case "$lt":
    case "$lte":
      return hasBracket(argument)
        ? { kind: "range", rank: rankOf(argument), upper: { value: argument, inclusive: operator === "$lte" } }
        : undefined;
    default:
      return undefined;
  }
}

function isExact(value: Value): boolean {
  return value !== null && !Array.isArray(value) && !(value instanceof Regex);
}

/** MinKey and MaxKey compare with all types, so they bound no single one; NaN compares with nothing but itself. */
function hasBracket(value: Value): boolean {
  const rank = rankOf(value);
  return isExact(value) && rank !== RANK.minKey && rank !== RANK.maxKey && !equalValues(value, NaN);
}

function withoutRepeats(values: readonly Value[]): Value[] {
  return [...values].sort(compareValues).filter((value, index, sorted) => !equalValues(value, sorted[index - 1]));
}

/** The narrowest single bound of several for one path. On a multikey index two ranges may be met by two elements, so one is chosen. */
export function combineBounds(bounds: readonly Bound[], isMultikey: boolean): Bound | undefined {
  const points = bounds.filter((bound) => bound.kind === "points").sort((a, b) => a.values.length - b.values.length);
  if (points[0]) return points[0];
  const ranges = bounds.filter((bound) => bound.kind === "range");
  return isMultikey ? ranges[0] : ranges.reduce<Extract<Bound, { kind: "range" }> | undefined>(intersect, undefined);
}

function intersect(a: Extract<Bound, { kind: "range" }> | undefined, b: Extract<Bound, { kind: "range" }>): typeof b {
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
  const key = (value: Value) => encodeKey([value], [direction]);
  if (bound.kind === "points") {
    return bound.values
      .map((value) => ({ from: key(value), to: keyAfterPrefix(key(value)) }))
      .sort((a, b) => Buffer.compare(a.from, b.from));
  }
  const bracket = Buffer.from([direction === 1 ? bound.rank : 0xff - bound.rank]);
  const [first, last] = direction === 1 ? [bound.lower, bound.upper] : [bound.upper, bound.lower];
  const from = first ? (first.inclusive ? key(first.value) : keyAfterPrefix(key(first.value))) : bracket;
  const to = last ? (last.inclusive ? keyAfterPrefix(key(last.value)) : key(last.value)) : keyAfterPrefix(bracket);
  return Buffer.compare(from, to) < 0 ? [{ from, to }] : [];
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
  if (known.operator === "$regex" || known.operator === "$options") return false;
  if (known.operator === wanted.operator && equalValues(known.argument, wanted.argument)) return true;
  const bound = boundOf(known);
  if (!bound) return false;
  if (wanted.operator === "$exists") return isTruthy(wanted.argument);
  const limit = boundOf(wanted);
  return limit !== undefined && isWithin(bound, limit);
}

function isWithin(inner: Bound, outer: Bound): boolean {
  const ranges = keyRanges(outer, 1);
  return keyRanges(inner, 1).every((range) =>
    ranges.some(({ from, to }) => Buffer.compare(from, range.from) <= 0 && Buffer.compare(range.to, to) <= 0),
  );
}
