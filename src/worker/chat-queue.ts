/**
 * Runs work for many chats at once and for one chat one after another. A chat that is asked for again while it is at work runs once
 * more afterwards. `drain` waits until nothing is at work.
 */
export class ChatQueue {
  private readonly busy = new Map<string, { again: boolean }>();
  private readonly waiting: string[] = [];
  private running = 0;
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

  /**
   * Keeps these chats from their turn, for work that concerns several, until they are released. For one that is at work it waits so
   * many milliseconds; gives those that it holds.
   */
  async hold(chatIds: readonly string[], patienceMs: number): Promise<string[]> {
    const held = this.holdIdle(chatIds);
    const until = Date.now() + patienceMs;
    while (held.length < chatIds.length && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const known = new Set(held);
      held.push(...this.holdIdle(chatIds.filter((chatId) => !known.has(chatId))));
    }
    return held;
  }

  /** Ends the turn of these chats; who was asked for meanwhile has another. */
  release(chatIds: readonly string[]): void {
    for (const chatId of chatIds) {
      const again = this.busy.get(chatId)?.again ?? false;
      this.busy.delete(chatId);
      if (again && !this.stopped) this.waiting.push(chatId);
    }
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

  private holdIdle(chatIds: readonly string[]): string[] {
    const idle = chatIds.filter((chatId) => !this.busy.has(chatId));
    for (const chatId of idle) this.busy.set(chatId, { again: false });
    return idle;
  }

  private next(): void {
    while (this.running < this.atOnce) {
      const chatId = this.waiting.shift();
      if (chatId === undefined) break;
      const held = this.busy.get(chatId);
      if (held) {
        held.again = true;
        continue;
      }
      this.busy.set(chatId, { again: false });
      this.running++;
      void this.work(chatId)
        .catch(this.onError)
        .then(() => {
          this.running--;
          this.release([chatId]);
        });
    }
    if (this.busy.size === 0 && this.waiting.length === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
