import type { Urgency } from "../domain/notices";
import type { LineClient } from "../line/client";

/** The share of the month's messages that only what cannot wait may use, in percent, and its least number. */
const reservePercent = 10;
const leastReserve = 20;

/**
 * What this process knows of the month's messages: read from LINE at start and hourly, counted on in between by deliveries. A delivery
 * counts from before its call until LINE refuses it, and once however often it is repeated. What other processes send is known with
 * LINE's next figure.
 */
export class PushBudget {
  private limit: number | null = null;
  private used = 0;
  /** Heads of deliveries since LINE's figure. */
  private readonly heads = new Map<string, number>();
  private headsTaken = 0;
  private readonly underWay = new Set<string>();

  /** Asks LINE for the plan's limit (null: none) and how many are used. Throws what the client throws. */
  async refresh(line: Pick<LineClient, "quota">): Promise<void> {
    const { limit, used } = await line.quota();
    this.limit = limit;
    this.used = used;
    for (const id of [...this.heads.keys()]) if (!this.underWay.has(id)) this.forget(id);
  }

  /** Takes the heads of a delivery that is about to be sent; false when that would reach into the reserve and it can wait. */
  take(id: string, heads: number, urgency: Urgency): boolean {
    if (urgency !== "now" && this.room(urgency) < heads) return false;
    this.underWay.add(id);
    this.forget(id);
    this.heads.set(id, heads);
    this.headsTaken += heads;
    return true;
  }

  /** The call of a delivery is over; of what LINE refused nothing is used. */
  close(id: string, isRefused: boolean): void {
    this.underWay.delete(id);
    if (isRefused) this.forget(id);
  }

  /** How many more heads may be pushed to: `now` may use up what is left, everything else stops before the reserve. Never below 0. */
  room(urgency: Urgency): number {
    if (this.limit === null) return Infinity;
    const reserve = Math.max(leastReserve, Math.floor((this.limit * reservePercent) / 100));
    return Math.max(this.limit - this.used - this.headsTaken - (urgency === "now" ? 0 : reserve), 0);
  }

  /** Whether only approvals and what protects a person's money and account may be pushed: the rest rides, or waits for the new month. */
  get isReserved(): boolean {
    return this.room("day") === 0;
  }

  private forget(id: string): void {
    this.headsTaken -= this.heads.get(id) ?? 0;
    this.heads.delete(id);
  }
}
