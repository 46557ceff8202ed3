import mongoose, { type ClientSession } from "mongoose";
import { Turns } from "./turns";

/** An open transaction. The first, required parameter of every storage function that bot and app call, reads included. */
export interface Tx {
  readonly session: ClientSession;
  readonly turns: Turns;
}

const { MongoError, MongoNetworkError, MongoServerError } = mongoose.mongo;
const transient = "TransientTransactionError";

/** Thrown when a transaction met conflicts until its deadline. */
export class TransactionBusyError extends Error {
  override name = "TransactionBusyError";
}

/** Ends a run whose key another transaction of this process has: by its turn, all that it has read would be old. */
class NotItsTurn extends Error {
  override name = "NotItsTurn";

  constructor(readonly key: string) {
    super("another transaction of this process has the turn");
  }
}

/**
 * Takes, until the transaction has ended, the turn of what all transactions with this key write. Where another one of this process has it,
 * the transaction ends here and runs again when its turn has come, in the order in which they asked: each would meet a conflict else, and of
 * many that try again at random hardly one gets through.
 */
export function takeTurn({ turns }: Tx, key: string): void {
  if (!turns.take(key)) throw new NotItsTurn(key);
}

/**
 * Runs the callback in one transaction (snapshot reads, majority and journalled writes) and commits it.
 * On a conflict it runs the callback AGAIN, with jitter, until the deadline: no network, no mail, no counters inside it.
 */
export async function inTransaction<T>(run: (tx: Tx) => Promise<T>, { deadlineMs = 15_000 } = {}): Promise<T> {
  const tx: Tx = { session: await mongoose.connection.startSession(), turns: new Turns() };
  const until = Date.now() + deadlineMs;
  const keys = new Set<string>();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await runOnce(tx, run, until);
      } catch (error) {
        if (error instanceof NotItsTurn) {
          if (!(await tx.turns.wait(keys.add(error.key), until))) throw busy(error);
          continue;
        }
        if (!hasLabel(error, transient)) throw error;
        if (Date.now() > until) throw busy(error);
        await pause(Math.random() * Math.min(5 * 2 ** attempt, 200));
      }
    }
  } finally {
    tx.turns.release();
    await tx.session.endSession();
  }
}

function busy(cause: unknown): TransactionBusyError {
  return new TransactionBusyError("conflicts until the deadline", { cause });
}

/**
 * Runs reads that all see one moment of the database, however much is written meanwhile; for longer than a transaction may live.
 * Only find, aggregate and distinct may use the session; the first of them chooses the moment.
 */
export async function inSnapshot<T>(run: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = mongoose.connection.getClient().startSession({ snapshot: true });
  try {
    return await run(session);
  } finally {
    await session.endSession();
  }
}

async function runOnce<T>(tx: Tx, run: (tx: Tx) => Promise<T>, until: number): Promise<T> {
  const { session } = tx;
  session.startTransaction({
    readConcern: { level: "snapshot" },
    writeConcern: { w: "majority", journal: true },
    readPreference: "primary",
  });
  let result: T;
  try {
    result = await run(tx);
  } catch (error) {
    await session.abortTransaction().catch(() => undefined); // The server aborts it anyway; the first error is the one to tell.
    // The driver marks a lost connection as transient, but not one that it could not get in the first place.
    if (error instanceof MongoError && isNetworkError(error)) error.addErrorLabel(transient);
    throw error;
  }
  await commit(session, until);
  return result;
}

async function commit(session: ClientSession, until: number): Promise<void> {
  for (;;) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      // The commit may have happened: only asking again can tell.
      const isUnknown = hasLabel(error, "UnknownTransactionCommitResult") || error instanceof MongoNetworkError;
      if (!isUnknown || Date.now() > until) throw error;
      await pause(20);
    }
  }
}

/** Also where the driver wraps it: an insert of several documents throws an error of its own around what broke off. */
function isNetworkError(error: unknown): boolean {
  const inner: unknown = error instanceof MongoServerError ? error.errorResponse : error;
  return inner instanceof MongoNetworkError;
}

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof MongoError && error.hasErrorLabel(label);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
