import { describe, expect, it } from "@jest/globals";
import { isSecondHalf, type Tap } from "../../../src/web/pages/frame/second-tap";

describe("two taps", () => {
  const first: Tap = { at: 1_000, x: 100, y: 200, pointer: "touch", count: 1, control: "take", says: "รับครบ 100 บาท" };
  const other = { control: "other", says: "ยอดอื่น" };

  it("are one where the second meets something else at the same spot at once", () => {
    expect(isSecondHalf(first, { ...first, ...other, at: 1_550, x: 110, y: 190 })).toBe(true);
    expect(isSecondHalf(first, { ...first, at: 1_200, says: "รับครบ 300 บาท" })).toBe(true);
    expect(isSecondHalf({ ...first, pointer: "mouse" }, { ...first, ...other, pointer: "mouse", count: 2 })).toBe(true);
  });

  it("are two on one key, elsewhere, later, or where the mouse says so", () => {
    expect(isSecondHalf(first, { ...first, at: 1_100 })).toBe(false);
    expect(isSecondHalf(first, { ...first, ...other, at: 1_100, y: 260 })).toBe(false);
    expect(isSecondHalf(first, { ...first, ...other, at: 1_700 })).toBe(false);
    expect(isSecondHalf(first, { ...first, ...other, at: 1_100, pointer: "mouse" })).toBe(false);
  });
});
