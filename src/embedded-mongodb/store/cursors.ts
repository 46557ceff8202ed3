import { randomBytes } from "node:crypto";
import { CommandError } from "../errors";
import type { Session } from "../session/session";
import type { Collection } from "./collection";
import type { Transaction } from "./transaction";

/** Bytes of documents in one reply batch. */
const BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 600_000;

/** The rest of a result, waiting for getMore. Its buffers are never changed, so it keeps showing the moment of its query. */
export interface Cursor {
  readonly namespace: string;
  readonly results: Results;
  readonly collection: Collection | undefined;
  readonly session: Session | undefined;
  readonly txn: Transaction | null;
  readonly snapshotAt: number | undefined;
  lastUse: number;
}

/** Open cursors by id. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();

  /** Keeps a cursor and gives its id. */
  add(cursor: Cursor): bigint {
    let id = 0n;
    while (id === 0n || this.#open.has(id)) id = randomBytes(8).readBigInt64LE() >> 1n;
    this.#open.set(id, cursor);
    cursor.txn?.onSettled(() => this.#open.delete(id));
    return id;
  }

  /** The open cursor. Throws CursorNotFound (43), or QueryPlanKilled (175) when its collection is gone. */
  get(id: bigint): Cursor {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.collection?.dropped) {
      this.#open.delete(id);
      throw new CommandError(175, `collection dropped: ${cursor.namespace}`);
    }
    cursor.lastUse = Date.now();
    return cursor;
  }

  /** Closes a cursor; false when there is none. */
  close(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** Closes cursors of a session. */
  closeOf(session: Session): void {
    for (const [id, cursor] of this.#open) if (cursor.session === session) this.#open.delete(id);
  }

  /** Closes what was not asked for in ten minutes. */
  sweep(now = Date.now()): void {
    for (const [id, cursor] of this.#open) if (now - cursor.lastUse > IDLE_MS) this.#open.delete(id);
  }
}

/** A result in the order in which it is handed out. */
export class Results {
  #at = 0;
  #sawEnd = false;

  /** `finish` makes the answer's document out of a stored one; `knowsEnd` is false where MongoDB only notices the end by asking once more. */
  constructor(
    readonly documents: readonly Buffer[],
    readonly knowsEnd: boolean,
    readonly finish: (document: Buffer) => Buffer = (document) => document,
  ) {}

  /** True when nothing more can come; a batch that was filled exactly may leave this false. */
  get exhausted(): boolean {
    return this.#sawEnd || (this.knowsEnd && this.#at >= this.documents.length);
  }

  /** The next documents, at most `limit` and 16 MB. */
  take(limit: number): Buffer[] {
    const batch: Buffer[] = [];
    let bytes = 0;
    while (batch.length < limit) {
      const stored = this.documents[this.#at];
      if (!stored) {
        this.#sawEnd = true;
        break;
      }
      const document = this.finish(stored);
      bytes += document.length;
      if (batch.length > 0 && bytes > BATCH_BYTES) break;
      batch.push(document);
      this.#at += 1;
    }
    return batch;
  }
}
