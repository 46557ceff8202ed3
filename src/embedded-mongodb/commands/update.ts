import type { Doc } from "../bson/value";
import { checkStatement } from "../allow-list-commands";
import { CommandError } from "../errors";
import { compileFilter } from "../query/filter";
import type { Filter } from "../query/filter";
import { collectionName } from "../server/call";
import type { Call, Reply } from "../server/call";
import type { StoredRecord } from "../store/record";
import type { StatementResult } from "../session/session";
import { compileUpdate } from "../update/update";
import type { Update } from "../update/update";
import { docField, docsField, flagOf } from "./arguments";
import { applyUpdate, insertNew } from "./modify";
import { select } from "./select";
import { runStatements } from "./statements";
import type { Writer } from "./writer";

interface Statement {
  readonly q: Doc;
  readonly filter: Filter;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
}

/** update: MongoDB manual, Database Commands, update. */
export function update(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const statements = docsField(call.body, "updates").map((given) => parse(given, call));
  return runStatements(call, statements.length, (writer, n) => run(call, writer, name, statements[n] as Statement));
}

function parse(given: Doc, call: Call): Statement {
  checkStatement("update", given);
  const q = docField(given, "q");
  const multi = flagOf(given, "multi", false);
  const compiled = compileUpdate(
    given.get("u") ?? null,
    given.has("arrayFilters") ? docsField(given, "arrayFilters") : [],
  );
  if (multi && call.retryable) throw new CommandError(72, "a retryable write cannot update many documents");
  if (multi && compiled.isReplacement)
    throw new CommandError(9, "multi update is not supported for replacement-style update");
  return { q, filter: compileFilter(q), update: compiled, multi, upsert: flagOf(given, "upsert", false) };
}

async function run(call: Call, writer: Writer, name: string, statement: Statement): Promise<StatementResult> {
  const done = new Set<StoredRecord>();
  let nModified = 0;
  return writer.statement((txn): StatementResult => {
    const collection = call.engine.catalog.find(`${call.db}.${name}`, txn);
    const { found } = select(call.engine, collection, txn.view, {
      filter: statement.q,
      compiled: statement.filter,
      sort: undefined,
      sortFields: [],
      skip: 0,
      limit: statement.multi ? Infinity : 1,
    });
    if (collection) {
      for (const each of found) {
        if (done.has(each.record)) continue;
        const { modified } = applyUpdate(writer, collection, each, statement.update, statement.filter);
        done.add(each.record);
        if (modified) nModified += 1;
      }
    }
    if (done.size > 0 || !statement.upsert) return { n: done.size, nModified };
    const doc = insertNew(writer, call.engine.catalog.obtain(call.db, name, txn), statement.q, statement.update);
    return { n: 1, nModified: 0, upserted: doc.get("_id") ?? null };
  });
}
