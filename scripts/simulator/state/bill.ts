import type { Quota } from "../options";
import { refusals } from "../line-error";
import type { ChangeFeed } from "./change-feed";
import type { SendMethod } from "./chats";

/** LINE's plans in Thailand without VAT: baht a month, messages in it, satang for one more (null: none can be bought). */
export const thaiPlans = [
  { name: "Free", baht: 0, messages: 300, extraSatang: null },
  { name: "Basic", baht: 1280, messages: 15_000, extraSatang: 10 },
  { name: "Pro", baht: 1780, messages: 35_000, extraSatang: 6 },
] as const;

/** What one month cost so far. */
export interface Bill {
  /** yyyy-mm in LINE's time zone of statistics (UTC+9). */
  month: string;
  quota: Quota;
  /** Heads that were counted: recipients of pushes, multicasts and broadcasts. */
  used: number;
  calls: Record<SendMethod, number>;
  heads: Record<SendMethod, number>;
  /** Pushed or multicast to somebody whom it could not reach: accepted, not delivered, not counted. */
  unreached: number;
  /** What each plan would cost this month in satang, without VAT; null when it cannot carry that many. */
  plans: { name: string; satang: number | null }[];
}

interface Tally {
  calls: number;
  heads: number;
  unreached: number;
}

const methods = ["reply", "push", "multicast", "broadcast"] as const;

/** Counts what is sent, month by month, and refuses what the quota does not carry. */
export class Billing {
  /** By day (yyyy-mm-dd) and method; one tally each, however much is sent. */
  private readonly days = new Map<string, Map<SendMethod, Tally>>();
  private readonly elsewhere = new Map<string, number>();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly now: () => Date,
    private readonly settings: { quota: Quota },
  ) {}

  /** Today as yyyy-mm-dd in UTC+9. */
  today(): string {
    return new Date(this.now().getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
  }

  /** Heads counted in the current month. */
  used(): number {
    const { push, multicast, broadcast } = this.monthly((tally) => tally.heads);
    return push + multicast + broadcast + (this.elsewhere.get(this.today().slice(0, 7)) ?? 0);
  }

  /** Adds messages that were sent from LINE Official Account Manager this month. */
  useElsewhere(heads: number): void {
    const month = this.today().slice(0, 7);
    this.elsewhere.set(month, (this.elsewhere.get(month) ?? 0) + heads);
    this.feed.announce("quota");
  }

  /** Throws LINE's 429 when this many heads more would pass the month's limit. */
  ensure(heads: number): void {
    const { quota } = this.settings;
    if (heads > 0 && quota.type === "limited" && this.used() + heads > quota.value) throw refusals.monthlyLimit();
  }

  /** Counts one accepted call: heads billed, and people whom it could not reach. */
  record(method: SendMethod, heads: number, unreached: number): void {
    const day = this.days.get(this.today()) ?? new Map<SendMethod, Tally>();
    this.days.set(this.today(), day);
    const tally = day.get(method) ?? { calls: 0, heads: 0, unreached: 0 };
    day.set(method, { calls: tally.calls + 1, heads: tally.heads + heads, unreached: tally.unreached + unreached });
    this.feed.announce("quota");
  }

  /** Messages delivered on a day (yyyymmdd), as LINE's statistics tell. */
  deliveredOn(method: SendMethod, day: string): number {
    return this.days.get(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)?.get(method)?.heads ?? 0;
  }

  /** The bill of the current month. */
  bill(): Bill {
    const unreached = Object.values(this.monthly((tally) => tally.unreached)).reduce((sum, one) => sum + one, 0);
    const used = this.used();
    const plans = thaiPlans.map((plan) => {
      const extra = Math.max(0, used - plan.messages);
      if (extra > 0 && plan.extraSatang === null) return { name: plan.name, satang: null };
      return { name: plan.name, satang: plan.baht * 100 + extra * (plan.extraSatang ?? 0) };
    });
    return {
      month: this.today().slice(0, 7),
      quota: this.settings.quota,
      used,
      calls: this.monthly((tally) => tally.calls),
      heads: this.monthly((tally) => tally.heads),
      unreached,
      plans,
    };
  }

  private monthly(of: (tally: Tally) => number): Record<SendMethod, number> {
    const month = this.today().slice(0, 7);
    const days = [...this.days].filter(([day]) => day.startsWith(month)).map(([, tallies]) => tallies);
    const sum = (method: SendMethod): number =>
      days.reduce((total, tallies) => total + of(tallies.get(method) ?? { calls: 0, heads: 0, unreached: 0 }), 0);
    return Object.fromEntries(methods.map((method) => [method, sum(method)])) as Record<SendMethod, number>;
  }
}
