import type { Operation } from "../endpoints/operations";
import type { ChangeFeed } from "./change-feed";

/**
 * What can be made to go wrong with a call. "before" and "after" say whether LINE had accepted the call: after an accepted
 * one the message is in the chat and the retry key is taken, though the caller does not hear it.
 */
export type FaultKind =
  | "error-before"
  | "error-after"
  | "hang-before"
  | "hang-after"
  | "reset-before"
  | "reset-after"
  | "slow"
  | "rate-limit"
  | "monthly-limit"
  | "unauthorized"
  | "bad-request";

/** A fault in waiting. */
export interface Fault {
  operation: Operation;
  kind: FaultKind;
  /** How many calls it still meets. */
  times: number;
  /** Only calls whose body holds this text. */
  containing?: string;
  /** For "slow": milliseconds until the call is accepted. */
  ms?: number;
}

/** The faults that wait for calls, oldest first. */
export class Faults {
  private waiting: Fault[] = [];

  constructor(private readonly feed: ChangeFeed) {}

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
    this.feed.announce("fault");
  }

  /** The fault that meets this call, counted down; null when the call goes well. */
  take(operation: Operation, body: string): Fault | null {
    const fault = this.waiting.find(
      (one) => one.operation === operation && (one.containing === undefined || body.includes(one.containing)),
    );
    if (!fault) return null;
    fault.times -= 1;
    this.waiting = this.waiting.filter((one) => one.times > 0);
    this.feed.announce("fault");
    return { ...fault };
  }

  all(): Fault[] {
    return this.waiting.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.waiting = [];
    this.feed.announce("fault");
  }
}
