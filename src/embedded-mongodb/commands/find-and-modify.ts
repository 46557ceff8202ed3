import { decodeDocument } from "../bson/decode";
import { docOf, int32 } from "../bson/value";
import type { Doc } from "../bson/value";
import { CommandError } from "../errors";
import type { Found } from "../index/scan";
import { compileProjection } from "../query/projection";
import { collectionName } from "../server/call";
import type { Call, Reply } from "../server/call";
import { compileUpdate } from "../update/update";
import type { Update } from "../update/update";
import { docsField, flagOf, optionalDoc, wholeNumber } from "./arguments";
import { selectionOf } from "./find";
import { applyUpdate, insertNew } from "./modify";
import { select } from "./select";
import type { Selection } from "./select";
import { writingOnce } from "./writer";
import type { Writer } from "./writer";

interface Wanted extends Selection {
  /** Undefined removes. */
  readonly update: Update | undefined;
  readonly upsert: boolean;
  readonly returnNew: boolean;
}

/** findAndModify: MongoDB manual, Database Commands, findAndModify. */
export async function findAndModify(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const wanted = parse(call);
  const fields = optionalDoc(call.body, "fields");
  const project = fields.size > 0 ? compileProjection(fields) : undefined;
  const statement = call.body.has("stmtId") ? wholeNumber(call.body.get("stmtId") ?? null, "stmtId") : 0;
  const known = call.retryable ? call.session?.results.get(statement)?.reply : undefined;
  if (known) return new Map([...known, ["retriedStmtId", int32(statement)]]);
  return writingOnce(call, (txn, writer) => {
    const collection = call.engine.catalog.find(`${call.db}.${name}`, txn);
    const found = select(call.engine, collection, txn.view, wanted).found[0];
    const reply = run(call, writer, name, wanted, found);
    const value = reply.get("value");
    if (project && value instanceof Map) reply.set("value", project(value));
    writer.remember(statement, { n: 1, reply });
    return reply;
  });
}

function parse(call: Call): Wanted {
  const { body } = call;
  const removes = flagOf(body, "remove", false);
  const given = body.get("update");
  const upsert = flagOf(body, "upsert", false);
  const returnNew = flagOf(body, "new", false);
  if (removes === (given !== undefined))
    throw new CommandError(
      9,
      removes ? "Cannot specify both an update and remove=true" : "Either an update or remove=true must be specified",
    );
  if (removes && upsert) throw new CommandError(9, "Cannot specify both upsert=true and remove=true");
  if (removes && returnNew)
    throw new CommandError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  const update =
    given === undefined
      ? undefined
      : compileUpdate(given, body.has("arrayFilters") ? docsField(body, "arrayFilters") : []);
  return { ...selectionOf(call, "query"), limit: 1, update, upsert, returnNew };
}

function run(call: Call, writer: Writer, name: string, wanted: Wanted, found: Found | undefined): Doc {
  const collection = call.engine.catalog.find(`${call.db}.${name}`, writer.txn);
  if (found && collection && !wanted.update) {
    writer.replace(collection, found.record, found.bytes, null);
    return docOf({ lastErrorObject: { n: 1 }, value: found.doc });
  }
  if (found && collection && wanted.update) {
    const { doc } = applyUpdate(writer, collection, found, wanted.update, wanted.compiled);
    return docOf({
      lastErrorObject: { n: 1, updatedExisting: true },
      value: wanted.returnNew ? doc : decodeDocument(found.bytes),
    });
  }
  if (!wanted.update) return docOf({ lastErrorObject: { n: 0 }, value: null });
  if (!wanted.upsert) return docOf({ lastErrorObject: { n: 0, updatedExisting: false }, value: null });
  const made = insertNew(writer, call.engine.catalog.obtain(call.db, name, writer.txn), wanted.filter, wanted.update);
  return docOf({
    lastErrorObject: { n: 1, updatedExisting: false, upserted: made.get("_id") },
    value: wanted.returnNew ? made : null,
  });
}
