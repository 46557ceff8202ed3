import type { Doc } from "../bson/value";
import { checkStatement } from "../allow-list-commands";
import { CommandError } from "../errors";
import { compileFilter } from "../query/filter";
import { collectionName } from "../server/call";
import type { Call, Reply } from "../server/call";
import type { StatementResult } from "../session/session";
import type { StoredRecord } from "../store/record";
import { docField, docsField, wholeNumber } from "./arguments";
import { select } from "./select";
import type { Selection } from "./select";
import { runStatements } from "./statements";
import type { Writer } from "./writer";

/** delete: MongoDB manual, Database Commands, delete. */
export function remove(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const statements = docsField(call.body, "deletes").map((given) => parse(given, call));
  return runStatements(call, statements.length, (writer, n) => run(call, writer, name, statements[n] as Selection));
}

function parse(given: Doc, call: Call): Selection {
  checkStatement("delete", given);
  const filter = docField(given, "q");
  const limit = wholeNumber(given.get("limit") ?? null, "limit");
  if (limit !== 0 && limit !== 1)
    throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  if (limit === 0 && call.retryable) throw new CommandError(72, "a retryable write cannot delete many documents");
  return {
    filter,
    compiled: compileFilter(filter),
    sort: undefined,
    sortFields: [],
    skip: 0,
    limit: limit === 0 ? Infinity : 1,
  };
}

async function run(call: Call, writer: Writer, name: string, wanted: Selection): Promise<StatementResult> {
  const done = new Set<StoredRecord>();
  return writer.statement((txn) => {
    const collection = call.engine.catalog.find(`${call.db}.${name}`, txn);
    if (!collection) return { n: done.size };
    for (const each of select(call.engine, collection, txn.view, wanted).found) {
      writer.replace(collection, each.record, each.bytes, null);
      done.add(each.record);
    }
    return { n: done.size };
  });
}
