import { decodeDocument } from "../bson/decode";
import type { Doc } from "../bson/value";
import { duplicateKey } from "../index/duplicate-key";
import { Index } from "../index/index";
import { ID_INDEX, type IndexSpec } from "../index/spec";
import { committed, type StoredRecord } from "./record";
import { writeConflict, type Transaction } from "./transaction";

/** What a collection is created with, and what of it is stored. */
export interface CollectionInfo {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly uuid: Buffer;
}

/** A collection in memory: records in the order of insertion, and indexes over all their versions. */
export class Collection {
  readonly records = new Map<number, StoredRecord>();
  indexes: Index[] = [new Index(ID_INDEX)];
  dropped = false;
  /** The transaction that is changing the catalog here; writers wait for it. */
  changing: Transaction | null = null;
  /** Open transactions that read or wrote here; changes of the catalog wait for them. */
  readonly users = new Set<Transaction>();
  /** Its row below as it was last written. */
  storedRow: Buffer | null = null;
  #nextRecord = 1;

  /** `createdAt` is the logical time of its creation, Infinity while that is not committed. */
  constructor(
    readonly info: CollectionInfo,
    public createdAt: number,
  ) {}

  /** `db.collection`. */
  get namespace(): string {
    return `${this.info.db}.${this.info.name}`;
  }

  /** Puts a new document in for `txn`. Throws 11000, 112, or Blocked. */
  insert(txn: Transaction, doc: Doc, bytes: Buffer): void {
    this.#checkWritable(txn);
    const keys = this.#keys(doc);
    const record: StoredRecord = { id: this.#nextRecord, head: null, intent: null };
    this.#checkUnique(txn, record, keys);
    this.#nextRecord += 1;
    this.records.set(record.id, record);
    this.#intend(txn, record, bytes, 0);
    this.#addKeys(record, keys);
  }

  /** Makes `doc` out of what `txn` sees in this record (null: deletes it). Throws 11000, 112, or Blocked. */
  replace(txn: Transaction, record: StoredRecord, doc: Doc | null, bytes: Buffer | null): void {
    this.#checkWritable(txn);
    this.#checkFree(txn, record);
    const keys = doc ? this.#keys(doc) : [];
    if (doc) this.#checkUnique(txn, record, keys);
    const before = record.intent ? record.intent.doc : committed(record, Infinity);
    const own = record.intent !== null;
    this.#intend(txn, record, bytes, before?.length ?? 0);
    if (doc) this.#addKeys(record, keys);
    if (own) this.forget(record, before);
  }

  /** Takes the index entries away that only `doc`, no longer part of this record, needed. */
  forget(record: StoredRecord, doc: Buffer | null): void {
    if (!doc) return;
    const gone = decodeDocument(doc);
    const kept = statesOf(record).map((bytes) => decodeDocument(bytes));
    for (const index of this.indexes) {
      const needed = new Set(kept.flatMap((each) => index.keysOf(each)));
      for (const key of index.keysOf(gone)) if (!needed.has(key)) index.delete(key, record);
    }
  }

  /** Undoes what an aborted transaction meant to do to a record. */
  undo(record: StoredRecord): void {
    const intent = record.intent;
    record.intent = null;
    if (intent) this.forget(record, intent.doc);
    this.dropIfEmpty(record);
  }

  /** Removes a record of which nothing is left. */
  dropIfEmpty(record: StoredRecord): void {
    const head = record.head;
    if (!record.intent && (!head || (head.doc === null && !head.older))) this.records.delete(record.id);
  }

  /** Puts a stored document in when the database is opened; indexes are built afterwards. */
  load(id: number, bytes: Buffer): void {
    this.records.set(id, { id, head: { at: 0, doc: bytes, older: null }, intent: null });
    if (id >= this.#nextRecord) this.#nextRecord = id + 1;
  }

  /** Builds indexes over what is committed. Throws 11000 naming the two documents' key when a unique one cannot be. */
  build(specs: readonly IndexSpec[]): Index[] {
    const built = specs.map((spec) => ({ index: new Index(spec), entries: [] as [string, StoredRecord][] }));
    for (const record of this.records.values()) {
      for (const bytes of statesOf(record)) {
        const doc = decodeDocument(bytes);
        for (const { index, entries } of built) for (const key of index.keysOf(doc)) entries.push([key, record]);
      }
    }
    return built.map(({ index, entries }) => {
      if (index.spec.unique) this.#checkNoDuplicate(index, entries);
      index.load(entries);
      return index;
    });
  }

  #checkNoDuplicate(index: Index, entries: [string, StoredRecord][]): void {
    const live = new Map<string, StoredRecord>();
    for (const [key, record] of entries) {
      const bytes = committed(record, Infinity);
      if (!bytes || live.get(key) === record) continue;
      // With several states, the entry may belong to one that is past.
      if ((record.intent || record.head?.older) && !hasKey(index, bytes, key)) continue;
      if (live.has(key)) throw duplicateKey(this.namespace, index, decodeDocument(bytes), key);
      live.set(key, record);
    }
  }

  #keys(doc: Doc): string[][] {
    return this.indexes.map((index) => index.keysOf(doc));
  }

  #addKeys(record: StoredRecord, keys: string[][]): void {
    this.indexes.forEach((index, n) => {
      for (const key of keys[n] as string[]) index.add(key, record);
    });
  }

  #intend(txn: Transaction, record: StoredRecord, bytes: Buffer | null, before: number): void {
    if (record.intent) record.intent.doc = bytes;
    else record.intent = { by: txn, doc: bytes };
    txn.writes.set(record, this);
    txn.growth += (bytes?.length ?? 0) - before;
  }

  #checkWritable(txn: Transaction): void {
    if (this.changing && this.changing !== txn) txn.conflict(this.changing);
    if (txn.explicit && this.createdAt > txn.view.at && !txn.changes.has(this)) throw writeConflict();
  }

  #checkFree(txn: Transaction, record: StoredRecord): void {
    if (record.intent) {
      if (record.intent.by !== txn) txn.conflict(record.intent.by);
    } else if (txn.explicit && record.head && record.head.at > txn.view.at) throw writeConflict();
  }

  /** First every conflict with other writers, then duplicates, so that a key that is about to go never counts as taken. */
  #checkUnique(txn: Transaction, self: StoredRecord, keys: string[][]): void {
    this.indexes.forEach((index, n) => {
      if (!index.spec.unique) return;
      for (const key of keys[n] as string[]) {
        for (const other of index.holders(key)) if (other !== self) this.#checkHolder(txn, index, key, other);
      }
    });
  }

  #checkHolder(txn: Transaction, index: Index, key: string, other: StoredRecord): void {
    const { intent, head } = other;
    const latest = committed(other, Infinity);
    const heldByLatest = hasKey(index, latest, key);
    if (intent && intent.by !== txn) {
      if (heldByLatest || hasKey(index, intent.doc, key)) txn.conflict(intent.by);
    } else if (!intent && txn.explicit && head && head.at > txn.view.at) {
      if (heldByLatest || hasKey(index, committed(other, txn.view.at), key)) throw writeConflict();
    } else {
      const bytes = intent ? intent.doc : latest;
      if (bytes && hasKey(index, bytes, key)) throw duplicateKey(this.namespace, index, decodeDocument(bytes), key);
    }
  }
}

/** The documents of all versions and of the intent. */
function statesOf({ head, intent }: StoredRecord): Buffer[] {
  const states = intent?.doc ? [intent.doc] : [];
  for (let version = head; version; version = version.older) if (version.doc) states.push(version.doc);
  return states;
}

function hasKey(index: Index, bytes: Buffer | null, key: string): boolean {
  return bytes !== null && index.keysOf(decodeDocument(bytes)).includes(key);
}
