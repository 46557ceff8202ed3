import { describe, expect, it } from "@jest/globals";
import { PushBudget } from "../../src/worker/push-budget";

const quota = (limit: number | null, used: number) => ({ quota: () => Promise.resolve({ limit, used }) });

describe("the month's messages", () => {
  it("keep a tenth, at least twenty, for what cannot wait", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(300, 269));
    expect(budget.isReserved).toBe(false);
    expect(budget.take("1", 1, "day")).toBe(true);
    budget.close("1", false);
    expect(budget.isReserved).toBe(true);
    await budget.refresh(quota(100, 79));
    expect(budget.isReserved).toBe(false);
    await budget.refresh(quota(100, 80));
    expect(budget.isReserved).toBe(true);
  });

  it("may be used up by what cannot wait; everything else stops before the reserve", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(1_000, 850));
    expect([budget.room("now"), budget.room("day")]).toEqual([150, 50]);
    budget.take("1", 60, "now");
    expect([budget.room("now"), budget.room("day")]).toEqual([90, 0]);
    budget.take("2", 100, "now");
    expect([budget.room("now"), budget.room("day")]).toEqual([0, 0]);
  });

  it("let exactly one more go where there is room for one, however many ask at once", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(100, 79));
    expect([budget.take("1", 2, "day"), budget.take("2", 1, "day"), budget.take("3", 1, "day")]).toEqual([
      false,
      true,
      false,
    ]);
    expect(budget.take("4", 1, "now")).toBe(true);
    budget.close("2", true);
    expect(budget.room("day")).toBe(0);
    budget.close("4", true);
    expect(budget.room("day")).toBe(1);
  });

  it("count a delivery once, however often it is repeated, and not what LINE refused", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(1_000, 0));
    for (let attempt = 0; attempt < 3; attempt++) {
      budget.take("1", 500, "now");
      budget.close("1", false); // No answer: LINE may have taken it.
    }
    expect(budget.room("now")).toBe(500);
    budget.take("1", 500, "now");
    budget.close("1", true);
    expect(budget.room("now")).toBe(1_000);
  });

  it("are what LINE says, and what is just on its way besides", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(1_000, 0));
    budget.take("1", 100, "now");
    budget.close("1", false);
    budget.take("2", 10, "now");
    await budget.refresh(quota(1_000, 300));
    expect(budget.room("now")).toBe(690);
  });

  it("are endless on a plan without a limit", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(null, 1_000_000));
    expect(budget.isReserved).toBe(false);
    expect(budget.room("day")).toBe(Infinity);
  });
});
