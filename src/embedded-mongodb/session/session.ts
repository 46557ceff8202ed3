import { decodeDocument } from "../bson/decode";
import { encodeDocument } from "../bson/encode";
import { MAX_DEPTH, docOf, type Doc, type Int32, type Value } from "../bson/value";
import { sessionKey, type RowChange } from "../storage/rows";
import type { Transaction } from "../store/transaction";

/** A stored reply nests its document a few levels deeper than the document itself may be. */
const ROW_DEPTH = MAX_DEPTH + 10;

/** What a statement of a retryable write did, kept so that a repeated request gets the same answer. */
export interface StatementResult {
  readonly n: number;
  readonly nModified?: number | undefined;
  readonly upserted?: Value | undefined;
  /** The whole answer of findAndModify. */
  readonly reply?: Doc | undefined;
}

/** A client's logical session: its latest transaction number, and what came of it. */
export class Session {
  lastUse = Date.now();
  txnNumber = -1n;
  /** The open transaction of `txnNumber`. */
  txn: Transaction | null = null;
  outcome: "none" | "open" | "committed" | "aborted" = "none";
  /** Why the server ended the transaction, for the next command in it. */
  abortedBecause = "";
  results = new Map<number, StatementResult>();
  /** When (Date.now) reads without a transaction last used the snapshot that is kept for them. */
  snapshotUse: number | undefined;
  storedRow: Buffer | null = null;
  #last: Promise<void> = Promise.resolve();
  #running = 0;

  constructor(readonly id: Buffer) {}

  /** True while a command of it runs. */
  get busy(): boolean {
    return this.#running > 0;
  }

  /** Runs one command with a transaction number at a time: a repeated request waits for its first try. */
  async exclusive<T>(run: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let release = (): void => undefined;
    this.#last = new Promise((resolve) => (release = resolve));
    this.#running += 1;
    try {
      await before;
      return await run();
    } finally {
      this.#running -= 1;
      this.lastUse = Date.now();
      release();
    }
  }

  /** Starts over with a new number. */
  begin(txnNumber: bigint): void {
    this.txnNumber = txnNumber;
    this.outcome = "none";
    this.abortedBecause = "";
    this.results = new Map();
  }

  /** The change below that keeps the results over a restart. */
  row(outcome: Session["outcome"]): RowChange {
    const { txnNumber, lastUse } = this;
    const results = [...this.results].map(([id, result]) => docOf({ id, ...result }));
    const value = encodeDocument(docOf({ txnNumber, outcome, lastUse: new Date(lastUse), results }), ROW_DEPTH);
    const previous = this.storedRow;
    this.storedRow = value;
    return { key: sessionKey(this.id), value, previous };
  }

  /** The change below that forgets the session; undefined when nothing is kept there. */
  removal(): RowChange | undefined {
    const previous = this.storedRow;
    this.storedRow = null;
    return previous ? { key: sessionKey(this.id), value: null, previous } : undefined;
  }

  /** A session out of its stored row. */
  static load(id: Buffer, row: Buffer): Session {
    const session = new Session(id);
    const doc = decodeDocument(row, ROW_DEPTH);
    session.txnNumber = doc.get("txnNumber") as bigint;
    session.outcome = doc.get("outcome") as Session["outcome"];
    session.lastUse = (doc.get("lastUse") as Date).getTime();
    session.storedRow = row;
    for (const item of doc.get("results") as Doc[]) {
      const number = (field: string): number | undefined => (item.get(field) as Int32 | undefined)?.value;
      const reply = item.get("reply") as Doc | undefined;
      const result = { n: number("n") ?? 0, nModified: number("nModified"), upserted: item.get("upserted"), reply };
      session.results.set(number("id") ?? 0, result);
    }
    return session;
  }
}
