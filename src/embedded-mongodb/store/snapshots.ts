import type { LogicalClock } from "./clock";
import type { Collection } from "./collection";
import type { StoredRecord } from "./record";

/** Knows which old states someone still reads, and lets the versions go that nobody does. */
export class Snapshots {
  readonly #held = new Map<object, number>();
  #old = new Map<StoredRecord, Collection>();
  #horizon: number;

  constructor(readonly clock: LogicalClock) {
    this.#horizon = clock.last;
  }

  /** Keeps what could be read at `at` until `holder` releases it. */
  hold(holder: object, at: number): void {
    this.#held.set(holder, at);
  }

  /** Lets go of what `holder` held. */
  release(holder: object): void {
    if (!this.#held.delete(holder) || this.#old.size === 0) return;
    const horizon = this.#oldest();
    const waiting = this.#old;
    this.#old = new Map();
    for (const [record, collection] of waiting) this.#prune(record, collection, horizon);
  }

  /** True when every version that a read at `at` needs is still here. */
  complete(at: number): boolean {
    return at >= this.#horizon;
  }

  /** To be called after a commit put a version on top of older ones. */
  superseded(record: StoredRecord, collection: Collection): void {
    this.#prune(record, collection, this.#oldest());
  }

  #oldest(): number {
    let oldest = this.clock.last;
    for (const at of this.#held.values()) if (at < oldest) oldest = at;
    return oldest;
  }

  #prune(record: StoredRecord, collection: Collection, horizon: number): void {
    let version = record.head;
    while (version && version.at > horizon) version = version.older;
    if (version?.older) {
      this.#horizon = Math.max(this.#horizon, version.at);
      const gone = version.older;
      version.older = null;
      for (let each: typeof version | null = gone; each; each = each.older) collection.forget(record, each.doc);
    }
    if (version && version === record.head && version.doc === null) {
      this.#horizon = Math.max(this.#horizon, version.at);
      collection.dropIfEmpty(record);
    } else if (record.head?.older) this.#old.set(record, collection);
  }
}
