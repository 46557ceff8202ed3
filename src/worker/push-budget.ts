import type { LineClient } from "../line/client";

/** The share of the month's messages that only what cannot wait may use, in percent, and its least number. */
const reservePercent = 10;
const leastReserve = 20;

/** What this process knows of the month's messages: read from LINE at start and daily, counted on in between. */
export class PushBudget {
  private limit: number | null = null;
  private used = 0;

  /** Asks LINE for the plan's limit (null: none) and how many are used. Throws what the client throws. */
  async refresh(line: Pick<LineClient, "quota">): Promise<void> {
    const { limit, used } = await line.quota();
    this.limit = limit;
    this.used = used;
  }

  /** One more head was pushed to. */
  count(): void {
    this.used++;
  }

  /** Whether only approvals and what protects a person's money and account may be pushed: the rest rides, or waits for the new month. */
  get isReserved(): boolean {
    if (this.limit === null) return false;
    const reserve = Math.max(leastReserve, Math.floor((this.limit * reservePercent) / 100));
    return this.limit - this.used <= Math.min(reserve, this.limit);
  }
}
