import { checkCommand } from "../allow-list-commands";
import type { CommandFields } from "../allow-list-commands";
import { Binary, docOf, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { flagOf, textOf, wholeNumber } from "../commands/arguments";
import { HANDLERS } from "../commands/registry";
import { noTransaction, sessionIdOf } from "../commands/transactions";
import { describe } from "../commands/writer";
import { CommandError } from "../errors";
import type { Engine } from "../engine";
import type { Session } from "../session/session";
import { fromTimestamp, toTimestamp } from "../store/clock";
import type { Answer } from "../wire/connection";
import { documentOf, elementsOf } from "../wire/splice";
import type { Call, Connection, Handler, Reply } from "./call";
import { readConcernOf, writeConcernError } from "./concerns";
import { labelsFor } from "./error-labels";
import type { Circumstances } from "./error-labels";
import { strikes } from "./fail-point";

/** Answers the requests of one connection. */
export function answerWith(engine: Engine, connection: Connection): Answer {
  return async (request) => {
    if ("error" in request) {
      engine.noteError(request.error);
      return encode(engine, failureOf(request.error, []));
    }
    return answer(engine, connection, request.body);
  };
}

async function answer(engine: Engine, connection: Connection, body: Doc): Promise<Buffer | null> {
  const name = body.keys().next().value ?? "";
  const circumstances: Circumstances = {
    inTransaction: body.get("autocommit") === false,
    endsTransaction: name === "commitTransaction" || name === "abortTransaction",
    retryableWrite: body.has("txnNumber"),
  };
  let concern: Doc | undefined;
  try {
    const point = engine.failPoint;
    if (strikes(point, name)) {
      if (point.blockMs > 0) await new Promise((resolve) => setTimeout(resolve, point.blockMs));
      if (point.closes) return null;
      if (point.error) return encode(engine, pointFailure(point.error, circumstances));
      concern = point.writeConcernError;
    }
    if (engine.stopping) throw new CommandError(91, "The server is stopping");
    const command = checkCommand(name, body, engine.options.testCommands);
    const droppable = engine.rough !== undefined && repeatable(name, command, circumstances);
    if (droppable && engine.rough?.drops()) return null;
    concern ??= writeConcernError(body);
    const reply = await run(engine, connection, name, command, body);
    // After the write, before its answer: only the repeated request can tell what happened.
    if (droppable && engine.rough?.drops()) return null;
    return encode(engine, reply, concern);
  } catch (error) {
    const known = error instanceof CommandError ? error : internalError(engine, error);
    engine.noteError(known);
    return encode(engine, failureOf(known, labelsFor(known, circumstances)));
  }
}

/** Whether a driver sends this command again by itself, or tries its transaction again, when the connection is lost. */
function repeatable(name: string, command: CommandFields, { inTransaction, retryableWrite }: Circumstances): boolean {
  return (
    inTransaction ||
    (retryableWrite && command.retryable) ||
    ["find", "aggregate", "count", "distinct", "listIndexes"].includes(name)
  );
}

function internalError(engine: Engine, error: unknown): CommandError {
  const what = error instanceof Error ? error : new Error(String(error));
  engine.options.log(`embedded: internal error: ${what.stack}`);
  return new CommandError(1, `embedded: internal error: ${what.message}`);
}

async function run(
  engine: Engine,
  connection: Connection,
  name: string,
  command: CommandFields,
  body: Doc,
): Promise<Reply> {
  const lsid = body.get("lsid");
  const session = isDoc(lsid) ? engine.sessions.get(sessionIdOf(lsid)) : undefined;
  const maxTimeMS = body.has("maxTimeMS") ? wholeNumber(body.get("maxTimeMS") as Value, "maxTimeMS") : 0;
  const call: Call = {
    engine,
    body,
    name,
    db: textOf(body, "$db"),
    session,
    txn: null,
    retryable: false,
    deadline: maxTimeMS > 0 ? Date.now() + maxTimeMS : undefined,
    snapshotAt: undefined,
    connection,
  };
  const handler = HANDLERS.get(name) as Handler;
  const txnNumber = body.get("txnNumber");
  if (txnNumber === undefined) {
    if (body.has("autocommit") || body.has("startTransaction"))
      throw new CommandError(72, "a transaction needs a txnNumber");
    return handler({ ...call, snapshotAt: snapshotOf(engine, name, body, session) });
  }
  if (!session || typeof txnNumber !== "bigint")
    throw new CommandError(72, "txnNumber needs a session and must be a long");
  return session.exclusive(() =>
    body.has("autocommit")
      ? inTransaction(call, session, txnNumber, command, handler)
      : retryable(call, session, txnNumber, command, handler),
  );
}

const SNAPSHOT_READS = ["find", "aggregate", "distinct"];

/** The time of a snapshot read outside of a transaction; the first of a session chooses it. A cursor goes on with its own. */
function snapshotOf(engine: Engine, name: string, body: Doc, session: Session | undefined): number | undefined {
  const { snapshot, at } = readConcernOf(body);
  if (!snapshot || name === "getMore") return undefined;
  if (!SNAPSHOT_READS.includes(name) || !session) {
    throw new CommandError(72, "readConcern level snapshot is for find, aggregate and distinct in a session");
  }
  const time = at ? fromTimestamp(at) : engine.clock.last;
  if (time > engine.clock.last || !engine.snapshots.complete(time)) {
    throw new CommandError(
      239,
      `Read timestamp ${time} is older than the oldest available timestamp, or in the future.`,
    );
  }
  engine.sessions.pin(session, time);
  return time;
}

async function retryable(
  call: Call,
  session: Session,
  txnNumber: bigint,
  command: CommandFields,
  handler: Handler,
): Promise<Reply> {
  if (!command.retryable)
    throw new CommandError(72, `txnNumber is not allowed with ${call.name} outside of a transaction`);
  advance(call.engine, session, txnNumber);
  if (session.outcome !== "none")
    throw new CommandError(225, `Cannot use txnNumber ${txnNumber} for a retryable write: it was a transaction`);
  return handler({ ...call, retryable: true });
}

async function inTransaction(
  call: Call,
  session: Session,
  txnNumber: bigint,
  command: CommandFields,
  handler: Handler,
): Promise<Reply> {
  const { engine, body } = call;
  if (flagOf(body, "autocommit", true)) throw new CommandError(72, "autocommit can only be false");
  if (!command.inTransaction) throw new CommandError(263, `Cannot run '${call.name}' in a multi-document transaction.`);
  advance(engine, session, txnNumber);
  if (flagOf(body, "startTransaction", false)) {
    if (session.outcome !== "none" || session.results.size > 0)
      throw new CommandError(117, `Transaction ${txnNumber} was already started`);
    readConcernOf(body);
    engine.sessions.begin(session, describe(call));
  } else if (body.has("readConcern")) {
    throw new CommandError(72, "only the first command of a transaction may have a readConcern");
  }
  if (call.name === "commitTransaction" || call.name === "abortTransaction") return handler(call);
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
    throw new CommandError(
      225,
      `Cannot start transaction ${txnNumber} on session because a newer transaction ${session.txnNumber} has already started.`,
    );
  }
  if (txnNumber === session.txnNumber) return;
  engine.sessions.abort(session, "a newer one was started in the session");
  session.begin(txnNumber);
}

function failureOf(error: CommandError, labels: string[]): Doc {
  const doc = docOf({ errmsg: error.message, code: error.code, codeName: error.codeName }).set("ok", 0);
  for (const [field, value] of error.extra ?? []) doc.set(field, value);
  if (labels.length > 0) doc.set("errorLabels", labels);
  return doc;
}

function pointFailure(point: Doc, circumstances: Circumstances): Doc {
  const code = wholeNumber(point.get("code") as Value, "errorCode");
  const { codeName } = new CommandError(code, "");
  const doc = docOf({ errmsg: "Failing command via 'failCommand' failpoint", code, codeName }).set("ok", 0);
  const labels = point.get("errorLabels") ?? labelsFor({ code }, circumstances);
  if (Array.isArray(labels) && labels.length > 0) doc.set("errorLabels", labels);
  return doc;
}

const SIGNATURE = docOf({ hash: new Binary(0, Buffer.alloc(20)), keyId: 0n });

function encode(engine: Engine, reply: Reply, concern?: Doc): Buffer {
  const now = toTimestamp(engine.clock.last);
  const tail = docOf({
    writeConcernError: concern,
    $clusterTime: { clusterTime: now, signature: SIGNATURE },
    operationTime: now,
  });
  // A plain number is a double, which `ok` is in MongoDB.
  if (!(reply instanceof Map && reply.has("ok"))) tail.set("ok", 1);
  return documentOf(reply instanceof Map ? elementsOf(reply) : reply, elementsOf(tail));
}
