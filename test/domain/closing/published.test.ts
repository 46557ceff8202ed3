import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { assetAccounts, moneyParts, usesOf } from "../../../src/domain/closing/published";
import { satang, sum } from "../../../src/domain/money";

const sums = fc.integer({ min: 0, max: 10_000_000_00 }).map(satang);

describe("what is published of a group's money", () => {
  it("adds up to the satang, whatever assets it has, and leaves none of them out", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...assetAccounts), sums)), (list) => {
        const balances = new Map(list);
        const { total, parts } = moneyParts(balances);
        expect(sum(parts.map(({ amount }) => amount))).toBe(total);
        expect(total).toBe(sum(balances.values()));
      }),
    );
  });

  it("names what was lent, the bank and the cash first, and every other asset by its account", () => {
    const balances = new Map([
      ["1100", satang(30_000_00)],
      ["1110", satang(320_000_00)],
      ["1200", satang(1_600_000_00)],
      ["1210", satang(100_000_00)],
      ["1300", satang(5_00)],
    ] as const);
    expect(moneyParts(balances)).toEqual({
      total: 2_050_005_00,
      parts: [
        { part: "lent", amount: 1_700_000_00 },
        { part: "bank", amount: 320_000_00 },
        { part: "cash", amount: 30_000_00 },
        { part: "1300", amount: 5_00 },
      ],
    });
  });

  it("counts households by purpose, and never fewer than five", () => {
    const loans = (purpose: string, households: number) =>
      Array.from({ length: households }, (_, index) => ({ purpose, household: `${purpose} ${index}` }));
    expect(usesOf([...loans("ซื้อปุ๋ย", 7), ...loans("ซ่อมบ้าน", 3), ...loans("ค่าเทอม", 4)])).toEqual([
      { purpose: "ซื้อปุ๋ย", households: 7 },
      { purpose: null, households: 7 },
    ]);
    expect(usesOf([...loans("ซื้อปุ๋ย", 5), ...loans("ค่าเทอม", 4)])).toEqual([
      { purpose: "ซื้อปุ๋ย", households: 5 },
      { purpose: null, households: null },
    ]);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ purpose: fc.constantFrom("a", "b", " ", "c"), household: fc.constantFrom(..."123456789") }),
        ),
        (list) => {
          for (const { households } of usesOf(list)) expect(households ?? 5).toBeGreaterThanOrEqual(5);
        },
      ),
    );
  });
});
