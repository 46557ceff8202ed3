import type { Doc } from "../bson/value";
import type { Found } from "../index/scan";
import type { Filter } from "../query/filter";
import type { Collection } from "../store/collection";
import { upsertDocument } from "../update/upsert";
import type { Update } from "../update/update";
import { withId } from "./insert";
import type { Writer } from "./writer";

/** Applies an update to a document that was found, whose `doc` is used up by that; the new document and whether it is another one. */
export function applyUpdate(
  writer: Writer,
  collection: Collection,
  found: Found,
  update: Update,
  filter: Filter,
): { doc: Doc; modified: boolean } {
  const matchedIndex = update.isPositional ? filter.matchedIndex(found.doc) : undefined;
  const result = update.apply(found.doc, { matchedIndex, isInsert: false });
  if (result.modified) writer.replace(collection, found.record, found.bytes, withId(result.doc));
  return result;
}

/** Inserts what an upsert makes of its filter and its update. */
export function insertNew(writer: Writer, collection: Collection, q: Doc, update: Update): Doc {
  const doc = withId(upsertDocument(q, update));
  writer.insert(collection, doc);
  return doc;
}
