import { collectionKey, recordKey, type RowChange } from "../storage/rows";
import type { Storage } from "../storage/storage";
import { catalogRow, type Catalog } from "./catalog";
import type { LogicalClock } from "./clock";
import type { Collection } from "./collection";
import { committed } from "./record";
import type { Snapshots } from "./snapshots";
import type { Transaction } from "./transaction";

interface Waiting {
  readonly txn: Transaction;
  readonly rows: () => readonly RowChange[];
  readonly done: () => void;
}

/** What commits need from around them. */
export interface CommitParts {
  readonly clock: LogicalClock;
  readonly snapshots: Snapshots;
  readonly catalog: Catalog;
  /** Null keeps everything in memory only. */
  readonly storage: Storage | null;
  /** Called when a write below failed; must not return to normal service. */
  readonly onFatal: (error: unknown) => void;
  /** Waits before a commit in memory becomes visible, as a disk would make it; for tests. */
  readonly delay: (() => Promise<void>) | undefined;
}

/** Makes transactions safe and then visible; those that come together share one synced batch. */
export class Commits {
  #waiting: Waiting[] = [];
  #flushing = false;
  #lastGroup = 0;
  /** Bytes of all documents, those of unfinished transactions included. */
  bytes = 0;
  /** Synced batches written so far. */
  batches = 0;

  constructor(readonly parts: CommitParts) {}

  /** Commits with these further rows in the same batch; resolves when it is safe below and visible to all. */
  async commit(txn: Transaction, rows?: () => readonly RowChange[]): Promise<void> {
    this.parts.snapshots.release(txn);
    if (txn.idle && !rows) return txn.settle("committed");
    txn.state = "committing";
    const { storage, delay, clock } = this.parts;
    if (storage) {
      return new Promise((done) => {
        this.#waiting.push({ txn, rows: rows ?? (() => []), done });
        if (!this.#flushing) void this.#flush();
      });
    }
    if (delay) await delay();
    const at = clock.next();
    clock.advance(at);
    this.#install(txn, at);
  }

  /** Takes back everything that `txn` meant to do. */
  abort(txn: Transaction): void {
    for (const [record, collection] of txn.writes) collection.undo(record);
    for (const collection of txn.changes.keys()) this.parts.catalog.undo(collection);
    this.bytes -= txn.growth;
    this.parts.snapshots.release(txn);
    txn.settle("aborted");
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    while (this.#flushing) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets commands that have arrived already join; when many came together before, most of them will be back within a moment. */
  async #gather(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#waiting.length < this.#lastGroup / 2) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  async #flush(): Promise<void> {
    this.#flushing = true;
    const storage = this.parts.storage as Storage;
    while (this.#waiting.length > 0) {
      await this.#gather();
      const group = this.#waiting;
      this.#waiting = [];
      this.#lastGroup = group.length;
      const at = this.parts.clock.next();
      try {
        const rows = group.flatMap(({ txn, rows: more }) => [...rowsOf(txn), ...more()]);
        await storage.write(rows, at);
      } catch (error) {
        // Whether the data is on the disk is unknown: nothing may be answered any more, so #flushing stays true.
        this.parts.onFatal(error);
        return;
      }
      this.batches += 1;
      this.parts.clock.advance(at);
      for (const { txn, done } of group) {
        this.#install(txn, at);
        done();
      }
    }
    this.#flushing = false;
  }

  #install(txn: Transaction, at: number): void {
    const { catalog, snapshots } = this.parts;
    for (const [collection, indexes] of txn.changes) {
      if (indexes) collection.storedRow = catalogRow(collection, indexes);
      else for (const record of collection.records.values()) this.bytes -= committed(record, Infinity)?.length ?? 0;
      catalog.apply(collection, indexes, at);
    }
    for (const [record, collection] of txn.writes) {
      const doc = record.intent?.doc ?? null;
      record.intent = null;
      if (doc || record.head) record.head = { at, doc, older: record.head };
      if (record.head) snapshots.superseded(record, collection);
      else collection.dropIfEmpty(record);
    }
    txn.settle("committed");
  }
}

function* rowsOf(txn: Transaction): Generator<RowChange> {
  for (const [collection, indexes] of txn.changes) {
    const key = collectionKey(collection.info.id);
    yield { key, value: indexes && catalogRow(collection, indexes), previous: collection.storedRow };
    if (!indexes) yield* emptied(collection);
  }
  for (const [record, collection] of txn.writes) {
    const value = record.intent?.doc ?? null;
    const previous = committed(record, Infinity);
    if (value || previous) yield { key: recordKey(collection.info.id, record.id), value, previous };
  }
}

function* emptied(collection: Collection): Generator<RowChange> {
  for (const record of collection.records.values()) {
    const previous = committed(record, Infinity);
    if (previous) yield { key: recordKey(collection.info.id, record.id), value: null, previous };
  }
}
