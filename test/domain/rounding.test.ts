import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { satang } from "../../src/domain/money";
import { roundedProduct, roundedQuotient, roundingModes, safeQuotient } from "../../src/domain/rounding";

const rounding = fc.record({
  mode: fc.constantFrom(...roundingModes),
  multiple: fc.constantFrom(1, 25, 100, 10_000).map(satang),
});
const most = 2 ** 52;
const anySize = fc.oneof(fc.nat(1_000), fc.nat(), fc.integer({ min: 0, max: most + 5 }));

describe("a quotient in plain numbers", () => {
  it("is that of whole numbers of any size, beside whole and half multiples too, and none where a product may not be safe", () => {
    const beside = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(anySize, anySize, fc.boolean(), beside, rounding, (times, by, halved, off, how) => {
        const divisor = Math.max(1, by);
        const step = divisor * how.multiple;
        // As near as may be below, at or above a multiple, or the middle between two.
        const whole = Math.floor(most / step) > 0 ? (times % Math.floor(most / step)) * step : times;
        const dividend = Math.max(0, whole + (halved ? Math.floor(step / 2) : 0) + off);
        const told = safeQuotient(dividend, divisor, how);
        if (dividend >= most || step >= most) expect(told).toBeNull();
        else expect(told).toBe(roundedQuotient(BigInt(dividend), BigInt(divisor), how));
      }),
      { numRuns: 20_000 },
    );
  });

  it("gives way to whole numbers where plain ones lose digits", () => {
    const fraction = fc.record({ num: fc.bigInt(0n, 10n ** 30n), den: fc.bigInt(10n ** 18n, 10n ** 30n) });
    fc.assert(
      fc.property(fc.nat(), fraction, rounding, (amount, { num, den }, how) => {
        fc.pre((BigInt(amount) * num) / den < BigInt(most));
        expect(roundedProduct(amount, { num, den }, how)).toBe(roundedQuotient(BigInt(amount) * num, den, how));
      }),
      { numRuns: 2_000 },
    );
  });
});
