import { CommandError } from "../errors";
import type { Index } from "../index/index";
import type { Collection } from "./collection";
import type { StoredRecord, View } from "./record";

/** Thrown by a write outside of transactions that meets another writer; it waits for `holder` and then tries again. */
export class Blocked extends Error {
  constructor(readonly holder: Transaction) {
    super("blocked by another writer");
  }
}

/** A group of writes that becomes visible at once: a client's transaction, or one command (`explicit` false). */
export class Transaction {
  readonly view: View;
  readonly writes = new Map<StoredRecord, Collection>();
  /** Collections that it creates, drops or gives other indexes, and the indexes they shall have; null drops. */
  readonly changes = new Map<Collection, Index[] | null>();
  state: "open" | "committing" | "committed" | "aborted" = "open";
  /** Bytes of documents that committing adds (negative: frees). */
  growth = 0;
  /** The last command that had to wait for this transaction, for the message when it is ended by force. */
  waiter: string | undefined;
  #settle: (() => void)[] = [];

  /** `snapshot` is the logical time that reads see; `startedBy` names the first command. */
  constructor(
    readonly explicit: boolean,
    snapshot: number,
    readonly startedBy: string,
  ) {
    this.view = { at: snapshot, by: this };
  }

  /** True while nothing was written or changed. */
  get idle(): boolean {
    return this.writes.size === 0 && this.changes.size === 0;
  }

  /** Calls back once this is committed or aborted. */
  onSettled(listener: () => void): void {
    this.#settle.push(listener);
  }

  /** Ends it; everyone who waits goes on. */
  settle(state: "committed" | "aborted"): void {
    this.state = state;
    const listeners = this.#settle;
    this.#settle = [];
    for (const listener of listeners) listener();
  }

  /** Throws what a writer hears that meets the unfinished write of `holder`: try the transaction again, or wait. */
  conflict(holder: Transaction): never {
    if (this.explicit) throw writeConflict();
    throw new Blocked(holder);
  }
}

/** MongoDB's answer to the second writer: the transaction may be tried again. */
export function writeConflict(): CommandError {
  const message = "Write conflict: please retry your operation or multi-document transaction.";
  return new CommandError(112, message, { labels: ["TransientTransactionError"] });
}
