import { newObjectId } from "../bson/value";
import type { Doc } from "../bson/value";
import { refuse } from "../errors";
import { checkId } from "../update/upsert";
import { collectionName } from "../server/call";
import type { Call, Reply } from "../server/call";
import { docsField } from "./arguments";
import { runStatements } from "./statements";

/** insert: MongoDB manual, Database Commands, insert. */
export function insert(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const documents = docsField(call.body, "documents");
  return runStatements(call, documents.length, (writer, n) =>
    writer.statement((txn) => {
      const doc = withId(documents[n] as Doc);
      writer.insert(call.engine.catalog.obtain(call.db, name, txn), doc);
      return { n: 1 };
    }),
  );
}

/** The document with its _id first, as it is stored; a missing _id is made. Throws InvalidIdField (53), and refuses top-level field names that begin with `$`. */
export function withId(doc: Doc): Doc {
  const id = doc.get("_id");
  if (id !== undefined) checkId(id);
  for (const field of doc.keys()) {
    if (field.startsWith("$")) refuse("a field whose name starts with $ at the top of a document");
  }
  if (id !== undefined && doc.keys().next().value === "_id") return doc;
  const ordered: Doc = new Map([["_id", id ?? newObjectId()]]);
  for (const [field, value] of doc) if (field !== "_id") ordered.set(field, value);
  return ordered;
}
