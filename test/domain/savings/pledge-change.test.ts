import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addMonths, type YearMonth } from "../../../src/domain/dates";
import { baht, satang } from "../../../src/domain/money";
import {
  changeHoldsFrom,
  pledgeDue,
  pledgeIn,
  pledgeStanding,
  withPledgeStep,
  type Pledging,
} from "../../../src/domain/savings/pledge";

const january = "2026-01" as YearMonth;
const member: Pledging = { pledge: baht(100), pledgePaidThrough: january, pledgeBase: baht(0) };

/** The member after her pledge was changed in a month with so much in her savings (satang). */
function changed(one: Pledging, savings: number, month: YearMonth, pledge: number): Pledging {
  const from = changeHoldsFrom(one, satang(savings), month);
  return { ...one, pledgeSteps: withPledgeStep(one, { from, pledge: satang(pledge) }) };
}

const changes = fc.array(
  fc.record({
    paid: fc.integer({ min: 0, max: 200_000 }),
    takenBack: fc.integer({ min: 0, max: 50_000 }),
    pledge: fc.integer({ min: 1_000, max: 60_000 }),
    later: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 6 },
);

describe("a changed pledge", () => {
  it("holds from the next month, and behind what is paid ahead or begun; arrears are owed as pledged", () => {
    const march = "2026-03" as YearMonth;
    expect(changeHoldsFrom(member, baht(0), march)).toBe("2026-04");
    expect(changeHoldsFrom(member, baht(500), march)).toBe("2026-07");
    expect(changeHoldsFrom(member, baht(530), march)).toBe("2026-08");
    const late = changed(member, 0, march, 200_00);
    expect(pledgeDue(late, baht(0), march)).toEqual({ arrears: ["2026-02"], amount: baht(200) });
    expect(pledgeDue(late, baht(0), "2026-04" as YearMonth).amount).toBe(baht(400));
    expect(pledgeStanding(late, baht(400))).toEqual({ paidThrough: "2026-04", over: 0 });
  });

  it("never changes which months count as paid, whatever was paid, taken back and changed before", () => {
    fc.assert(
      fc.property(changes, (steps) => {
        let [one, savings, month] = [member, 0, january];
        for (const { paid, takenBack, pledge, later } of steps) {
          savings = Math.max(0, savings + paid - takenBack);
          month = addMonths(month, later);
          const before = pledgeStanding(one, satang(savings));
          one = changed(one, savings, month, pledge);
          expect(pledgeStanding(one, satang(savings))).toEqual(before);
          expect(one.pledgeSteps?.at(-1)?.pledge).toBe(pledge);
        }
      }),
    );
  });

  it("takes back by a reversal the months that its deposit paid, and never more with more savings paid in", () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 300_000 }), (steps, deposit) => {
        let [one, savings, month] = [member, 0, january];
        for (const { paid, pledge, later } of steps) {
          savings += paid;
          month = addMonths(month, later);
          one = changed(one, savings, month, pledge);
        }
        const before = pledgeStanding(one, satang(savings));
        const after = pledgeStanding(one, satang(savings + deposit));
        expect(after.paidThrough >= before.paidThrough).toBe(true);
        expect(after.over).toBeLessThan(pledgeIn(one, addMonths(after.paidThrough, 1)));
      }),
    );
  });

  it("is due to the satang: who pays what is due has paid the month", () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 0, max: 36 }), (steps, ahead) => {
        let [one, savings, month] = [member, 0, january];
        for (const { paid, pledge, later } of steps) {
          savings += paid;
          month = addMonths(month, later);
          one = changed(one, savings, month, pledge);
        }
        const at = addMonths(month, ahead);
        const { amount } = pledgeDue(one, satang(savings), at);
        if (amount > 0) expect(pledgeStanding(one, satang(savings + amount))).toEqual({ paidThrough: at, over: 0 });
      }),
    );
  });
});
