import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { effectiveYearlyBps } from "../../../src/domain/loans/schedule/effective-rate";
import { baht, satang, type Satang } from "../../../src/domain/money";

const monthly = { count: 1, unit: "month" } as const;

/** The yield of one period as a float, by halving; good enough to say on which side of a half point it lies. */
function yieldOf(totals: readonly number[], received: number): number {
  const worth = (rate: number) => totals.reduce((all, total, at) => all + total / (1 + rate) ** (at + 1), 0);
  let [low, high] = [0, 100];
  for (let turn = 0; turn < 200; turn++) {
    const middle = (low + high) / 2;
    if (worth(middle) >= received) low = middle;
    else high = middle;
  }
  return low;
}

describe("the effective yearly rate", () => {
  it("is the rate itself where a loan costs nothing else, and more with a fee", () => {
    const year = [...Array.from({ length: 11 }, () => baht(100)), baht(10_100)];
    expect(effectiveYearlyBps(year, baht(10_000), monthly)).toBe(1_200);
    expect(effectiveYearlyBps(year, baht(9_900), monthly)).toBeGreaterThan(1_200);
    expect(effectiveYearlyBps([baht(10_000)], baht(10_000), monthly)).toBe(0);
    expect(effectiveYearlyBps([baht(10_100)], baht(10_000), { count: 1, unit: "week" })).toBe(5_200);
    expect(effectiveYearlyBps([baht(10_100)], baht(10_000), { count: 73, unit: "day" })).toBe(500);
  });

  it("of flat interest is nearly twice what is said of it", () => {
    const flat = Array.from({ length: 12 }, () => satang(93_333));
    expect(effectiveYearlyBps(flat, baht(10_000), monthly)).toBe(2_146);
  });

  it("agrees with the yield that floats find, to the half point", () => {
    const paid = fc.array(fc.nat(5_000_00), { minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(paid, fc.integer({ min: 50, max: 100 }), (amounts, percent) => {
        const totals = amounts.map((amount) => (amount + 1_00) as Satang);
        const all = totals.reduce((sum, total) => sum + total, 0);
        const received = satang(Math.max(1, Math.floor((all * percent) / 100)));
        const bps = effectiveYearlyBps(totals, received, monthly);
        expect(Math.abs(yieldOf(totals, received) * 120_000 - bps)).toBeLessThanOrEqual(0.5 + 1e-4);
      }),
      { numRuns: 500 },
    );
  });
});
