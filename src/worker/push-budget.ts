import type { Urgency } from "../domain/notices";
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

  /** So many more heads were pushed to. */
  count(heads: number): void {
    this.used += heads;
  }

  /** How many more heads may be pushed to: `now` may use up what is left, everything else stops before the reserve. Never below 0. */
  room(urgency: Urgency): number {
    if (this.limit === null) return Infinity;
    const reserve = Math.max(leastReserve, Math.floor((this.limit * reservePercent) / 100));
    return Math.max(this.limit - this.used - (urgency === "now" ? 0 : reserve), 0);
  }

  /** Whether only approvals and what protects a person's money and account may be pushed: the rest rides, or waits for the new month. */
  get isReserved(): boolean {
    return this.room("day") === 0;
  }
}
