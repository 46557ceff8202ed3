import { checkCommand } from "../allow-list-commands";
import { Binary, docOf, isDoc, type Doc, type Value } from "../bson/value";
import { flagOf, textOf, wholeNumber } from "../commands/arguments";
import { HANDLERS } from "../commands/registry";
import { noTransaction, sessionIdOf } from "../commands/transactions";
import { describe, overTime } from "../commands/writer";
import { CommandError } from "../errors";
import type { Engine } from "../engine";
import type { Session } from "../session/session";
import { fromTimestamp, toTimestamp } from "../store/clock";
import type { Answer } from "../wire/connection";
import { documentOf, elementsOf } from "../wire/splice";
import type { Call, Connection, Handler, Reply } from "./call";
import { checkWriteConcern, readConcernOf } from "./concerns";
import { labelsFor } from "./error-labels";
import { strikes } from "./fail-point";

/** Answers the requests of one connection. */
export function answerWith(engine: Engine, connection: Connection): Answer {
  return async (request) => {
    const body: Doc = "error" in request ? new Map() : request.body;
    try {
      if ("error" in request) throw request.error;
      const reply = await answer(engine, connection, body);
      return reply && encode(engine, reply);
    } catch (error) {
      const known = error instanceof CommandError ? error : internalError(engine, error);
      engine.noteError(known);
      return encode(engine, failureOf(known, known.labels ?? labelsFor(known.code, body)));
    }
  };
}

/** Null drops the connection, which only tests ask for. */
async function answer(engine: Engine, connection: Connection, body: Doc): Promise<Reply | null> {
  const name = body.keys().next().value ?? "";
  const point = strikes(engine.failPoint, name);
  if (point?.closes) return null;
  if (point?.error) return failureOf(point.error, point.error.labels ?? labelsFor(point.error.code, body));
  if (engine.stopping) throw new CommandError(91, "The server is stopping");
  const fields = checkCommand(name, body, engine.options.testCommands);
  const lsid = body.get("lsid");
  const session = isDoc(lsid) ? engine.sessions.get(sessionIdOf(lsid)) : undefined;
  checkWriteConcern(body);
  const db = textOf(body, "$db");
  const maxTimeMs = wholeNumber(body.get("maxTimeMS") ?? 0, "maxTimeMS");
  const deadline = maxTimeMs > 0 ? Date.now() + maxTimeMs : undefined;
  const call = { engine, body, name, db, fields, session, txn: null, retryable: false, deadline, connection };
  const droppable = isRepeated(call) ? engine.rough : undefined;
  if (droppable?.drops()) return null;
  const reply = await run({ ...call, snapshotAt: undefined });
  // A write that is done is answered as done; while it waits for another, the writer looks at the time.
  if (deadline && Date.now() > deadline && !fields.retryable) throw overTime();
  // After the write, before its answer: only the repeated request can tell what happened.
  return droppable?.drops() ? null : reply;
}

/** Whether a driver sends this command again by itself, or tries its transaction again, when the connection is lost. */
function isRepeated({ name, body, fields }: Pick<Call, "name" | "body" | "fields">): boolean {
  if (body.has("txnNumber")) return fields.retryable || body.has("autocommit");
  return ["find", "aggregate", "count", "distinct", "listIndexes"].includes(name);
}

function internalError(engine: Engine, error: unknown): CommandError {
  const what = error instanceof Error ? error : new Error(String(error));
  engine.options.log(`embedded: internal error: ${what.stack}`);
  return new CommandError(1, `embedded: internal error: ${what.message}`);
}

function run(call: Call): Reply | Promise<Reply> {
  const { body, session, name } = call;
  const txnNumber = body.get("txnNumber");
  if (txnNumber === undefined) {
    if (body.has("autocommit")) throw new CommandError(72, "a transaction needs a txnNumber");
    return (HANDLERS.get(name) as Handler)({ ...call, snapshotAt: snapshotOf(call) });
  }
  if (!session || typeof txnNumber !== "bigint") throw new CommandError(72, "txnNumber needs a session and a long");
  return session.exclusive(async () => {
    if (body.has("autocommit")) return inTransaction(call, session, txnNumber);
    if (!call.fields.retryable) throw new CommandError(72, `${name} takes no txnNumber outside of a transaction`);
    advance(call.engine, session, txnNumber);
    if (session.outcome !== "none") throw new CommandError(225, `txnNumber ${txnNumber} was a transaction`);
    return (HANDLERS.get(name) as Handler)({ ...call, retryable: true });
  });
}

/** The time of a snapshot read outside of a transaction; the first of a session chooses it. A cursor goes on with its own. */
function snapshotOf({ engine, name, body, session }: Call): number | undefined {
  const { snapshot, at } = readConcernOf(body);
  if (!snapshot || name === "getMore") return undefined;
  if (!["find", "aggregate", "distinct"].includes(name) || !session) {
    throw new CommandError(72, "readConcern level snapshot is for find, aggregate and distinct in a session");
  }
  const time = at ? fromTimestamp(at) : engine.clock.last;
  if (time > engine.clock.last || !engine.snapshots.complete(time)) {
    throw new CommandError(239, "The snapshot's time is older than the oldest that is kept, or in the future.");
  }
  engine.sessions.pin(session, time);
  return time;
}

async function inTransaction(call: Call, session: Session, txnNumber: bigint): Promise<Reply> {
  const { engine, body, name } = call;
  if (flagOf(body, "autocommit", true)) throw new CommandError(72, "autocommit can only be false");
  if (!call.fields.inTransaction) throw new CommandError(263, `Cannot run '${name}' in a multi-document transaction.`);
  advance(engine, session, txnNumber);
  if (flagOf(body, "startTransaction", false)) {
    if (session.outcome !== "none" || session.results.size > 0) {
      throw new CommandError(117, `Transaction ${txnNumber} was already started`);
    }
    readConcernOf(body);
    engine.sessions.begin(session, describe(call));
  } else if (body.has("readConcern")) {
    throw new CommandError(72, "only the first command of a transaction may have a readConcern");
  }
  const handler = HANDLERS.get(name) as Handler;
  if (name === "commitTransaction" || name === "abortTransaction") return handler(call);
  if (session.outcome === "committed") throw new CommandError(256, `Transaction ${txnNumber} has been committed.`);
  if (!session.txn) throw noTransaction(session);
  try {
    const reply = await handler({ ...call, txn: session.txn });
    if (reply instanceof Map && reply.has("writeErrors")) engine.sessions.abort(session, "a write in it failed");
    return reply;
  } catch (error) {
    engine.sessions.abort(session, error instanceof Error ? error.message : "");
    throw error;
  }
}

/** Moves the session on to a newer number; an open transaction of the number before is rolled back. */
function advance(engine: Engine, session: Session, txnNumber: bigint): void {
  if (txnNumber < session.txnNumber) {
    throw new CommandError(225, `txnNumber ${txnNumber} is older than the session's latest, ${session.txnNumber}`);
  }
  if (txnNumber === session.txnNumber) return;
  engine.sessions.abort(session, "a newer one was started in the session");
  session.begin(txnNumber);
}

function failureOf(error: CommandError, errorLabels: Value[]): Doc {
  const { message: errmsg, code, codeName, extra } = error;
  const labels = errorLabels.length > 0 ? { errorLabels } : {};
  return new Map<string, Value>([...docOf({ errmsg, code, codeName, ...labels }), ...(extra ?? []), ["ok", 0]]);
}

const SIGNATURE = docOf({ hash: new Binary(0, Buffer.alloc(20)), keyId: 0n });

function encode(engine: Engine, reply: Reply): Buffer {
  const now = toTimestamp(engine.clock.last);
  const tail = docOf({ $clusterTime: { clusterTime: now, signature: SIGNATURE }, operationTime: now });
  // A plain number is a double, which `ok` is in MongoDB.
  if (!(reply instanceof Map && reply.has("ok"))) tail.set("ok", 1);
  return documentOf(reply instanceof Map ? elementsOf(reply) : reply, elementsOf(tail));
}
