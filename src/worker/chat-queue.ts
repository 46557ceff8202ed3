/**
 * Runs work for many chats at once and for one chat one after another. A chat that is asked for again while it is at work runs once
 * more afterwards. `drain` waits until nothing is at work.
 */
export class ChatQueue {
  private readonly busy = new Map<string, { again: boolean }>();
  private readonly waiting: string[] = [];
  private readonly idle: (() => void)[] = [];
  private stopped = false;

  constructor(
    private readonly work: (chatId: string) => Promise<void>,
    private readonly atOnce: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Chats that are at work or wait for their turn. */
  get chats(): string[] {
    return [...this.busy.keys(), ...this.waiting];
  }

  /** Asks for a chat's turn. */
  ask(chatId: string): void {
    if (this.stopped) return;
    const running = this.busy.get(chatId);
    if (running) running.again = true;
    else if (!this.waiting.includes(chatId)) this.waiting.push(chatId);
    this.next();
  }

  /** Takes no more work and waits until what runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.waiting.length = 0;
    await this.drain();
  }

  /** Resolves when nothing is at work and nothing waits. */
  drain(): Promise<void> {
    if (this.busy.size === 0 && this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private next(): void {
    while (this.busy.size < this.atOnce) {
      const chatId = this.waiting.shift();
      if (chatId === undefined) break;
      const state = { again: false };
      this.busy.set(chatId, state);
      void this.work(chatId)
        .catch(this.onError)
        .then(() => {
          this.busy.delete(chatId);
          if (state.again && !this.stopped) this.waiting.push(chatId);
          this.next();
        });
    }
    if (this.busy.size === 0 && this.waiting.length === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
