import { checkStatement } from "../allow-list-commands";
import { newObjectId, type Doc, type Value } from "../bson/value";
import { CommandError, refuse } from "../errors";
import type { Found } from "../index/scan";
import { compileFilter } from "../query/filter";
import { collectionName, type Call, type Reply } from "../server/call";
import type { StatementResult } from "../session/session";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/record";
import { compileUpdate, type Update } from "../update/update";
import { checkId, checkUpsert, upsertDocument } from "../update/upsert";
import { docField, docsField, flagOf, wholeNumber } from "./arguments";
import { select, type Selection } from "./select";
import { runStatements } from "./statements";
import type { Writer } from "./writer";

/** insert: MongoDB manual, Database Commands, insert. */
export function insert(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const documents = docsField(call.body, "documents");
  if (documents.some((doc) => [...doc.keys()].some((field) => field.startsWith("$"))))
    refuse("a field whose name starts with $ at the top of a document");
  return runStatements(call, documents.length, (writer, n) =>
    writer.statement((txn) => {
      const doc = withId(documents[n] as Doc);
      writer.insert(call.engine.catalog.obtain(call.db, name, txn), doc);
      return { n: 1 };
    }),
  );
}

/** The document with its _id first, made when missing. Throws InvalidIdField (53). */
function withId(doc: Doc): Doc {
  const id = doc.get("_id");
  if (id !== undefined) checkId(id);
  if (id !== undefined && doc.keys().next().value === "_id") return doc;
  const ordered: Doc = new Map([["_id", id ?? newObjectId()]]);
  for (const [field, value] of doc) if (field !== "_id") ordered.set(field, value);
  return ordered;
}

/** update: MongoDB manual, Database Commands, update. */
export function update(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const statements = docsField(call.body, "updates").map((given) => {
    checkStatement("update", given);
    const filter = docField(given, "q");
    const multi = flagOf(given, "multi", false);
    const change = updateOf(given, given.get("u") ?? null);
    if (multi && call.retryable) throw new CommandError(72, "a retryable write cannot update many documents");
    if (multi && change.isReplacement) throw new CommandError(9, "multi update is not supported for replacement");
    const limit = multi ? Infinity : 1;
    return { filter, matches: compileFilter(filter), limit, change, upsert: isUpsert(given, filter) };
  });
  return runStatements(call, statements.length, (writer, n) => {
    const wanted = statements[n] as (typeof statements)[number];
    let nModified = 0;
    const visit = (collection: Collection, found: Found): void => {
      if (applyUpdate(writer, collection, found, wanted.change).modified) nModified += 1;
    };
    return overAll(call, writer, name, wanted, visit, (count) => {
      if (count > 0 || !wanted.upsert) return { n: count, nModified };
      return { n: 1, upserted: insertNew(call, writer, name, wanted.filter, wanted.change).get("_id") ?? null };
    });
  });
}

/** delete: MongoDB manual, Database Commands, delete. */
export function remove(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const statements = docsField(call.body, "deletes").map((given): Selection => {
    checkStatement("delete", given);
    const filter = docField(given, "q");
    const limit = wholeNumber(given.get("limit") ?? null, "limit");
    if (limit !== 0 && limit !== 1) throw new CommandError(9, `limit of a delete must be 0 or 1, not ${limit}`);
    if (limit === 0 && call.retryable) throw new CommandError(72, "a retryable write cannot delete many documents");
    return { filter, matches: compileFilter(filter), limit: limit || Infinity };
  });
  return runStatements(call, statements.length, (writer, n) => {
    const visit = (collection: Collection, found: Found): void => writer.replace(collection, found, null);
    return overAll(call, writer, name, statements[n] as Selection, visit, (count) => ({ n: count }));
  });
}

/** Visits every document that fits, each once also when the statement has to wait in between, and then finishes in the same moment. */
function overAll(
  call: Call,
  writer: Writer,
  name: string,
  wanted: Selection,
  visit: (collection: Collection, found: Found) => void,
  finish: (count: number) => StatementResult,
): Promise<StatementResult> {
  const done = new Set<StoredRecord>();
  return writer.statement((txn) => {
    const collection = call.engine.catalog.find(`${call.db}.${name}`, txn);
    for (const each of select(call, collection, wanted, txn.view).found) {
      if (done.has(each.record)) continue;
      visit(collection as Collection, each);
      done.add(each.record);
    }
    return finish(done.size);
  });
}

/** Compiles the update of a statement or of findAndModify with its arrayFilters. */
export function updateOf(fields: Doc, given: Value): Update {
  return compileUpdate(given, fields.has("arrayFilters") ? docsField(fields, "arrayFilters") : []);
}

/** Applies an update to a document that was found, whose `doc` is used up by that; the new document and whether it is another one. */
export function applyUpdate(writer: Writer, collection: Collection, found: Found, change: Update) {
  const result = change.apply(found.doc, false);
  if (result.modified) writer.replace(collection, found, withId(result.doc));
  return result;
}

/** Whether a statement is an upsert; refused here for filters that make no document. */
export function isUpsert(fields: Doc, filter: Doc): boolean {
  if (!flagOf(fields, "upsert", false)) return false;
  checkUpsert(filter);
  return true;
}

/** Inserts what an upsert makes of its filter and its update. */
export function insertNew(call: Call, writer: Writer, name: string, filter: Doc, change: Update): Doc {
  const doc = withId(upsertDocument(filter, change));
  writer.insert(call.engine.catalog.obtain(call.db, name, writer.txn), doc);
  return doc;
}
