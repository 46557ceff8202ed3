import { CommandError, REFUSED } from "./errors";
import { Cursors } from "./store/cursors";
import { Catalog } from "./store/catalog";
import { LogicalClock } from "./store/clock";
import { Commits } from "./store/commits";
import { Snapshots } from "./store/snapshots";
import { Transaction } from "./store/transaction";
import type { Storage } from "./storage/storage";
import { loadRows } from "./storage/load";
import { sweepExpired } from "./index/ttl";
import { Sessions } from "./session/sessions";
import type { FailPoint } from "./server/fail-point";
import { Rough } from "./server/rough";

/** Texts of refusals that are kept. */
const MOST_REFUSALS = 1000;

/** How an engine is to behave. */
export interface EngineOptions {
  readonly storage: Storage | null;
  /** Most bytes of documents that it takes. */
  readonly maxBytes: number;
  readonly transactionLifetimeMs: number;
  /** Commands that only test suites use. */
  readonly testCommands: boolean;
  /** Seed of rough mode, undefined for none. */
  readonly roughSeed: number | undefined;
  /** Milliseconds between two sweeps of TTL indexes, sessions and cursors. */
  readonly sweepMs: number;
  readonly onFatal: (error: unknown) => void;
  readonly log: (line: string) => void;
}

/** One database server without its sockets: everything that commands work on. */
export class Engine {
  readonly commits: Commits;
  readonly catalog = new Catalog();
  readonly snapshots: Snapshots;
  readonly sessions: Sessions;
  readonly cursors = new Cursors();
  readonly rough: Rough | undefined;
  /** Texts of the refusals so far. */
  readonly refusals: string[] = [];
  failPoint: FailPoint | undefined;
  stopping = false;
  readonly #timer: NodeJS.Timeout;

  constructor(readonly options: EngineOptions) {
    const clock = new LogicalClock(options.storage?.loaded.time ?? 0);
    this.rough = options.roughSeed === undefined ? undefined : new Rough(options.roughSeed);
    this.snapshots = new Snapshots(clock);
    this.commits = new Commits({
      clock,
      snapshots: this.snapshots,
      catalog: this.catalog,
      storage: options.storage,
      onFatal: options.onFatal,
      delay: this.rough && (() => (this.rough as Rough).delay()),
    });
    this.sessions = new Sessions(this.commits, options.transactionLifetimeMs, options.log);
    if (options.storage) loadRows(this, options.storage.loaded.rows);
    this.#timer = setInterval(() => void this.sweep(), options.sweepMs);
    this.#timer.unref();
  }

  /** Logical clock of the commits. */
  get clock(): LogicalClock {
    return this.commits.parts.clock;
  }

  /** Removes what has expired: documents of TTL indexes, idle sessions and cursors. */
  async sweep(): Promise<void> {
    if (this.stopping) return;
    this.cursors.sweep();
    const rows = this.sessions.sweep();
    if (rows.length > 0) await this.commits.commit(new Transaction(false, Infinity, "session sweep"), () => rows);
    await sweepExpired(this);
  }

  /** Refuses a document that the cap on all documents has no room for. */
  checkRoom(bytes: number): void {
    if (bytes <= 0 || this.commits.bytes + bytes <= this.options.maxBytes) return;
    const mega = Math.round(this.options.maxBytes / 1e6);
    throw new CommandError(14031, `embedded: the database is full (${mega} MB); delete something or use a replica set`);
  }

  /** Counts a refusal, and a command that does not exist here. */
  noteError(error: CommandError): void {
    if (error.code !== REFUSED && error.code !== 59) return;
    if (this.refusals.length < MOST_REFUSALS) this.refusals.push(error.message);
    this.options.log(error.message);
  }

  /** Ends open transactions, lets what is being written finish, and closes the storage. */
  async close(): Promise<void> {
    this.stopping = true;
    clearInterval(this.#timer);
    for (const session of this.sessions.known()) this.sessions.abort(session, "the server is stopping");
    await this.commits.idle();
    await this.options.storage?.close();
  }
}
