import { compareValues } from "../bson/compare";
import { newObjectId } from "../bson/value";
import type { Doc } from "../bson/value";
import { encodeDocument } from "../bson/encode";
import { CommandError } from "../errors";
import type { Found } from "../index/scan";
import type { Filter } from "../query/filter";
import type { Collection } from "../store/collection";
import { upsertSeed } from "../update/upsert";
import type { Update } from "../update/update";
import { withId } from "./insert";
import type { Writer } from "./writer";

/** Applies an update to a document that was found; the new document, or undefined when it changes nothing. */
export function applyUpdate(writer: Writer, collection: Collection, found: Found, update: Update, filter: Filter): Doc | undefined {
  const after = update.apply(found.doc, { matchedIndex: filter.matchedIndex(found.doc) });
  const id = found.doc.get("_id");
  const whole = after.has("_id") ? after : new Map([["_id", id ?? null], ...after]);
  if (compareValues(whole.get("_id"), id) !== 0) {
    throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const doc = withId(whole);
  if (encodeDocument(doc).equals(found.bytes)) return undefined;
  writer.replace(collection, found.record, found.bytes, doc);
  return doc;
}

/** Inserts what an upsert makes of its filter and its update. */
export function insertNew(writer: Writer, collection: Collection, q: Doc, update: Update): Doc {
  const made = update.apply(upsertSeed(q), { isInsert: true });
  const doc = withId(made.has("_id") ? made : new Map([["_id", newObjectId()], ...made]));
  writer.insert(collection, doc);
  return doc;
}
