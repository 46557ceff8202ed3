import { CommandError } from "../errors";
import type { Commits } from "../store/commits";
import { Transaction } from "../store/transaction";
import type { RowChange } from "../storage/rows";
import { Session } from "./session";

/** Minutes after which an unused session is forgotten (logicalSessionTimeoutMinutes). */
export const SESSION_TIMEOUT_MINUTES = 30;

/** Time in milliseconds for which a snapshot outside of a transaction stays readable after its last use. */
const SNAPSHOT_IDLE_MS = 300_000;

/** All logical sessions, and the life and death of their transactions. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  constructor(
    readonly commits: Commits,
    /** Milliseconds that a transaction may stay open. */
    readonly lifetimeMs: number,
    readonly log: (line: string) => void,
  ) {}

  /** The session with these id bytes, made when it is new. */
  get(id: Buffer): Session {
    const key = id.toString("latin1");
    let session = this.#sessions.get(key);
    if (!session) {
      if (this.#sessions.size >= 100_000) throw new CommandError(261, "Too many logical sessions");
      session = new Session(Buffer.from(id));
      this.#sessions.set(key, session);
    }
    session.lastUse = Date.now();
    return session;
  }

  /** Puts a stored session in when the database is opened. */
  load(id: Buffer, row: Buffer): void {
    this.#sessions.set(id.toString("latin1"), Session.load(id, row));
  }

  /** Opens the session's transaction on what is committed now. */
  begin(session: Session, command: string): Transaction {
    const { clock, snapshots } = this.commits.parts;
    const txn = new Transaction(true, clock.last, command);
    snapshots.hold(txn, clock.last);
    session.txn = txn;
    session.outcome = "open";
    const timer = setTimeout(() => this.#expire(session, txn), this.lifetimeMs);
    timer.unref();
    txn.onSettled(() => clearTimeout(timer));
    return txn;
  }

  /** Rolls the session's open transaction back, if there is one that is not already being committed. */
  abort(session: Session, because = ""): void {
    const txn = session.txn;
    if (!txn || txn.state !== "open") return;
    session.txn = null;
    session.outcome = "aborted";
    session.abortedBecause = because;
    this.commits.abort(txn);
  }

  /** Keeps the snapshot at `at` readable for the session. */
  pin(session: Session, at: number): void {
    session.snapshotUse = Date.now();
    this.commits.parts.snapshots.hold(session, at);
  }

  /** endSessions, killSessions: open transactions and snapshots go; results stay for a repeated request. */
  end(session: Session): void {
    this.abort(session, "the session was ended");
    session.snapshotUse = undefined;
    this.commits.parts.snapshots.release(session);
  }

  /** Sessions with these ids, or all. */
  known(ids?: Buffer[]): Session[] {
    if (!ids) return [...this.#sessions.values()];
    return ids.map((id) => this.#sessions.get(id.toString("latin1"))).filter((session) => session !== undefined);
  }

  /** Forgets what nobody used for long; to be called every minute or so. Returns the rows to remove below. */
  sweep(now = Date.now()): RowChange[] {
    const removed: RowChange[] = [];
    for (const [key, session] of this.#sessions) {
      const idle = now - session.lastUse;
      if (session.busy || session.txn) continue;
      if (now - (session.snapshotUse ?? now) > SNAPSHOT_IDLE_MS) this.end(session);
      if (idle <= SESSION_TIMEOUT_MINUTES * 60_000) continue;
      this.#sessions.delete(key);
      const row = session.removal();
      if (row) removed.push(row);
    }
    return removed;
  }

  #expire(session: Session, txn: Transaction): void {
    if (session.txn !== txn || txn.state !== "open") return;
    const waited = txn.waiter
      ? ` while "${txn.waiter}" was waiting for it outside of that transaction (a forgotten session?)`
      : "";
    const because = `begun by "${txn.startedBy}", it was open for more than ${this.lifetimeMs / 1000} s${waited}`;
    this.log(`embedded: a transaction was ended: ${because}`);
    this.abort(session, because);
  }
}
