/** A token bucket on real time: so many calls a second, and no more than a second's worth at once. */
export class RateLimit {
  private tokens: number;
  private at = Date.now();
  private pausedUntil = 0;

  /** @param perSecond calls a second that this process may make; a function, since the share of LINE's limit moves with the lanes. */
  constructor(private readonly perSecond: () => number) {
    this.tokens = Math.max(perSecond(), 1);
  }

  /** Takes one call; gives how long to wait before it, in milliseconds. */
  take(): number {
    const now = Date.now();
    const rate = Math.max(this.perSecond(), 1);
    this.tokens = Math.min(rate, this.tokens + ((now - this.at) / 1000) * rate) - 1;
    this.at = now;
    const debtMs = this.tokens < 0 ? (-this.tokens / rate) * 1000 : 0;
    return Math.max(debtMs, this.pausedUntil - now, 0);
  }

  /** LINE said that the limit was passed: nothing goes for a while. */
  pause(ms: number): void {
    this.pausedUntil = Date.now() + ms;
  }
}
