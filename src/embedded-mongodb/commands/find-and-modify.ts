import { decodeDocument } from "../bson/decode";
import { docOf, int32, type Doc } from "../bson/value";
import { CommandError } from "../errors";
import { compileProjection } from "../query/projection";
import { collectionName, type Call, type Reply } from "../server/call";
import type { Collection } from "../store/collection";
import type { Update } from "../update/update";
import { flagOf, optionalDoc, wholeNumber } from "./arguments";
import { select, selectionOf, type Selection } from "./select";
import { applyUpdate, insertNew, updateOf } from "./writes";
import { writingOnce, type Writer } from "./writer";

interface Wanted extends Selection {
  /** Undefined removes. */
  readonly change: Update | undefined;
  readonly upsert: boolean;
  readonly returnNew: boolean;
}

/** findAndModify: MongoDB manual, Database Commands, findAndModify. */
export async function findAndModify(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const wanted = parse(call);
  const fields = optionalDoc(call.body, "fields");
  const project = fields.size > 0 ? compileProjection(fields) : undefined;
  const statement = wholeNumber(call.body.get("stmtId") ?? 0, "stmtId");
  const known = call.retryable ? call.session?.results.get(statement)?.reply : undefined;
  if (known) return new Map([...known, ["retriedStmtId", int32(statement)]]);
  return writingOnce(call, (_txn, writer) => {
    const reply = run(call, writer, name, wanted);
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
  if (removes === (given !== undefined)) throw new CommandError(9, "Either an update or remove=true must be specified");
  if (removes && (upsert || returnNew)) throw new CommandError(9, "remove=true goes neither with upsert nor with new");
  const change = given === undefined ? undefined : updateOf(body, given);
  return { ...selectionOf(call, "query"), limit: 1, change, upsert, returnNew };
}

function run(call: Call, writer: Writer, name: string, wanted: Wanted): Doc {
  const collection = call.engine.catalog.find(`${call.db}.${name}`, writer.txn);
  const found = select(call, collection, wanted, writer.txn.view).found[0];
  const { change, returnNew } = wanted;
  if (found && !change) {
    writer.replace(collection as Collection, found, null);
    return docOf({ lastErrorObject: { n: 1 }, value: found.doc });
  }
  if (found && change) {
    const { doc } = applyUpdate(writer, collection as Collection, found, change, wanted.compiled);
    const value = returnNew ? doc : decodeDocument(found.bytes);
    return docOf({ lastErrorObject: { n: 1, updatedExisting: true }, value });
  }
  if (!change) return docOf({ lastErrorObject: { n: 0 }, value: null });
  if (!wanted.upsert) return docOf({ lastErrorObject: { n: 0, updatedExisting: false }, value: null });
  const made = insertNew(call, writer, name, wanted.filter, change);
  const lastErrorObject = { n: 1, updatedExisting: false, upserted: made.get("_id") };
  return docOf({ lastErrorObject, value: returnNew ? made : null });
}
