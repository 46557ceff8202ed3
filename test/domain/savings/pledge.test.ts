import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addMonths, type YearMonth } from "../../../src/domain/dates";
import { baht, satang } from "../../../src/domain/money";
import { pledgeDue, pledgeStanding, type Pledging } from "../../../src/domain/savings/pledge";

const member = (facts: Partial<Pledging> = {}): Pledging => ({
  pledge: baht(100),
  pledgePaidThrough: "2026-02" as YearMonth,
  pledgeBase: baht(4_000),
  ...facts,
});
const march = "2026-03" as YearMonth;

describe("how far a pledge is paid", () => {
  it.each([
    [4_000, "2026-02", 0],
    [4_050, "2026-02", 50],
    [4_100, "2026-03", 0],
    [4_350, "2026-05", 50],
    [3_900, "2026-01", 0],
    [3_950, "2026-01", 50],
  ])("follows from savings of %d baht", (savings, paidThrough, over) => {
    expect(pledgeStanding(member(), baht(savings))).toEqual({ paidThrough, over: baht(over) });
  });

  it.each([
    [4_000, [], 100],
    [4_040, [], 60],
    [4_100, [], 0],
    [4_250, [], 0],
    [3_800, ["2026-01", "2026-02"], 300],
    [3_750, ["2025-12", "2026-01", "2026-02"], 350],
  ])("with %d baht in March: months %j are behind, %d baht are due", (savings, arrears, due) => {
    expect(pledgeDue(member(), baht(savings), march)).toEqual({ arrears, amount: baht(due) });
  });

  it("asks nothing of who pledged nothing", () => {
    const saver = member({ pledge: baht(0) });
    expect(pledgeDue(saver, baht(9_999), march)).toEqual({ arrears: [], amount: 0 });
    expect(pledgeStanding(saver, baht(9_999))).toEqual({ paidThrough: "2026-02", over: 0 });
  });

  it("is paid to the month and nothing over once what is due is paid", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_00 }),
        fc.integer({ min: 0, max: 59 }),
        fc.nat(999_999),
        (pledge, behind, part) => {
          const one = member({ pledge: satang(pledge), pledgePaidThrough: addMonths(march, -1 - behind) });
          const savings = satang(one.pledgeBase + (part % pledge));
          const { amount } = pledgeDue(one, savings, march);
          expect(pledgeStanding(one, satang(savings + amount))).toEqual({ paidThrough: march, over: 0 });
        },
      ),
    );
  });
});
