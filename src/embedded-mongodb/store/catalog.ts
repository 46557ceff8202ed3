import { randomUUID } from "node:crypto";
import { encodeDocument } from "../bson/encode";
import { Binary, docOf } from "../bson/value";
import { CommandError } from "../errors";
import type { Index } from "../index/index";
import { Collection, type CollectionInfo } from "./collection";
import type { Transaction } from "./transaction";

/** Which collections there are, for whom. */
export class Catalog {
  readonly #committed = new Map<string, Collection>();
  readonly #pending = new Map<string, { collection: Collection; by: Transaction }>();
  readonly #droppedAt = new Map<string, number>();
  #nextId = 1;

  /** All committed collections. */
  all(): Collection[] {
    return [...this.#committed.values()];
  }

  /** The collection as `txn` sees it, or a read at the logical time `at`; undefined when there is none. Throws SnapshotUnavailable (246) when it was dropped since. */
  find(namespace: string, txn: Transaction | null, at = txn?.view.at ?? Infinity): Collection | undefined {
    const pending = this.#pending.get(namespace);
    if (pending && pending.by === txn) return pending.collection;
    if ((this.#droppedAt.get(namespace) ?? 0) > at) {
      throw new CommandError(246, "Unable to read from a snapshot due to pending collection catalog changes");
    }
    const collection = this.#committed.get(namespace);
    if (collection && txn) this.#use(collection, txn);
    return collection;
  }

  /** The collection to write to, created when there is none. Throws 112 or Blocked when someone else is just creating it. */
  obtain(db: string, name: string, txn: Transaction): Collection {
    const found = this.find(`${db}.${name}`, txn);
    if (found) return found;
    return this.create(db, name, txn);
  }

  /** Creates a collection that does not exist; others see it once `txn` is committed. */
  create(db: string, name: string, txn: Transaction): Collection {
    if (name.startsWith("system.")) throw new CommandError(73, `Invalid system namespace: ${db}.${name}`);
    const namespace = `${db}.${name}`;
    const pending = this.#pending.get(namespace);
    if (pending) txn.conflict(pending.by);
    const collection = new Collection(
      { id: this.#nextId, db, name, uuid: Buffer.from(randomUUID().replaceAll("-", ""), "hex") },
      Infinity,
    );
    this.#nextId += 1;
    this.#pending.set(namespace, { collection, by: txn });
    txn.changes.set(collection, collection.indexes);
    return collection;
  }

  /** Reserves a collection for a change by `txn`. Throws Blocked while others use it. */
  lock(collection: Collection, txn: Transaction): void {
    if (collection.changing && collection.changing !== txn) txn.conflict(collection.changing);
    for (const user of collection.users) if (user !== txn) txn.conflict(user);
    collection.changing = txn;
    if (!txn.changes.has(collection)) txn.changes.set(collection, collection.indexes);
    this.#use(collection, txn);
  }

  /** Puts a stored collection in when the database is opened. */
  load(info: CollectionInfo, createdAt: number, row: Buffer): Collection {
    const collection = new Collection(info, createdAt);
    collection.storedRow = row;
    this.#committed.set(collection.namespace, collection);
    this.#nextId = Math.max(this.#nextId, info.id + 1);
    return collection;
  }

  /** Makes a committed change visible. */
  apply(collection: Collection, indexes: Index[] | null, at: number): void {
    collection.changing = null;
    this.#pending.delete(collection.namespace);
    if (indexes) {
      collection.indexes = indexes;
      if (collection.createdAt === Infinity) collection.createdAt = at;
      this.#committed.set(collection.namespace, collection);
    } else {
      collection.dropped = true;
      this.#committed.delete(collection.namespace);
      this.#droppedAt.set(collection.namespace, at);
    }
  }

  /** Forgets a change that was aborted. */
  undo(collection: Collection): void {
    collection.changing = null;
    if (this.#pending.get(collection.namespace)?.collection === collection) this.#pending.delete(collection.namespace);
  }

  #use(collection: Collection, txn: Transaction): void {
    if (collection.users.has(txn)) return;
    collection.users.add(txn);
    txn.onSettled(() => collection.users.delete(txn));
  }
}

/** A collection's row below: name, identity and indexes. */
export function catalogRow(collection: Collection, indexes: readonly Index[]): Buffer {
  const { db, name, uuid } = collection.info;
  return encodeDocument(
    docOf({ db, name, uuid: new Binary(4, uuid), indexes: indexes.slice(1).map((index) => index.spec.shown) }),
  );
}
