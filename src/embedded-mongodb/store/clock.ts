import { Timestamp } from "../bson/value";

/** Times of the logical clock are numbers: seconds times this, plus the ordinal within the second; exact below 2^53. */
const PER_SECOND = 2 ** 20;

/** The logical clock that commits are stamped with: MongoDB's cluster time. It never goes backwards, also not over a restart. */
export class LogicalClock {
  #last: number;

  /** Continues after `stored`, the last time of an earlier run (0 for none). */
  constructor(stored: number) {
    this.#last = Math.max(stored, nowTick());
  }

  /** Time of the last commit. */
  get last(): number {
    return this.#last;
  }

  /** The time for the next commit, later than all before; not yet the last. */
  next(): number {
    return Math.max(this.#last + 1, nowTick());
  }

  /** Makes `at` the time of the last commit. */
  advance(at: number): void {
    this.#last = at;
  }
}

function nowTick(): number {
  return Math.floor(Date.now() / 1000) * PER_SECOND + 1;
}

/** A time of the logical clock as BSON shows it. */
export function toTimestamp(time: number): Timestamp {
  return new Timestamp(Math.floor(time / PER_SECOND), time % PER_SECOND);
}

/** The logical clock's time of a BSON timestamp. */
export function fromTimestamp(timestamp: Timestamp): number {
  return timestamp.t * PER_SECOND + timestamp.i;
}
