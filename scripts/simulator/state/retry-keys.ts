/** What LINE remembers of an accepted call. */
export interface AcceptedCall {
  requestId: string;
  body: string;
  sentMessages?: readonly { id: string; quoteToken?: string }[];
}

/** Retry keys: an accepted call is remembered for 24 hours, and two calls with one key never run at the same time. */
export class RetryKeys {
  private readonly accepted = new Map<string, AcceptedCall & { at: number }>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly elapsed: () => number,
    private readonly settings: { retryKeyLifeMs: number },
  ) {}

  /** The call that was accepted under this key in the last 24 hours. */
  find(key: string): AcceptedCall | null {
    const call = this.accepted.get(key);
    if (call && this.elapsed() - call.at <= this.settings.retryKeyLifeMs) return call;
    this.accepted.delete(key);
    return null;
  }

  /** Remembers that a call with this key was accepted. */
  accept(key: string, call: AcceptedCall): void {
    this.accepted.set(key, { ...call, at: this.elapsed() });
  }

  /** Waits for the call in flight under this key, if there is one, then holds the key until the returned function is called. */
  async hold(key: string): Promise<() => void> {
    while (this.running.has(key)) await this.running.get(key);
    let release = (): void => undefined;
    this.running.set(key, new Promise<void>((resolve) => (release = resolve)));
    return () => {
      this.running.delete(key);
      release();
    };
  }
}
