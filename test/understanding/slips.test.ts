import { describe, expect, it } from "@jest/globals";
import { slipsBetween } from "../../src/understanding/slips";

describe("slips of the finger", () => {
  it.each([
    ["ยอดเงิน", "ยอดเงิน", 1, 0],
    ["ยอดเงิน", "ยดเงิน", 1, 1],
    ["ยอดเงิน", "ยอดงเิน", 1, 1],
    ["balance", "blaance", 1, 1],
    ["balance", "blaacne", 1, Infinity],
    ["balance", "blaacne", 2, 2],
    ["balance", "blaanc", 2, 2],
    ["balance", "balance sheet", 2, Infinity],
    ["balance", "ecnalab", 2, Infinity],
  ])("from %s to %s, at most %d: %d", (known, said, limit, slips) => {
    expect(slipsBetween(known, said, limit)).toBe(slips);
  });
});
