import { specOf, type Operation, type Rate } from "../endpoints/operations";

/** One token bucket per operation, as LINE has them: full at first, refilled evenly. */
export class RateLimits {
  private readonly buckets = new Map<Operation, { tokens: number; at: number }>();

  constructor(
    private readonly elapsed: () => number,
    private readonly settings: { rateLimits: Partial<Record<Operation, Rate>> },
  ) {}

  /** Takes a token; false when the bucket is empty. */
  take(operation: Operation): boolean {
    const { burst, perMs } = this.settings.rateLimits[operation] ?? specOf(operation).rate;
    const at = this.elapsed();
    const before = this.buckets.get(operation) ?? { tokens: burst, at };
    const tokens = Math.min(burst, before.tokens + ((at - before.at) * burst) / perMs);
    const taken = tokens >= 1;
    this.buckets.set(operation, { tokens: taken ? tokens - 1 : tokens, at });
    return taken;
  }
}
