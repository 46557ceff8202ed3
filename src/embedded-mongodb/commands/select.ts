import type { Doc } from "../bson/value";
import { choosePlan } from "../index/plan";
import { scan, type Found } from "../index/scan";
import { compileFilter, type Filter } from "../query/filter";
import { compileSort, type Sort } from "../query/sort";
import { viewOf, type Call } from "../server/call";
import type { Collection } from "../store/collection";
import { countOf, optionalDoc } from "./arguments";

/** Which documents a command wants, compiled. */
export interface Selection {
  readonly filter: Doc;
  readonly matches: Filter;
  readonly sortBy?: Doc;
  readonly sort?: Sort | undefined;
  readonly skip?: number;
  readonly limit?: number;
}

/** Reads filter, sort, skip and limit of a command. */
export function selectionOf({ body }: Call, filterField: string): Selection {
  const filter = optionalDoc(body, filterField);
  const sortBy = optionalDoc(body, "sort");
  const sort = sortBy.size > 0 ? compileSort(sortBy) : undefined;
  const limit = countOf(body, "limit", 0) || Infinity;
  return { filter, matches: compileFilter(filter), sortBy, sort, skip: countOf(body, "skip", 0), limit };
}

/** The documents that fit, sorted, skipped and limited; and whether they had to be sorted after they were found. */
export function select(
  call: Call,
  collection: Collection | undefined,
  { filter, matches, sortBy = new Map(), sort, skip = 0, limit = Infinity }: Selection,
  view = viewOf(call),
): { found: Found[]; blocking: boolean } {
  if (!collection) return { found: [], blocking: false };
  const { rough } = call.engine;
  const plan = choosePlan(collection, filter, sortBy);
  const blocking = sort !== undefined && !plan.sorted;
  const end = skip + limit;
  let found: Found[] = [];
  for (const candidate of scan(collection, plan, view)) {
    if (filter.size > 0 && !matches(candidate.doc)) continue;
    found.push(candidate);
    if (!blocking && !(rough && !sort) && found.length >= end) break;
  }
  if (blocking) found = sort(found, ({ doc }) => doc);
  else if (!sort) rough?.shuffle(found);
  return { found: skip > 0 || found.length > end ? found.slice(skip, end) : found, blocking };
}
