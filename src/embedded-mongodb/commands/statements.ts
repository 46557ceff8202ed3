import { docOf, int32, type Doc, type Literal, type Value } from "../bson/value";
import { CommandError, OVER_TIME, REFUSED } from "../errors";
import type { Call, Reply } from "../server/call";
import type { StatementResult } from "../session/session";
import { flagOf } from "./arguments";
import { writing, type Writer } from "./writer";

/** Statements that one command may carry (maxWriteBatchSize of hello). */
export const MAX_STATEMENTS = 100_000;

/**
 * Runs the statements of insert, update or delete in order and makes the reply. A statement that was already done by an earlier try of a
 * retryable write is not done again. Errors of single statements become writeErrors; an error that a transaction may be retried for,
 * a refusal, or an unexpected one ends the command.
 */
export async function runStatements(
  call: Call,
  count: number,
  run: (writer: Writer, n: number) => Promise<StatementResult>,
): Promise<Reply> {
  if (count < 1 || count > MAX_STATEMENTS) {
    throw new CommandError(16, `Write batch sizes must be between 1 and ${MAX_STATEMENTS}, not ${count}`);
  }
  const ordered = flagOf(call.body, "ordered", true);
  const sums = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const writeErrors: Doc[] = [];
  const retriedStmtIds: Value[] = [];
  await writing(call, async (writer) => {
    for (let n = 0; n < count; n += 1) {
      let result = call.retryable ? call.session?.results.get(n) : undefined;
      if (result) retriedStmtIds.push(int32(n));
      try {
        result ??= await run(writer, n);
      } catch (error) {
        writeErrors.push(writeError(error, n));
        if (ordered || call.txn) return;
        continue;
      }
      writer.remember(n, result);
      sums.n += result.n;
      sums.nModified += result.nModified ?? 0;
      if (result.upserted !== undefined) upserted.push(docOf({ index: n, _id: result.upserted }));
    }
  });
  return docOf({
    n: sums.n,
    nModified: call.name === "update" ? sums.nModified : undefined,
    ...some("upserted", upserted),
    ...some("writeErrors", writeErrors),
    ...some("retriedStmtIds", retriedStmtIds),
  });
}

function some(field: string, items: Value[]): { [field: string]: Literal } {
  return items.length > 0 ? { [field]: items } : {};
}

function writeError(error: unknown, index: number): Doc {
  if (!(error instanceof CommandError) || error.code === REFUSED || error.code === OVER_TIME || error.labels)
    throw error;
  return docOf({ index, code: error.code, ...(error.extra && Object.fromEntries(error.extra)), errmsg: error.message });
}
