import { encodeDocument } from "../bson/encode";
import { MAX_DOCUMENT_BYTES, type Doc } from "../bson/value";
import { CommandError, OVER_TIME } from "../errors";
import type { Call } from "../server/call";
import { Blocked, Transaction, writeConflict } from "../store/transaction";
import type { Collection } from "../store/collection";
import type { Found } from "../index/scan";
import type { StatementResult } from "../session/session";

/**
 * The writes of one command. In a transaction they join it; else they are a group of their own, which is committed early only when
 * a statement has to wait for another writer, so that nobody who waits holds anything.
 */
export class Writer {
  txn: Transaction;

  constructor(readonly call: Call) {
    this.txn = call.txn ?? this.#group();
  }

  /** Runs a statement, again and again while another writer is in its way. */
  async statement<T>(run: (txn: Transaction) => T): Promise<T> {
    const { engine } = this.call;
    if (this.call.txn && engine.rough?.oneIn(40)) throw writeConflict();
    for (;;) {
      try {
        return run(this.txn);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        // Settles even if the holder ends during the commit below.
        const freed = this.#freed(error.holder);
        freed.catch(() => undefined);
        await this.commit();
        await freed;
      }
    }
  }

  /** Remembers what a retryable statement did, to be stored together with it. */
  remember(statement: number, result: StatementResult): void {
    if (this.call.retryable) this.call.session?.results.set(statement, result);
  }

  /** Makes a group of its own safe and visible; a transaction stays open. */
  async commit(): Promise<void> {
    const { call } = this;
    if (call.txn) return;
    const { session } = call;
    const rows = call.retryable && session && !this.txn.idle ? () => [session.row("none")] : undefined;
    const done = this.txn;
    this.txn = this.#group();
    await call.engine.commits.commit(done, rows);
  }

  /** Takes back what was not committed yet, after an unexpected error. */
  abandon(): void {
    if (!this.call.txn) this.call.engine.commits.abort(this.txn);
  }

  /** Inserts a document into a collection. */
  insert(collection: Collection, doc: Doc): void {
    const bytes = encoded(doc, 2);
    this.call.engine.checkRoom(bytes.length);
    this.#counted(() => collection.insert(this.txn, doc, bytes));
  }

  /** Puts `doc` in the place of what was found (null: deletes it). */
  replace(collection: Collection, found: Found, doc: Doc | null): void {
    const bytes = doc && encoded(doc, 17419);
    if (bytes) this.call.engine.checkRoom(bytes.length - found.bytes.length);
    this.#counted(() => collection.replace(this.txn, found.record, doc, bytes));
  }

  #counted(write: () => void): void {
    const before = this.txn.growth;
    write();
    this.call.engine.commits.bytes += this.txn.growth - before;
  }

  #group(): Transaction {
    return new Transaction(false, Infinity, describe(this.call));
  }

  #freed(holder: Transaction): Promise<void> {
    if (holder.explicit) holder.waiter = describe(this.call);
    const { deadline } = this.call;
    return new Promise((resolve, reject) => {
      const timer = deadline && setTimeout(() => reject(overTime()), Math.max(0, deadline - Date.now()));
      holder.onSettled(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** The error of a command that its maxTimeMS has ended. */
export function overTime(): CommandError {
  return new CommandError(OVER_TIME, "operation exceeded time limit");
}

/** Runs a command's statements and commits them; after an error nothing of what was not committed yet is left. */
export async function writing<T>(call: Call, run: (writer: Writer) => Promise<T>): Promise<T> {
  const writer = new Writer(call);
  try {
    const result = await run(writer);
    await writer.commit();
    return result;
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** A command of a single statement. */
export function writingOnce<T>(call: Call, run: (txn: Transaction, writer: Writer) => T): Promise<T> {
  return writing(call, (writer) => writer.statement((txn) => run(txn, writer)));
}

/** Command and collection, for messages. */
export function describe(call: Call): string {
  const target = call.body.get(call.name);
  return typeof target === "string" ? `${call.name} ${target}` : call.name;
}

/** The document's bytes. Throws what MongoDB throws for a document that is too large: BadValue (2) at inserting, Location17419 at updating. */
function encoded(doc: Doc, tooLarge: number): Buffer {
  const bytes = encodeDocument(doc);
  if (bytes.length <= MAX_DOCUMENT_BYTES) return bytes;
  throw new CommandError(tooLarge, `A document of ${bytes.length} bytes is larger than ${MAX_DOCUMENT_BYTES}`);
}
