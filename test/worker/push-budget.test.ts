import { describe, expect, it } from "@jest/globals";
import { PushBudget } from "../../src/worker/push-budget";

const quota = (limit: number | null, used: number) => ({ quota: () => Promise.resolve({ limit, used }) });

describe("the month's messages", () => {
  it("keep a tenth, at least twenty, for what cannot wait", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(300, 269));
    expect(budget.isReserved).toBe(false);
    budget.count(1);
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
    budget.count(60);
    expect([budget.room("now"), budget.room("day")]).toEqual([90, 0]);
    budget.count(100);
    expect([budget.room("now"), budget.room("day")]).toEqual([0, 0]);
  });

  it("are endless on a plan without a limit", async () => {
    const budget = new PushBudget();
    await budget.refresh(quota(null, 1_000_000));
    expect(budget.isReserved).toBe(false);
    expect(budget.room("day")).toBe(Infinity);
  });
});
