import { Binary, docOf, type Doc } from "../bson/value";
import { CommandError } from "../errors";
import type { Call, Reply } from "../server/call";
import type { Session } from "../session/session";
import { docsField } from "./arguments";

/** commitTransaction: may be repeated; answers only when everything is safe. */
export async function commitTransaction(call: Call): Promise<Reply> {
  const session = required(call);
  if (session.outcome === "committed") return docOf({});
  const txn = session.txn;
  if (!txn) throw noTransaction(session);
  session.outcome = "committed";
  session.txn = null;
  await call.engine.commits.commit(txn, txn.idle ? undefined : () => [session.row("committed")]);
  return docOf({});
}

/** abortTransaction: rolls back. */
export function abortTransaction(call: Call): Reply {
  const session = required(call);
  if (session.outcome === "committed") throw new CommandError(256, "The transaction has been committed.");
  if (!session.txn) throw noTransaction(session);
  call.engine.sessions.abort(session);
  return docOf({});
}

function required(call: Call): Session {
  if (!call.session || call.body.get("autocommit") !== false) {
    throw new CommandError(125, `${call.name} must be run within a transaction`);
  }
  return call.session;
}

/** The answer to a command of a transaction that is not open. */
export function noTransaction(session: Session): CommandError {
  const why = session.abortedBecause ? `: ${session.abortedBecause}` : "";
  const message = session.outcome === "aborted" ? `has been aborted${why}` : "is not in progress";
  return new CommandError(251, `Transaction ${session.txnNumber} ${message}.`);
}

/** endSessions and killSessions: open transactions of these sessions are rolled back, their cursors closed. */
export function endSessions(call: Call): Reply {
  const { cursors, sessions } = call.engine;
  for (const session of sessions.known(docsField(call.body, call.name).map(sessionIdOf))) {
    cursors.closeOf(session);
    sessions.end(session);
  }
  return docOf({});
}

/** The bytes of a logical session id. */
export function sessionIdOf(lsid: Doc): Buffer {
  const id = lsid.get("id");
  if (lsid.size !== 1 || !(id instanceof Binary) || id.subtype !== 4 || id.bytes.length !== 16) {
    throw new CommandError(9, "a session id is a document with a UUID as id");
  }
  return id.bytes;
}
