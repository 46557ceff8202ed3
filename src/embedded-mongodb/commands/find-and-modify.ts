import { decodeDocument } from "../bson/decode";
import { docOf, int32, type Doc } from "../bson/value";
import { CommandError } from "../errors";
import { compileProjection } from "../query/projection";
import { collectionName, type Call, type Reply } from "../server/call";
import type { Collection } from "../store/collection";
import type { Update } from "../update/update";
import { flagOf, optionalDoc } from "./arguments";
import { select, selectionOf, type Selection } from "./select";
import { applyUpdate, insertNew, isUpsert, updateOf } from "./writes";
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
  const known = call.retryable ? call.session?.results.get(0)?.reply : undefined;
  if (known) return new Map([...known, ["retriedStmtId", int32(0)]]);
  return writingOnce(call, (_txn, writer) => {
    const reply = run(call, writer, name, wanted);
    const value = reply.get("value");
    if (project && value instanceof Map) reply.set("value", project(value));
    writer.remember(0, { n: 1, reply });
    return reply;
  });
}

function parse(call: Call): Wanted {
  const { body } = call;
  const selection = selectionOf(call, "query");
  const upsert = isUpsert(body, selection.filter);
  const removes = flagOf(body, "remove", false);
  const given = body.get("update");
  const returnNew = flagOf(body, "new", false);
  if (removes === (given !== undefined)) throw new CommandError(9, "Either an update or remove=true must be specified");
  if (removes && (upsert || returnNew)) throw new CommandError(9, "remove=true goes neither with upsert nor with new");
  const change = given === undefined ? undefined : updateOf(body, given);
  return { ...selection, limit: 1, change, upsert, returnNew };
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
    const { doc } = applyUpdate(writer, collection as Collection, found, change);
    const value = returnNew ? doc : decodeDocument(found.bytes);
    return docOf({ lastErrorObject: { n: 1, updatedExisting: true }, value });
  }
  if (!change) return docOf({ lastErrorObject: { n: 0 }, value: null });
  if (!wanted.upsert) return docOf({ lastErrorObject: { n: 0, updatedExisting: false }, value: null });
  const made = insertNew(call, writer, name, wanted.filter, change);
  const lastErrorObject = { n: 1, updatedExisting: false, upserted: made.get("_id") };
  return docOf({ lastErrorObject, value: returnNew ? made : null });
}
