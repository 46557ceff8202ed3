import { CommandError, refuse } from "../errors";
import { compareValues } from "../bson/compare";
import { isDoc, type Doc, type Value } from "../bson/value";
import { extractKeys, orderable } from "../index/extract";
import { parseFieldPath } from "./paths";
import { asInt32 } from "../bson/numbers";

/** Code of a sort by two different arrays (BadValue). */
const PARALLEL_ARRAYS = 2;

type SortKey = readonly (Value | undefined)[];

/**
 * A compiled sort: gives the items in order; equal ones stay as they were. An array counts by its least element ascending and its greatest
 * descending, a missing field as null.
 */
export type Sort = <T>(items: readonly T[], docOf: (item: T) => Doc) => T[];

/** Reads a sort specification. Throws Location15974 to 15976 as MongoDB does for wrong ones. */
export function compileSort(specification: Value): Sort {
  if (!isDoc(specification)) throw new CommandError(15973, "the $sort key specification must be an object");
  const fields = [...specification].map(([path, order]) => ({
    parts: parseFieldPath(path),
    order: directionOf(path, order),
  }));
  if (fields.length === 0) throw new CommandError(15976, "$sort stage must have at least one sort key");
  const paths = fields.map(({ parts }) => parts);
  const compareKeys = (a: SortKey, b: SortKey) => {
    for (let index = 0; index < fields.length; index += 1) {
      const order = compareValues(a[index], b[index]);
      if (order !== 0) return (fields[index]?.order as number) * order;
    }
    return 0;
  };
  return (items, docOf) =>
    items
      .map((item) => ({ item, key: leastKey(docOf(item), paths, compareKeys) }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ item }) => item);
}

function directionOf(path: string, order: Value): 1 | -1 {
  if (isDoc(order)) refuse("a sort by $meta");
  const direction = asInt32(order);
  if (direction === 1 || direction === -1) return direction;
  if (direction === undefined && typeof order !== "number") {
    throw new CommandError(15974, `Illegal key in $sort specification: ${path}`);
  }
  throw new CommandError(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
}

function leastKey(doc: Doc, paths: readonly string[][], compare: (a: SortKey, b: SortKey) => number): SortKey {
  const keys = extractKeys(doc, paths, PARALLEL_ARRAYS).values.map(orderable);
  return keys.reduce((least, key) => (compare(key, least) < 0 ? key : least));
}
