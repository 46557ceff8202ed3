import type { Doc } from "../bson/value";
import type { Engine } from "../engine";
import { choosePlan } from "../index/plan";
import type { SortFields } from "../index/plan";
import { scan } from "../index/scan";
import type { Found } from "../index/scan";
import type { Filter } from "../query/filter";
import type { Sort } from "../query/sort";
import type { Collection } from "../store/collection";
import type { View } from "../store/record";

/** Which documents a command wants, compiled. */
export interface Selection {
  readonly filter: Doc;
  readonly compiled: Filter;
  readonly sort: Sort | undefined;
  readonly sortFields: SortFields;
  readonly skip: number;
  /** Infinity for no limit. */
  readonly limit: number;
}

/** The documents that fit, sorted, skipped and limited; and whether they had to be sorted after they were found. */
export function select(
  engine: Engine,
  collection: Collection | undefined,
  view: View,
  wanted: Selection,
): { found: Found[]; blocking: boolean } {
  if (!collection) return { found: [], blocking: false };
  const plan = choosePlan(collection, wanted.filter, wanted.sortFields);
  const sortLater = wanted.sort !== undefined && !plan.sorted;
  const shuffle = wanted.sort === undefined && engine.rough !== undefined;
  const end = wanted.skip + wanted.limit;
  const found: Found[] = [];
  for (const candidate of scan(collection, plan, view)) {
    if (wanted.filter.size > 0 && !wanted.compiled.matches(candidate.doc)) continue;
    found.push(candidate);
    if (!sortLater && !shuffle && found.length >= end) break;
  }
  if (sortLater && wanted.sort) {
    return { found: wanted.sort.sorted(found, ({ doc }) => doc).slice(wanted.skip, end), blocking: true };
  }
  if (shuffle) engine.rough?.shuffle(found);
  return { found: wanted.skip > 0 || found.length > end ? found.slice(wanted.skip, end) : found, blocking: false };
}
